package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Staff;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.SealKey;
import org.hearback.answer.Week;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the page to the council's mailbox, by a real mail server that goes and comes back. */
class ContactMeTest {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]*)\"");
  private static final Map<String, String> SAM =
      Map.of(
          "name", "Sam Oakley",
          "phone", "07700 900 123",
          "when", "after 4, no messages",
          "who", "young",
          "about", "I want to talk about contact with my brother.");

  private static final GreenMail SERVER = started();

  @RegisterExtension
  private static final OneHouse ONE =
      new OneHouse(
          Map.of(
              "hearback.tryout", "false",
              "hearback.keys.create", "true",
              "hearback.mail.host", "127.0.0.1",
              "hearback.mail.port", SERVER.getSmtp().getPort(),
              "hearback.mail.from", "views@example.gov.uk",
              "hearback.council.routes.contact-me.mail", "call-back@example.gov.uk"));

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());

  @BeforeEach
  void begin() throws Exception {
    house
        .database()
        .execute(
            "INSERT INTO bridge.key_folder (id) VALUES ('"
                + house.get(KeyFolder.class).owner().orElseThrow()
                + "')");
    house.get(WeekKeys.class).prepare();
    SERVER.purgeEmailFromAllMailboxes();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void whoever_asks_is_mailed_to_the_council_once_by_whatever_nodes_and_nothing_stays()
      throws Exception {
    assertThat(ask(SAM).headers().firstValue("location")).hasValue("/contact-me?sent&lang=en");
    assertThat(waiting()).isEqualTo(1);
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < 4; node++) {
        nodes.submit(() -> house.get(ContactJob.class).run());
      }
    }
    assertThat(mails()).hasSize(1);
    assertThat(mails().getFirst())
        .contains("Sam Oakley", "+447700900123", "after 4, no messages", "a child or young person")
        .contains("contact with my brother", "nothing to do with any answer");
    assertThat(SERVER.getReceivedMessages()[0].getHeader("To", ","))
        .contains("call-back@example.gov.uk");
    assertThat(waiting()).isZero();
    house.get(ContactJob.class).run();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void whoever_may_be_in_danger_is_read_sooner_and_those_on_duty_learn_no_word_of_it()
      throws Exception {
    var reader =
        new Staff(
            UUID.randomUUID(),
            "mailed",
            "Reader",
            Set.of(Role.READER),
            Set.of(),
            Set.of("en"),
            "reader@example.gov.uk",
            "");
    house.get(Hired.class).add(reader, "a password for tests");
    house.get(Rota.class).put(LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC), reader);
    var fields = new HashMap<>(SAM);
    fields.put("about", "Please ring me. My dad hits me every night and I want to die.");
    ask(fields);
    house.get(ContactJob.class).run();
    assertThat(SERVER.getReceivedMessages())
        .extracting(mail -> mail.getAllRecipients()[0] + ": " + mail.getSubject())
        .containsExactlyInAnyOrder(
            "call-back@example.gov.uk: Urgent, read now: somebody asks to be contacted",
            "reader@example.gov.uk: Something waits at the duty desk");
    assertThat(mails())
        .filteredOn(mail -> mail.contains("call-back@example.gov.uk"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("may be in danger")
        .doesNotContain("Sam", "900123", "dad", "die");
    assertThat(waiting()).isZero();
  }

  @Test
  void while_no_mail_leaves_it_is_kept_and_health_says_so() throws Exception {
    ask(SAM);
    down(() -> {
      house.get(ContactJob.class).run();
      assertThat(waiting()).isEqualTo(1);
      assertThat(health()).containsEntry("waitingOverAnHour", 0L);
      house.clock().pass(Duration.ofMinutes(61));
      house.get(ContactJob.class).run();
      assertThat(health()).containsEntry("waitingOverAnHour", 1L);
      house.clock().pass(Duration.ofDays(14));
      house.get(WeekKeys.class).prepare();
      house.get(ContactJob.class).run();
      assertThat(health()).containsEntry("oldestWaitingDays", 14L);
    });
    house.get(ContactJob.class).run();
    assertThat(mails()).hasSize(1);
    assertThat(health())
        .containsEntry("waitingOverAnHour", 0L)
        .containsEntry("oldestWaitingDays", 0L);
  }

  @Test
  void a_weeks_key_stays_while_a_request_needs_it_and_no_longer() throws Exception {
    ask(SAM);
    var week = Week.of(house.clock().instant());
    down(() -> {
      house.clock().pass(Duration.ofDays(9));
      house.get(KeyJob.class).run();
      assertThat(keys()).contains(week);
      house.get(ContactJob.class).run();
      assertThat(house.database().column("SELECT week FROM bridge.contact_request"))
          .containsExactly(Week.of(house.clock().instant()).name());
      house.get(KeyJob.class).run();
      assertThat(keys()).as("answers of that week need not be opened").doesNotContain(week);
    });
    house.get(ContactJob.class).run();
    assertThat(mails()).hasSize(1).allSatisfy(it -> assertThat(it).contains("Sam Oakley"));
  }

  @Test
  void a_double_click_asks_once_and_a_page_without_our_nonce_not_at_all() throws Exception {
    var fields = filled(SAM);
    assertThat(phone.post("/contact-me", fields).statusCode()).isEqualTo(303);
    assertThat(phone.post("/contact-me", fields).statusCode()).isEqualTo(303);
    assertThat(waiting()).isEqualTo(1);
    fields.put("nonce", "x".repeat(50));
    var forged = phone.post("/contact-me", fields);
    assertThat(forged.statusCode()).isEqualTo(422);
    assertThat(forged.body()).contains("value=\"Sam Oakley\"");
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void nothing_typed_is_lost_by_a_mistake_another_language_or_a_missing_key() throws Exception {
    var mistaken = filled(SAM);
    mistaken.put("phone", "");
    var refused = phone.post("/contact-me", mistaken);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#c-phone\"", "value=\"Sam Oakley\"", "no messages", "with my brother");
    mistaken.put("switch", "ar");
    var arabic = phone.post("/contact-me", mistaken);
    assertThat(arabic.statusCode()).isEqualTo(200);
    assertThat(arabic.body())
        .contains("dir=\"rtl\"", "value=\"Sam Oakley\"", "with my brother")
        .doesNotContain("govuk-error-summary");
    assertThat(arabic.body()).containsPattern("value=\"young\" checked");
    var fields = filled(SAM);
    house.get(WeekKeys.class).destroy(Week.of(house.clock().instant()));
    var unkept = phone.post("/contact-me", fields);
    assertThat(unkept.statusCode()).isEqualTo(503);
    assertThat(unkept.body()).contains("value=\"Sam Oakley\"", "with my brother", "tel:999");
    assertThat(waiting()).isZero();
    house.get(WeekKeys.class).prepare();
    assertThat(phone.post("/contact-me", fields).statusCode()).isEqualTo(303);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void it_is_bound_to_no_answer_and_stands_nowhere_in_clear() throws Exception {
    var page = phone.get("/contact-me");
    assertThat(page.headers().allValues("set-cookie")).isEmpty();
    assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(page.body()).contains("This is not part of your answers");
    var token = house.invited(1).getFirst();
    phone.send(phone.open(token), Map.of("listened", "agree"));
    var sent = ask(SAM);
    assertThat(sent.headers().allValues("set-cookie")).isEmpty();
    var database = house.database();
    assertThat(
            database.column(
                "SELECT COUNT(*) FROM bridge.contact_request WHERE CAST(body AS CHAR) LIKE"
                    + " '%Oakley%' OR CAST(body AS CHAR) LIKE '%900123%'"))
        .containsExactly("0");
    assertThat(
            database.column(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'bridge'"
                    + " AND table_name = 'contact_request' ORDER BY 1"))
        .containsExactly("body", "held_until", "holder", "id", "nonce_hash", "received_on", "week");
    assertThat(
            database.column(
                "SELECT DISTINCT LENGTH(body) - (SELECT LENGTH(body) FROM bridge.envelope LIMIT 1)"
                    + " FROM bridge.contact_request"))
        .as("one length for all")
        .containsExactly("0");
    house.get(ContactJob.class).run();
    assertThat(database.column("SELECT act FROM office.audit")).isEmpty();
  }

  @Test
  void a_flood_is_held_back_with_what_was_typed_and_the_next_hour_is_open() throws Exception {
    HttpResponse<String> last = ask(SAM);
    for (int more = 0; more < 60 && last.statusCode() == 303; more++) {
      last = ask(SAM);
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("value=\"Sam Oakley\"", "tel:999");
    house.clock().pass(Duration.ofHours(1));
    assertThat(ask(SAM).statusCode()).isEqualTo(303);
    house.clock().pass(Duration.ofHours(1));
  }

  private HttpResponse<String> ask(Map<String, String> typed) throws Exception {
    return phone.post("/contact-me", filled(typed));
  }

  private HashMap<String, String> filled(Map<String, String> typed) throws Exception {
    var nonce = NONCE.matcher(phone.get("/contact-me").body());
    assertThat(nonce.find()).isTrue();
    var fields = new HashMap<>(typed);
    fields.put("nonce", nonce.group(1));
    return fields;
  }

  private interface Steps {
    void run() throws Exception;
  }

  private static void down(Steps steps) throws Exception {
    SERVER.stop();
    try {
      steps.run();
    } finally {
      SERVER.start();
    }
  }

  private long waiting() throws Exception {
    return Long.parseLong(
        house.database().column("SELECT COUNT(*) FROM bridge.contact_request").getFirst());
  }

  private List<SealKey> keys() {
    return house.get(KeyFolder.class).keys();
  }

  private Map<String, Object> health() {
    return house.get(ContactHealth.class).getHealthInformation();
  }

  private static List<String> mails() throws Exception {
    var mails = new java.util.ArrayList<String>();
    for (var mail : SERVER.getReceivedMessages()) {
      mails.add((String) mail.getContent());
    }
    return mails;
  }

  private static GreenMail started() {
    var server = new GreenMail(new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  /** One that the server keeps when it comes back. */
  private static int port() {
    try (var free = new java.net.ServerSocket(0)) {
      return free.getLocalPort();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
