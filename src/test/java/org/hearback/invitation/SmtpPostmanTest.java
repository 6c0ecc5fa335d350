package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real mail server for what arrives, and against a scripted one for what goes wrong. */
class SmtpPostmanTest {
  private static final UUID DELIVERY = UUID.fromString("7b1c0d34-0a55-4c86-9d3e-1d8a54b0a001");
  private static final LinkToken TOKEN = new LinkToken("k7m2q9xd4t8w3hn5");
  private static final String LINK = "https://views.example.gov.uk/k7m2q9xd4t8w3hn5";

  private GreenMail server;

  @BeforeEach
  void start() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    server.setUser("sender@example.gov.uk", "sender", "a secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void an_e_mail_arrives_in_two_parts_that_say_the_same_and_tell_nothing_of_this_machine()
      throws Exception {
    assertThat(send(server.getSmtp().getPort(), mail("en"))).isEqualTo(new Postman.Outcome.Sent());
    var arrived = arrived();
    assertThat(arrived.getSubject()).isEqualTo("Tell us how it went");
    assertThat(arrived.getHeader("From")).containsExactly("Sample Council <views@example.gov.uk>");
    assertThat(arrived.getHeader("To")).containsExactly("p1@example.org");
    assertThat(arrived.getHeader("List-Unsubscribe")).containsExactly("<" + LINK + "?stop>");
    assertThat(arrived.getHeader("Content-Language")).containsExactly("en");
    assertThat(arrived.getHeader("Message-ID"))
        .containsExactly("<" + DELIVERY + "@example.gov.uk>");
    var parts = (MimeMultipart) arrived.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    var plain = parts.getBodyPart(0);
    var html = parts.getBodyPart(1);
    assertThat(plain.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(html.getContentType()).isEqualTo("text/html; charset=UTF-8");
    for (var part : List.of(plain, html)) {
      assertThat((String) part.getContent())
          .contains("Please tell us how it went.", LINK, LINK + "?stop", "28 days")
          .doesNotContainIgnoringCase("img", "child protection", "social", "http:");
    }
    assertThat((String) html.getContent()).contains("<html lang=\"en\" dir=\"ltr\">");
    var host = java.net.InetAddress.getLocalHost().getHostName();
    arrived
        .getAllHeaderLines()
        .asIterator()
        .forEachRemaining(line -> {
          if (!line.startsWith("Received")) {
            assertThat(line).doesNotContain(host, System.getProperty("user.name") + "@");
          }
        });
  }

  @Test
  void an_arabic_one_is_marked_and_runs_from_right_to_left() throws Exception {
    assertThat(send(server.getSmtp().getPort(), mail("ar"))).isEqualTo(new Postman.Outcome.Sent());
    var arrived = arrived();
    assertThat(arrived.getSubject()).isEqualTo("أخبرونا كيف سارت الأمور");
    assertThat(arrived.getHeader("Content-Language")).containsExactly("ar");
    var parts = (MimeMultipart) arrived.getContent();
    assertThat((String) parts.getBodyPart(0).getContent()).contains("من فضلكم أخبرونا", LINK);
    assertThat((String) parts.getBodyPart(1).getContent())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "من فضلكم أخبرونا")
        .contains("<a href=\"" + LINK + "\" dir=\"ltr\">");
    assertThat(parts.getBodyPart(1).getHeader("Content-Language")).containsExactly("ar");
  }

  @Test
  void what_goes_to_staff_is_plain_text_with_nothing_to_stop() throws Exception {
    var postmen =
        new Postmen(
            List.of(),
            List.of(postman("127.0.0.1", server.getSmtp().getPort(), "", "", false)),
            List.of());
    var post = new StaffPost(postmen);
    assertThat(post.mail("lead@example.gov.uk", "Head of the audit", "12:ab\nKeep this."))
        .isEqualTo(new Postman.Outcome.Sent());
    var arrived = arrived();
    assertThat(arrived.getSubject()).isEqualTo("Head of the audit");
    assertThat(arrived.getHeader("To")).containsExactly("lead@example.gov.uk");
    assertThat(arrived.getHeader("List-Unsubscribe")).isNull();
    assertThat(arrived.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat((String) arrived.getContent()).isEqualToNormalizingNewlines("12:ab\nKeep this.");
    assertThat(post.text("+447700900123", "words"))
        .as("nobody carries texts here")
        .isInstanceOf(Postman.Outcome.Closed.class);
  }

  @Test
  void a_login_is_used_where_there_is_one_and_a_wrong_one_closes_the_door() throws Exception {
    assertThat(as("sender", "a secret")).isEqualTo(new Postman.Outcome.Sent());
    assertThat(as("sender", "another")).isInstanceOf(Postman.Outcome.Closed.class);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_server_that_is_down_or_that_nobody_vouches_for_closes_the_door() throws Exception {
    int port = server.getSmtp().getPort();
    server.stop();
    assertThat(send(port, mail("en"))).isInstanceOf(Postman.Outcome.Closed.class);
    var safe = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    safe.start();
    try {
      var postman = postman("127.0.0.1", safe.getSmtps().getPort(), "", "", true);
      assertThat(postman.send(DELIVERY, mail("en"))).isInstanceOf(Postman.Outcome.Closed.class);
      assertThat(safe.getReceivedMessages()).isEmpty();
    } finally {
      safe.stop();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "greeting | 421 too busy | Closed",
        "greeting | '' | Closed",
        "MAIL | 550 5.7.1 not you | Closed",
        "MAIL | 451 later | Failed",
        "MAIL | '' | Closed",
        "RCPT | 550 5.1.1 no such user p1@example.org | Refused",
        "RCPT | 553 no such user | Refused",
        "RCPT | 550 5.7.1 rejected today | Failed",
        "RCPT | 554 no | Failed",
        "RCPT | 554 5.7.1 p1@example.org: Relay access denied | Closed",
        "RCPT | 450 4.2.0 greylisted | Failed",
        "RCPT | '' | Closed",
        "DATA | 451 later | Failed",
        "DATA | '' | Closed",
        ". | 452 full | Failed",
        ". | 550 5.7.1 looks like spam | Failed",
        ". | '' | Unknown",
        ". | 250 taken | Sent"
      })
  void what_the_server_says_and_when_decides_whether_the_message_may_have_left(
      String word, String answer, String outcome) throws IOException {
    try (var stub = new SmtpStub(Map.of(word, answer))) {
      var became = send(stub.port(), mail("en"));
      assertThat(became.getClass().getSimpleName()).as("%s", stub.heard).isEqualTo(outcome);
      if (became instanceof Postman.Outcome.Closed(var why)) {
        assertThat(why).doesNotContain("p1", "example", "k7m2");
      }
    }
  }

  @Test
  void the_librarys_own_log_tells_nothing_of_whom_was_written_to() throws IOException {
    var lines = new java.util.concurrent.CopyOnWriteArrayList<String>();
    var root = java.util.logging.Logger.getLogger("");
    var handler = new LinesHandler(lines);
    root.addHandler(handler);
    try (var stub = new SmtpStub(Map.of("RCPT", "550 5.1.1 no such user p1@example.org"))) {
      send(stub.port(), mail("en"));
    } finally {
      root.removeHandler(handler);
    }
    assertThat(String.join("\n", lines)).doesNotContain("p1@", TOKEN.secret());
  }

  /** Keeps what the JDK's logger is told. */
  private static final class LinesHandler extends java.util.logging.Handler {
    private final List<String> lines;

    LinesHandler(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(java.util.logging.LogRecord entry) {
      lines.add(entry.getLoggerName() + " " + entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void a_server_that_says_goodbye_badly_has_the_message_all_the_same() throws IOException {
    try (var stub = new SmtpStub(Map.of("QUIT", ""))) {
      assertThat(send(stub.port(), mail("en"))).isEqualTo(new Postman.Outcome.Sent());
    }
  }

  @Test
  void a_server_that_falls_silent_after_the_content_is_not_waited_for() throws Exception {
    try (var silent = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
      long before = System.nanoTime();
      assertThat(send(silent.getLocalPort(), mail("en")))
          .isInstanceOf(Postman.Outcome.Closed.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.example.gov.uk", "10.0.0.7", "128.0.0.1", "localhost.example.org"})
  void without_tls_nothing_goes_to_another_machine(String host) {
    assertThat(server(host, 587, "", "", false).properties())
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
  }

  @Test
  void a_server_without_tls_is_left_when_it_is_another_machine() throws IOException {
    try (var stub = new SmtpStub(Map.of())) {
      var required = server("127.0.0.1", stub.port(), "", "", false);
      var properties = required.properties();
      properties.put("mail.smtp.starttls.required", "true");
      properties.put("mail.smtp.starttls.enable", "true");
      assertThat(new SmtpPostman(required, properties, Instant::now).send(DELIVERY, mail("en")))
          .isInstanceOf(Postman.Outcome.Closed.class);
      assertThat(stub.heard).doesNotContain("MAIL");
    }
  }

  @Test
  void what_is_configured_by_half_is_refused() {
    assertThatThrownBy(() -> server("localhost", 25, "user", "", false))
        .hasMessageContaining("hearback.mail.password");
    assertThatThrownBy(() -> MailServer.implicit("none")).hasMessageContaining("hearback.mail.tls");
    assertThatThrownBy(() ->
            new MailServer("localhost", 25, "", "", "nobody", "", false, Duration.ofSeconds(1)))
        .hasMessageContaining("hearback.mail.from");
  }

  @Test
  void nothing_of_a_message_shows_itself() {
    assertThat(mail("en").toString()).isEqualTo("Mail[hidden]");
    assertThat(server("localhost", 25, "u", "a secret", false).toString())
        .isEqualTo("MailServer[localhost:25]");
  }

  private static Message.Mail mail(String language) {
    return MailSamples.of("p1@example.org", language, TOKEN.secret());
  }

  private MimeMessage arrived() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private Postman.Outcome as(String user, String password) {
    return postman("127.0.0.1", server.getSmtp().getPort(), user, password, false)
        .send(DELIVERY, mail("en"));
  }

  private static Postman.Outcome send(int port, Message.Mail mail) {
    return postman("127.0.0.1", port, "", "", false).send(DELIVERY, mail);
  }

  private static SmtpPostman postman(
      String host, int port, String user, String password, boolean implicit) {
    var server = server(host, port, user, password, implicit);
    return new SmtpPostman(
        server, server.properties(), () -> Instant.parse("2026-11-24T12:00:00Z"));
  }

  private static MailServer server(
      String host, int port, String user, String password, boolean implicit) {
    return new MailServer(
        host,
        port,
        user,
        password,
        "views@example.gov.uk",
        "Sample Council",
        implicit,
        Duration.ofSeconds(2));
  }
}
