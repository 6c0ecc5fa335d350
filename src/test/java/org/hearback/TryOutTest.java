package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hearback.access.Browser;
import org.hearback.tryout.Passwords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The service with nothing configured, as a process of its own, in a folder that every test finds
 * as the last left it; and so does it find the service, where that one left it running. In their
 * order, as each start takes seconds.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TryOutTest {
  private static final Path VAR = Path.of("target/tryout").toAbsolutePath();
  private static final Pattern BUBBLE =
      Pattern.compile("<a class=\"govuk-link\" href=\"(/[0-9a-z]{16})\">");
  private static final Pattern PASSWORD =
      Pattern.compile("name=\"password\" value=\"([0-9a-f]{12})\"");

  private static Optional<Launched> running = Optional.empty();

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

  /** Told to end, it ends with its database; whatever a test that failed has left goes as well. */
  @AfterAll
  static void leave_nothing_behind() throws Exception {
    try {
      stopped();
    } finally {
      running.ifPresent(Launched::close);
      servers().forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @Order(1)
  void a_newcomer_finds_messages_that_open_and_can_sign_in() throws Exception {
    var service = started();
    assertThat(service.get("/").headers().firstValue("Location")).hasValue("/tryout");
    var start = service.get("/tryout").body();
    assertThat(start)
        .contains("A young person", "The reader", "The analyst", "The service manager", "/health");
    var links = links(service);
    assertThat(links).hasSizeGreaterThan(20);
    assertThat(service.get(unused(service)).statusCode()).isEqualTo(200);
    assertThat(service.get("/tryout/messages").body()).contains("1 segment, 143 characters");
    assertThat(signIn(service, "reader", passwords(start).getFirst())).isEqualTo(200);
    // A zone of the node's own changes nothing of what is stored.
    assertThat(minutesSinceTheLastAct()).isBetween(-1, 5);
  }

  @Test
  @Order(2)
  void a_second_service_on_the_folder_is_refused_and_harms_nobody() throws Exception {
    var service = started();
    var server = servers();
    assertThat(server).hasSize(1);
    try (var second = Launched.classes(properties())) {
      var ended = second.ended();
      assertThat(ended.code()).isEqualTo(78);
      assertThat(ended.err()).contains("another Hearback runs on").doesNotContain("\tat ");
    }
    assertThat(servers()).isEqualTo(server);
    assertThat(service.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void the_data_outlive_a_kill_of_service_and_database() throws Exception {
    var killed = started();
    var links = links(killed);
    killed.kill();
    for (var server : servers()) {
      server.destroyForcibly();
      server.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(servers()).isEmpty();
    var service = started();
    assertThat(servers()).hasSize(1);
    assertThat(links(service)).isEqualTo(links);
    assertThat(service.get(unused(service)).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void the_database_of_a_killed_service_is_adopted() throws Exception {
    var killed = started();
    var server = servers();
    var links = links(killed);
    killed.kill();
    assertThat(servers()).as("outlives the kill").isEqualTo(server).hasSize(1);
    var service = started();
    assertThat(servers()).as("adopted").isEqualTo(server);
    assertThat(links(service)).isEqualTo(links);
    assertThat(service.get(unused(service)).statusCode()).isEqualTo(200);
  }

  /** The service that adopted its database is told to end, and ends with it. */
  @Test
  @Order(5)
  void files_named_on_the_command_line_are_taken_in() throws Exception {
    stopped();
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

  /** The one that runs, or the next. */
  private static Launched started() throws Exception {
    if (running.isPresent() && running.get().isAlive()) {
      return running.get();
    }
    var service = Launched.forLong(properties()).up();
    running = Optional.of(service);
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (service.get("/tryout").body().contains("<progress")) {
      assertThat(System.nanoTime()).as("the council moves in").isLessThan(until);
      Thread.sleep(100);
    }
    return service;
  }

  private static void stopped() throws Exception {
    if (running.isPresent() && running.get().isAlive()) {
      running.get().stop();
    }
    assertThat(servers()).isEmpty();
  }

  private static Map<String, String> properties() {
    return Map.of(
        "hearback.var",
        VAR.toString(),
        "hearback.var.base",
        Path.of("target/mariadb/base").toAbsolutePath().toString(),
        "hearback.sample.weeks",
        "2",
        "hearback.index.meaning", // which takes seconds of each start to learn
        "false",
        "user.timezone",
        "America/New_York");
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

  /** The link of a message that nobody has answered yet. */
  private static String unused(Launched service) throws Exception {
    return service.get("/tryout/be/parent").headers().firstValue("Location").orElseThrow();
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
    var browser = new Browser(service.address());
    browser.signIn(name, password);
    return browser.get("/office/clearing").statusCode();
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
