package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hearback.tryout.Passwords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The service with nothing configured, as a process of its own, in a folder that every test finds
 * as the last left it.
 */
class TryOutTest {
  private static final Path VAR = Path.of("target/tryout").toAbsolutePath();
  private static final Pattern BUBBLE =
      Pattern.compile("<a class=\"govuk-link\"(?: dir=\"ltr\")? href=\"(/[0-9a-z]{16})\">");
  private static final Pattern PASSWORD = Pattern.compile("<code>([0-9a-f]{12})</code>");

  @BeforeAll
  static void begin_anew() throws IOException {
    // Unpacks the server once for all tests.
    assertThat(TestDatabase.shared().server().process().isAlive()).isTrue();
    servers().forEach(ProcessHandle::destroyForcibly);
    if (Files.exists(VAR)) {
      try (var files = Files.walk(VAR)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @AfterAll
  static void leave_nothing_behind() {
    servers().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void a_newcomer_finds_messages_that_open_and_can_sign_in() throws Exception {
    try (var service = start()) {
      assertThat(service.get("/").headers().firstValue("Location")).hasValue("/tryout");
      var start = service.get("/tryout").body();
      assertThat(start)
          .contains("Reader", "Analyst", "Service manager", "/health", "Europe/London");
      var links = links(service);
      assertThat(links).as("12 texts, 5 e-mails and a letter").hasSize(18);
      assertThat(service.get(links.getFirst()).statusCode()).isEqualTo(200);
      assertThat(service.get("/tryout/messages").body()).contains("1 segment, 143 characters");
      assertThat(signIn(service, "reader", passwords(start).getFirst())).isEqualTo(200);
      // A zone of the node's own changes nothing of what is stored.
      assertThat(minutesSinceTheLastAct()).isBetween(-1, 5);
      service.stop();
    }
    assertThat(servers()).isEmpty();
  }

  @Test
  void a_second_service_on_the_folder_is_refused_and_harms_nobody() throws Exception {
    try (var service = start()) {
      var server = servers();
      assertThat(server).hasSize(1);
      try (var second = Launched.classes(properties())) {
        var ended = second.ended();
        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err()).contains("another Hearback runs on").doesNotContain("\tat ");
      }
      assertThat(servers()).isEqualTo(server);
      assertThat(service.get("/health").statusCode()).isEqualTo(200);
      service.stop();
    }
  }

  @Test
  void the_database_of_a_killed_service_is_adopted_and_stopped_with_the_next() throws Exception {
    List<ProcessHandle> server;
    List<String> links;
    try (var service = start()) {
      server = servers();
      links = links(service);
      service.kill();
    }
    assertThat(servers()).as("outlives the kill").isEqualTo(server).hasSize(1);
    try (var service = start()) {
      assertThat(servers()).as("adopted").isEqualTo(server);
      assertThat(links(service)).isEqualTo(links);
      assertThat(service.get(links.getLast()).statusCode()).isEqualTo(200);
      service.stop();
    }
    assertThat(servers()).isEmpty();
  }

  @Test
  void the_data_outlive_a_kill_of_service_and_database() throws Exception {
    List<String> links;
    try (var service = start()) {
      links = links(service);
      service.kill();
      for (var server : servers()) {
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(servers()).isEmpty();
    try (var service = start()) {
      assertThat(servers()).hasSize(1);
      assertThat(links(service)).isEqualTo(links);
      assertThat(service.get(links.getFirst()).statusCode()).isEqualTo(200);
      service.stop();
    }
  }

  @Test
  void files_named_on_the_command_line_are_taken_in() throws Exception {
    var folder = Files.createDirectories(Path.of("target/tryout-files"));
    var contacts =
        Files.writeString(
            folder.resolve("contacts.csv"),
            """
            person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at
            T-C1,child,T-F1,Sample Child,,,en,8-11,,,2026-11-01T00:00:00Z
            """);
    var other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    try (var importing = Launched.classes(properties(), "import", contacts.toString())) {
      var ended = importing.ended();
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("contacts.csv: 1 lines");
    }
    try (var importing = Launched.classes(properties(), "import", other.toString())) {
      var ended = importing.ended();
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).contains("other.csv: refused");
    }
    assertThat(servers()).isEmpty();
  }

  private static Launched start() throws Exception {
    return Launched.classes(properties()).up();
  }

  private static Map<String, String> properties() {
    return Map.of(
        "hearback.var", VAR.toString(),
        "hearback.var.base", Path.of("target/mariadb/base").toAbsolutePath().toString(),
        "user.timezone", "America/New_York");
  }

  /** Every database server on the folder. */
  private static List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(process ->
            process
                .info()
                .arguments()
                .map(Arrays::asList)
                .filter(it -> it.contains("--datadir=" + VAR.resolve("mariadb/data")))
                .isPresent())
        .toList();
  }

  private static List<String> links(Launched service) throws Exception {
    return found(BUBBLE, service.get("/tryout/messages").body());
  }

  private static List<String> passwords(String page) {
    return found(PASSWORD, page);
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map((MatchResult it) -> it.group(1)).toList();
  }

  /** The status of the page that somebody arrives at. */
  private static int signIn(Launched service, String name, String password) throws Exception {
    try (var client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      client.send(
          HttpRequest.newBuilder(service.address().resolve("/office/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      Phone.encode(Map.of("username", name, "password", password))))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      return client
          .send(
              HttpRequest.newBuilder(service.address().resolve("/office/clearing"))
                  .header("Accept", "text/html")
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static int minutesSinceTheLastAct() throws Exception {
    var port = Files.readString(VAR.resolve("mariadb/port")).strip();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/", "clerk", Passwords.in(VAR).of("clerk"));
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT TIMESTAMPDIFF(MINUTE, MAX(at), UTC_TIMESTAMP()) FROM office.audit")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
