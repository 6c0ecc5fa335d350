package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is handed to an operator says what the code says, and keeps apart what must be apart. */
class DeployTest {
  private static final Path COMPOSE = Path.of("infra/compose.yml");
  private static final Path UNIT = Path.of("infra/systemd/hearback.service");
  private static final Pattern VARIABLE = Pattern.compile("HEARBACK_[A-Z0-9_]+(?==)");
  private static final Pattern CREDENTIAL =
      Pattern.compile("LoadCredential=(hearback[^:]+):/etc/hearback/secrets/\\1\\n");

  private static final Map<String, ConfigurationKeys.Found> KEYS = ConfigurationKeys.read().all();

  private final Map<String, Object> compose = new Yaml().load(Tree.read(COMPOSE));
  private final Set<String> variables =
      KEYS.keySet().stream().map(ConfigurationKeys::variable).collect(Collectors.toSet());

  @Test
  void compose_takes_the_file() throws Exception {
    var settings =
        Files.writeString(
            Files.createDirectories(Path.of("target/deploy")).resolve("hearback.env"), "A=b\n");
    Script.run(
            Map.of("HEARBACK_SETTINGS", settings.toAbsolutePath().toString()),
            Debian.program("docker-compose", "docker-compose").toString(),
            "-f",
            COMPOSE.toString(),
            "config",
            "--quiet")
        .well();
  }

  @Test
  void every_variable_and_every_secret_is_a_key_that_the_code_reads() {
    assertThat(map(service("hearback"), "environment").keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(variables).contains(name));
    assertThat(VARIABLE.matcher(Tree.read(UNIT)).results().map(found -> found.group()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(variables).contains(name));
    assertThat(texts(service("hearback"), "secrets")).isSubsetOf(KEYS.keySet());
    assertThat(credentials())
        .containsExactlyElementsOf(new TreeSet<>(texts(service("hearback"), "secrets")));
  }

  @Test
  void what_is_secret_is_a_file_and_the_same_ones_are_made_by_the_script() throws Exception {
    var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/deploy")), "s");
    Script.run(Map.of(), "infra/secrets", folder.toString()).well();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(map(compose, "secrets").keySet());
    }
    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
    var before = Files.readString(folder.resolve("hearback.keys.csrf"));
    assertThat(before.strip()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(Script.run(Map.of(), "infra/secrets", folder.toString()).well()).isEmpty();
    assertThat(folder.resolve("hearback.keys.csrf")).hasContent(before.strip());
    var sql = Script.run(Map.of(), "infra/mariadb/users", folder.toString()).well();
    assertThat(sql).doesNotContain("CHANGE_ME").contains("GRANT ALL PRIVILEGES ON vault.*");
    Files.delete(folder.resolve("hearback.database.passwords.duty"));
    Script.run(Map.of(), "infra/mariadb/users", folder.toString()).refused("passwords.duty");
    Files.writeString(folder.resolve("hearback.database.passwords.duty"), "x'; DROP USER y; '");
    Script.run(Map.of(), "infra/mariadb/users", folder.toString()).refused("passwords.duty");
  }

  @Test
  void no_service_may_do_more_than_it_must() {
    assertThat(services().values())
        .allSatisfy(service -> {
          assertThat(service).containsEntry("read_only", true);
          assertThat(texts(service, "cap_drop")).containsExactly("ALL");
          assertThat(texts(service, "security_opt")).containsExactly("no-new-privileges:true");
          assertThat(service).doesNotContainKeys("privileged", "cap_add", "devices", "pid");
          assertThat(String.valueOf(service.get("environment")).toLowerCase())
              .doesNotContainPattern("(password|secret|key)(?!_file|s?_folder)[a-z_]*=[^/]");
        });
    assertThat(service("hearback")).containsEntry("image", "hearback:" + version());
  }

  @Test
  void database_and_keys_lie_apart_and_the_database_is_not_to_be_reached_from_outside() {
    assertThat(texts(service("database"), "volumes")).noneMatch(mount -> mount.contains("keys"));
    assertThat(texts(service("hearback"), "volumes"))
        .noneMatch(mount -> mount.startsWith("database:") || mount.startsWith("socket:"))
        .anyMatch(mount -> mount.contains("keys}:/var/lib/hearback/keys"));
    assertThat(service("database")).doesNotContainKey("ports");
    assertThat(texts(service("database"), "networks")).containsExactly("stores");
    assertThat(map(map(compose, "networks"), "stores")).containsEntry("internal", true);
    assertThat(texts(service("hearback"), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void a_server_with_our_settings_passes_the_check_at_start_with_a_binary_log_too()
      throws Exception {
    var settings = new ArrayList<String>();
    for (var line : Tree.read(Path.of("infra/mariadb/server.cnf")).lines().toList()) {
      if (line.matches("[a-z].*")) {
        settings.add("--" + line.replaceAll("\\s*=\\s*", "="));
      }
    }
    assertThat(settings).hasSizeGreaterThan(5);
    durable("settings", settings);
    settings.remove("--skip_log_bin");
    settings.add("--log-bin");
    durable("settings-logged", settings);
    settings.add("--binlog-expire-logs-seconds=0");
    assertThatThrownBy(() -> durable("settings-logged", settings))
        .hasMessageContaining("binlog_expire_logs_seconds");
  }

  @Test
  void systemd_takes_the_units_and_finds_none_of_them_exposed() throws Exception {
    Debian.program("systemd-analyze", "systemd");
    assertThat(Script.run(Map.of(), "infra/systemd/check").well())
        .contains("takes 5 units", "level for hearback.service: 1.");
  }

  private static void durable(String name, List<String> settings) throws Exception {
    var database = TestDatabase.start(name, settings);
    try (var clerk = database.as("clerk")) {
      Durability.check(clerk, 14);
    } finally {
      database.server().close();
    }
  }

  private static Set<String> credentials() {
    return CREDENTIAL
        .matcher(Tree.read(UNIT))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, Map<String, Object>> services() {
    var services = new java.util.LinkedHashMap<String, Map<String, Object>>();
    map(compose, "services").keySet().forEach(name -> services.put(name, service(name)));
    return services;
  }

  private Map<String, Object> service(String name) {
    return map(map(compose, "services"), name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> in, String name) {
    return (Map<String, Object>) in.get(name);
  }

  private static List<String> texts(Map<String, Object> in, String name) {
    return ((List<?>) in.get(name)).stream().map(Object::toString).toList();
  }

  private static String version() {
    return Tree.read(Path.of("pom.xml")).replaceAll("(?s).*?<version>([0-9.]+)</version>.*", "$1");
  }
}
