package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hearback.access.ApiKeys;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * With an address of a database configured, the service starts whole or says in one sentence what
 * to change. What each step of a start refuses is asked of that step; that a refusal of each step
 * ends the process with 78, that sentence and nothing else is seen of one.
 */
class StartTest {
  private static final String SEARCH = "/office/search?words=late";

  private static TestDatabase database;
  private static Map<String, String> whole;

  /** One server that keeps a binary log: all else can be changed while it runs. */
  @BeforeAll
  static void prepare() throws Exception {
    database =
        TestDatabase.start(
            "start-checks",
            List.of("--log-bin", "--sync-binlog=1", "--binlog-expire-logs-seconds=604800"));
    database.empty();
    whole = new HashMap<>(database.configuration());
    whole.remove("hearback.http.port");
    whole.put("hearback.address", "https://views.example.gov.uk");
    whole.put("hearback.database.passwords.migrator", database.password("migrator"));
    var parent = Files.createDirectories(Path.of("target/start-keys").toAbsolutePath());
    var keys = Files.createTempDirectory(parent, "keys");
    whole.put("hearback.keys.folder", keys.toString());
    whole.put("hearback.index.folder", keys.resolve("index").toString());
    FirstKeys.in(List.of(keys)).make();
  }

  @AfterAll
  static void close() {
    database.server().close();
  }

  @Test
  void what_is_missing_ends_the_process_with_a_sentence() throws Exception {
    ends(without("hearback.address"), "hearback.address is not set");
  }

  @Test
  void a_database_that_refuses_us_ends_it_too() throws Exception {
    ends(with("hearback.database.passwords.duty", "wrong"), "duty");
  }

  @TestFactory
  Stream<DynamicTest> what_is_missing_or_wrong_is_named() throws IOException {
    var empty = Files.createTempDirectory(Path.of("target/start-keys").toAbsolutePath(), "none");
    return Stream.of(
        refused("no address", without("hearback.address"), "hearback.address is not set"),
        refused(
            "an address without encryption",
            with("hearback.address", "http://views.example.gov.uk"),
            "hearback.address"),
        refused(
            "an address with which the text does not fit",
            with("hearback.address", "https://" + "feedback.".repeat(5) + "example.gov.uk"),
            "longer than one message"),
        refused("no key of sessions", without("hearback.keys.session"), "hearback.keys.session"),
        refused(
            "a short key", with("hearback.keys.csrf", "short"), "hearback.keys.csrf is shorter"),
        refused(
            "no password",
            without("hearback.database.passwords.duty"),
            "hearback.database.passwords.duty"),
        refused(
            "a password of the template",
            with("hearback.database.passwords.migrator", "CHANGE_ME_migrator"),
            "hearback.database.passwords.migrator"),
        refused("a wrong password", with("hearback.database.passwords.duty", "wrong"), "duty"),
        refused("no folder of keys", without("hearback.keys.folder"), "hearback.keys.folder"),
        refused(
            "no key of the vault", with("hearback.keys.folder", empty.toString()), "vault.json"),
        refused(
            "no folder of the index", without("hearback.index.folder"), "hearback.index.folder"),
        refused(
            "heads of the audit and no mail",
            with("hearback.audit.head-to", "auditor@example.org"),
            "hearback.audit.head-to needs hearback.mail.host"),
        refused(
            "alerts without encryption",
            with("hearback.alerts.webhook", "http://alerts.council.example/"),
            "hearback.alerts.webhook"),
        refused(
            "a night contact that is none",
            with("hearback.alerts.night", "ring the office"),
            "hearback.alerts.night is neither"),
        refused(
            "a route that is no page",
            with("hearback.council.routes.complaints.link", "http://council.example/"),
            "hearback.council.routes.complaints.link"),
        refused(
            "requests to be contacted and no mail",
            with("hearback.council.routes.contact-me.mail", "call-back@council.example"),
            "contact-me.mail needs hearback.mail.host"),
        refused("no council", without("hearback.council.name"), "hearback.council.name"),
        refused("a try-out", with("hearback.tryout", "true"), "hearback.tryout"),
        refused(
            "a database that is not there",
            with("hearback.database.url", "jdbc:mariadb://127.0.0.1:1/"),
            "hearback.database.url"));
  }

  @Test
  void a_language_that_nobody_has_read_is_refused() {
    try (var house = house(Map.of("hearback.i18n.allow-unreviewed", "false"))) {
      assertRefused(
          () -> StartChecks.of(house.context()).check(false), "hearback.i18n.allow-unreviewed");
    }
    try (var house = house(Map.of())) {
      StartChecks.of(house.context()).check(false);
    }
  }

