package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.hearback.audit.Audit;
import org.hearback.audit.AuditCheck;
import org.hearback.invitation.StaffPost;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.VaultContext;
import org.hearback.retention.Erasures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head of a day by e-mail, to a real mail server that goes and comes back. */
class HeadJobTest {
  private GreenMail server;
  private VaultContext house;

  @BeforeEach
  void start() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    house =
        new VaultContext(
            Map.of(
                "hearback.mail.host",
                "127.0.0.1",
                "hearback.mail.port",
                server.getSmtp().getPort(),
                "hearback.mail.from",
                "views@example.gov.uk",
                "hearback.audit.head-to",
                "auditor@example.org, reviewer@example.org"));
  }

  @AfterEach
  void stop() {
    house.close();
    server.stop();
  }

  @Test
  void after_midnight_each_recipient_is_sent_the_head_of_the_day_before_once() throws Exception {
    audit("2026-11-23T10:00:00Z");
    audit("2026-11-23T23:59:59Z");
    var head =
        house.context.getBean(AuditCheck.class).headBefore(Instant.parse("2026-11-24T00:00:00Z"));
    audit("2026-11-24T00:01:00Z");
    run("2026-11-24T00:04:00Z");
    assertThat(mails()).as("it waits for what is being written").isEmpty();
    run("2026-11-24T00:06:00Z");
    run("2026-11-24T09:00:00Z");
    assertThat(mails()).hasSize(2);
    assertThat(recipients())
        .containsExactlyInAnyOrder("auditor@example.org", "reviewer@example.org");
    for (var mail : mails()) {
      assertThat(mail.getSubject()).isEqualTo("Head of the audit, 2026-11-23");
      assertThat((String) mail.getContent()).contains("\r\n" + head + "\r\n").contains("2:");
    }
    run("2026-11-25T00:06:00Z");
    assertThat(mails()).as("the next day's").hasSize(4);
  }

  @Test
  void it_names_the_comments_that_an_older_backup_would_show_again() throws Exception {
    var taken = new UUID(0, 3);
    var kept = new UUID(0, 4);
    var erasures = house.context.getBean(Erasures.class);
    erasures.hidden(taken, LocalDate.parse("2026-11-20"));
    erasures.settled(taken, true, LocalDate.parse("2026-11-23"));
    erasures.hidden(kept, LocalDate.parse("2026-11-23"));
    erasures.settled(kept, false, LocalDate.parse("2026-11-23"));
    run("2026-11-24T00:06:00Z");
    assertThat((String) mails().getFirst().getContent())
        .contains("hearback.jar hide " + taken)
        .doesNotContain(kept.toString());
    run("2026-11-25T00:06:00Z");
    assertThat((String) mails().getLast().getContent()).doesNotContain("hide");
  }

  @Test
  void the_day_is_the_councils() throws Exception {
    audit("2026-07-01T23:30:00Z"); // half past midnight of the second
    run("2026-07-01T23:10:00Z");
    assertThat(mails()).hasSize(2);
    assertThat(mails().getFirst().getSubject()).isEqualTo("Head of the audit, 2026-07-01");
    assertThat((String) mails().getFirst().getContent()).contains("\r\n0:0000");
  }

  @Test
  void two_nodes_send_it_once() throws Exception {
    audit("2026-11-23T10:00:00Z");
    house.now("2026-11-24T00:06:00Z");
    var here = job();
    var there = job();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        threads.submit(here::run);
        threads.submit(there::run);
      }
    }
    assertThat(mails()).hasSize(2);
  }

  @Test
  void what_did_not_leave_is_tried_again_and_health_tells_of_days_without() throws Exception {
    audit("2026-11-22T10:00:00Z");
    run("2026-11-23T00:06:00Z");
    assertThat(mails()).hasSize(2);
    int port = server.getSmtp().getPort();
    server.stop();
    run("2026-11-24T00:06:00Z");
    run("2026-11-25T00:06:00Z");
    assertThat(daysNotSent()).isEqualTo(2);
    assertThat(
            house.database.column(
                "SELECT DISTINCT state FROM office.audit_head WHERE day > '2026-11-22'"))
        .containsExactly("failed");
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    run("2026-11-25T00:16:00Z");
    assertThat(mails()).as("the newest head vouches for all before").hasSize(2);
    assertThat(daysNotSent()).isZero();
  }

  @Test
  void what_may_have_left_or_is_refused_is_not_sent_twice() throws Exception {
    house.now("2026-11-24T00:06:00Z");
    for (var state : List.of("taken", "refused", "sent")) {
      house.database.execute("DELETE FROM office.audit_head");
      for (var recipient : List.of("auditor@example.org", "reviewer@example.org")) {
        house.database.execute(
            "INSERT INTO office.audit_head VALUES ('2026-11-23', '%s', '%s')"
                .formatted(recipient, state));
      }
      house.context.getBean(HeadJob.class).run();
      assertThat(mails()).as(state).isEmpty();
    }
  }

  @Test
  void a_record_of_which_nobody_was_ever_told_is_behind_since_it_began() throws Exception {
    audit("2026-11-13T10:00:00Z");
    house.now("2026-11-24T00:01:00Z");
    assertThat(daysNotSent()).isEqualTo(11);
  }

  @Test
  void an_address_that_is_none_is_refused() {
    assertThat(HeadRecipients.read("a@b.example , c@d.example,a@b.example").addresses())
        .containsExactly("a@b.example", "c@d.example");
    for (var wrong :
        List.of(
            "", "a@b.example,", "nobody", "A Person <a@b.example>", "a@b.example;c@d.example")) {
      assertThatThrownBy(() -> HeadRecipients.read(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("hearback.audit.head-to");
    }
  }

  private HeadJob job() {
    var beans = house.context;
    return new HeadJob(
        beans.getBean(HeadRecipients.class),
        beans.getBean(HeadRows.class),
        beans.getBean(AuditCheck.class),
        beans.getBean(StaffPost.class),
        beans.getBean(Erasures.class),
        beans.getBean(CouncilClock.class));
  }

  private void audit(String moment) {
    house.now(moment);
    house.context.getBean(Audit.class).record("ana", "search", "words");
  }

  private void run(String moment) {
    house.now(moment);
    house.context.getBean(HeadJob.class).run();
  }

  private long daysNotSent() {
    return (long) house.context.getBean(HeadHealth.class).getHealthInformation().get("daysNotSent");
  }

  private List<MimeMessage> mails() {
    return Arrays.asList(server.getReceivedMessages());
  }

  private List<String> recipients() throws Exception {
    var to = new java.util.ArrayList<String>();
    for (var mail : mails()) {
      to.add(mail.getHeader("To", ","));
    }
    return to;
  }
}