  @Test
  void a_port_that_is_taken_is_refused() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ends(with("hearback.http.port", String.valueOf(taken.getLocalPort())), "hearback.http.port");
    }
  }

  @Test
  void the_operators_page_tells_every_pool_and_their_sum() {
    Map<String, Map<String, Map<String, Object>>> configuration =
        new Yaml().load(Tree.read(Path.of("src/main/resources/application.yml")));
    var page = Tree.read(Path.of("infra/operating.md"));
    int sum = 0;
    for (var source : configuration.get("datasources").entrySet()) {
      int size = (int) source.getValue().get("maximum-pool-size");
      assertThat(page).contains("`" + source.getKey() + "` " + size);
      sum += size;
    }
    assertThat(page).contains("together **" + sum + "**");
  }

  @Test
  void users_of_a_try_out_are_refused() throws Exception {
    database.execute(
        "INSERT INTO office.staff (id, sign_in, name, roles, areas, languages, secret, tryout)"
            + " VALUES ('"
            + UUID.randomUUID()
            + "', 'sample', 'A sample', 'MANAGER', '', '', '', TRUE)");
    try {
      ends(whole, "try-out users");
    } finally {
      database.execute("DELETE FROM office.staff");
    }
  }

  @Test
  void wider_rights_than_the_list_are_refused() throws Exception {
    database.execute("GRANT SELECT ON vault.contact TO 'analyst'@'%'");
    try {
      refuses(whole, "analyst may do more than its list");
    } finally {
      database.execute("REVOKE SELECT ON vault.contact FROM 'analyst'@'%'");
    }
  }

  @Test
  void a_server_that_may_forget_is_refused() throws Exception {
    try {
      database.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
      refuses(whole, "innodb_flush_log_at_trx_commit");
    } finally {
      database.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
    try {
      database.execute("SET GLOBAL sync_binlog = 0");
      refuses(whole, "sync_binlog");
    } finally {
      database.execute("SET GLOBAL sync_binlog = 1");
    }
  }

  @Test
  void a_log_that_outlives_the_window_is_refused() throws Exception {
    try (var clerk = database.as("clerk")) {
      Durability.check(clerk, 14);
      for (long seconds : new long[] {0, 14 * 86_400L + 1}) {
        database.execute("SET GLOBAL binlog_expire_logs_seconds = " + seconds);
        assertThatThrownBy(() -> Durability.check(clerk, 14))
            .isInstanceOf(StartRefused.class)
            .hasMessageContaining("binlog_expire_logs_seconds");
      }
      ends(whole, "binlog_expire_logs_seconds");
    } finally {
      database.execute("SET GLOBAL binlog_expire_logs_seconds = 604800");
    }
  }

  @Test
  void with_everything_as_it_should_be_it_starts_and_its_secrets_may_be_files() throws Exception {
    var folder = Files.createTempDirectory(Path.of("target/start-keys").toAbsolutePath(), "secret");
    var properties = with("hearback.secrets.folder", folder.toString());
    for (var key : whole.keySet()) {
      if (key.startsWith("hearback.database.passwords.") || key.matches(".*keys.(session|csrf)")) {
        Files.writeString(folder.resolve(key), properties.remove(key) + "\n");
      }
    }
    properties.put("hearback.jobs.enabled", "true");
    try (var service = Launched.classes(properties).up()) {
      makesItsIndexAnew(service, properties);
      assertThat(service.get("/tryout").statusCode()).isEqualTo(404);
      assertThat(service.get("/").statusCode()).isEqualTo(404);
      assertThat(health(service.address().toString())).isZero();
      service.stop();
      assertThat(health(service.address().toString())).isOne();
    }
    assertRefused(() -> HealthCommand.of("ftp://127.0.0.1"), "health needs an address");
    Files.writeString(folder.resolve("hearback.database.passwords.duty"), "wrong");
    refuses(properties, "duty");
    refuses(with("hearback.secrets.folder", "/nowhere"), "hearback.secrets.folder");
  }

  /** A command beside it, in a process of its own, while it goes on searching. */
  private static void makesItsIndexAnew(Launched service, Map<String, String> properties)
      throws Exception {
    database.execute(
        "INSERT INTO office.staff (id, sign_in, name, roles, areas, languages, secret, tryout)"
            + " VALUES (UUID(), 'ana', 'Ana', 'ANALYST', '', '', '%s', FALSE)"
                .formatted(Hired.hash("a password for tests")));
    try {
      var analyst = new Browser(service.address());
      analyst.signIn("ana", "a password for tests");
      var folder = Path.of(properties.get("hearback.index.folder"));
      var first = another(folder, "", analyst);
      try (var asking = Launched.classes(properties, "reindex")) {
        var ended = asking.ended();
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
        assertThat(ended.out()).contains("begins to make its index anew within ten seconds");
      }
      assertThat(analyst.get(SEARCH).body()).contains("No comment found");
      another(folder, first, analyst);
      assertThat(folder.resolve(first)).doesNotExist();
      assertThat(folder.resolve("anew")).doesNotExist();
      assertThat(analyst.get(SEARCH).body()).contains("No comment found");
    } finally {
      database.execute("DELETE FROM office.staff");
    }
  }

  /** The name of the index that is searched, as soon as it is not this one. */
  private static String another(Path folder, String one, Browser analyst) throws Exception {
    var current = folder.resolve("current");
    for (long until = System.nanoTime() + 30_000_000_000L; System.nanoTime() < until; ) {
      var found = Files.exists(current) ? Files.readString(current) : "";
      if (!found.equals(one) && !Files.exists(folder.resolve("anew"))) {
        return found;
      }
      if (!one.isEmpty()) {
        assertThat(analyst.get(SEARCH).statusCode()).isEqualTo(200);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no other index in " + folder);
  }

  private static int health(String address) throws Exception {
    try (var health = Launched.classes(Map.of(), "health", address)) {
      return health.ended().code();
    }
  }

  @Test
  void the_command_keys_makes_what_a_first_start_needs() throws Exception {
    var parent = Path.of("target/start-keys").toAbsolutePath();
    var folder = Files.createTempDirectory(parent, "made").resolve("keys");
    var auditor = folder.resolveSibling("auditor");
    try (var keys = Launched.classes(Map.of(), "keys", folder.toString(), auditor.toString())) {
      var ended = keys.ended();
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("auditor.private.json", "hearback.keys.folder");
    }
    for (var file :
        List.of("vault.json", "stops.json", "auditor.public.json", "pages/nonce.json")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
          .as(file)
          .allMatch(permission -> permission.name().startsWith("OWNER_"));
    }
    assertThat(folder.resolve("auditor.private.json")).doesNotExist();
    assertThat(auditor.resolve("auditor.private.json")).exists();
    var before = Files.readString(folder.resolve("vault.json"));
    FirstKeys.in(List.of(folder, auditor)).make();
    assertThat(folder.resolve("vault.json")).hasContent(before);
  }

  @Test
  void the_command_api_key_makes_a_key_and_shows_it_this_once() throws Exception {
    database.execute("DELETE FROM office.api_key");
    try (var made = Launched.classes(whole, "api-key", "case-system", "events,contacts")) {
      var ended = made.ended();
      assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
      assertThat(ended.out()).containsPattern("(?m)^hearback_[A-Za-z0-9_-]{43}$");
    }
    assertThat(database.column("SELECT CONCAT(name, ': ', scopes) FROM office.api_key"))
        .containsExactly("case-system: events contacts");
    try (var house = house(Map.of())) {
      var command = new ApiKeyCommand(house.get(ApiKeys.class));
      assertRefused(() -> command.run(List.of("case-system", "events")), "no key was made");
    }
  }

  private static DynamicTest refused(String what, Map<String, String> properties, String says) {
    return DynamicTest.dynamicTest(what, () -> refuses(properties, says));
  }

  /** What comes before anything is started, as {@link House} does it, but for the migrations. */
  private static void refuses(Map<String, String> properties, String says) {
    assertRefused(
        () -> {
          try (var context =
              ApplicationContext.builder()
                  .deduceEnvironment(false)
                  .properties(new HashMap<>(properties))
                  .build()) {
            var environment = context.getEnvironment().start();
            environment
                .getProperty("hearback.secrets.folder", Path.class)
                .map(folder -> MapPropertySource.of("secrets", new SecretFiles(folder).read()))
                .ifPresent(environment::addPropertySource);
            Required.check(environment);
            var settings = Required.database(environment);
            settings.reach();
            settings.check(14);
          }
        },
        says);
  }

  private static void assertRefused(ThrowingCallable step, String says) {
    assertThatThrownBy(step)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(says)
        .hasMessageNotContainingAny("\tat ", "Exception");
  }

  /** The same as a process. */
  private static void ends(Map<String, String> properties, String says) throws Exception {
    try (var service = Launched.classes(properties)) {
      var ended = service.ended();
      assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(78);
      assertThat(ended.err())
          .contains("Hearback does not start: ", says)
          .doesNotContain("\tat ", "Exception");
      assertThat(ended.out()).doesNotContain("\tat ");
    }
  }

  /** On the same database, with the same keys. */
  private static TestHouse house(Map<String, Object> more) {
    var all = new HashMap<>(more);
    all.put("hearback.keys.folder", whole.get("hearback.keys.folder"));
    return TestHouse.over(database, all);
  }

  private static Map<String, String> without(String key) {
    var properties = new HashMap<>(whole);
    properties.remove(key);
    return properties;
  }

  private static Map<String, String> with(String key, String value) {
    var properties = new HashMap<>(whole);
    properties.put(key, value);
    return properties;
  }
}
