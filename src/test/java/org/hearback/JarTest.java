package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The production jar, as {@code mvn verify} has just made it: what is not in it, and that what is
 * in it runs.
 */
@Tag("jar")
class JarTest {
  private static final long BYTES_MAX = 80_000_000;

  @Test
  void it_is_small_and_holds_neither_a_database_nor_a_sample() throws IOException {
    assertThat(Files.size(jar())).isLessThanOrEqualTo(BYTES_MAX);
    assertThat(names())
        .contains("org/hearback/Main.class", "application.yml", "mariadb/users.sql")
        .noneMatch(name -> name.contains("ch/vorburger"))
        .noneMatch(name -> name.matches(".*(mariadbd|mariadb-install-db).*"))
        .noneMatch(name -> name.toLowerCase().contains("tryout"))
        // a dip-sample of comments is no sample council
        .noneMatch(name -> name.matches("org/hearback/(?!theme/).*Sample.*"))
        .noneMatch(name -> name.matches("(ai/djl|ai/onnxruntime|dev/langchain4j)/.*"))
        .noneMatch(name -> name.startsWith("META-INF/services/org.hearback"))
        .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"));
  }

  /**
   * Several libraries bring files of one name; one of them alone would silently take the others'
   * place.
   */
  @Test
  void what_libraries_register_is_merged() throws IOException {
    assertThat(text("META-INF/services/org.flywaydb.core.extensibility.Plugin"))
        .contains("MySQLDatabaseType", "MariaDBDatabaseType", "H2DatabaseType");
    assertThat(text("META-INF/services/org.apache.lucene.analysis.TokenizerFactory"))
        .contains("StandardTokenizerFactory", "ICUTokenizerFactory");
    assertThat(text("META-INF/services/java.sql.Driver")).contains("org.mariadb.jdbc.Driver");
    assertThat(names())
        .anyMatch(
            name -> name.startsWith("META-INF/micronaut/") && name.contains("org.hearback.answer"));
  }

  /** The folder that {@code -Pmeaning} makes is whole: with it beside the jar, a text is read. */
  @Test
  void with_the_model_beside_it_it_reads_meanings() throws Exception {
    var groups =
        Tree.read(Path.of("pom.xml"))
            .split("<includeGroupIds>")[1]
            .split("<")[0]
            .replace('.', '/')
            .split(",");
    var model =
        Arrays.stream(System.getProperty("surefire.test.class.path", "").split(File.pathSeparator))
            .filter(
                part -> Arrays.stream(groups).anyMatch(group -> part.contains("/" + group + "/")))
            .toList();
    assertThat(model).hasSizeGreaterThan(groups.length - 1);
    var classes = new ArrayList<>(List.of(jar().toString(), "target/test-classes"));
    classes.addAll(model);
    assertThat(read(String.join(File.pathSeparator, classes))).contains("384 numbers");
    assertThat(read(jar() + File.pathSeparator + "target/test-classes")).contains("no model");
  }

  private static String read(String classPath) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var reading =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "org.hearback.theme.ReadsOneText")
            .redirectErrorStream(true)
            .start();
    var said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reading.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void with_nothing_configured_it_refuses_with_one_sentence() throws Exception {
    try (var service = Launched.jar(jar(), Map.of())) {
      var ended = service.ended();
      assertThat(ended.code()).isEqualTo(78);
      assertThat(ended.err())
          .contains("Hearback does not start: hearback.database.url is not set")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void it_runs_on_a_database_that_is_configured_and_takes_files_in() throws Exception {
    var database = TestDatabase.start("jar", List.of());
    database.empty();
    var keys = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "jar-keys");
    try (var making = Launched.jar(jar(), Map.of(), "keys", keys.toString())) {
      assertThat(making.ended().code()).isZero();
    }
    var properties = new HashMap<>(database.configuration());
    properties.keySet().removeAll(List.of("hearback.http.port", "hearback.jobs.enabled"));
    properties.put("hearback.address", "https://views.example.gov.uk");
    properties.put("hearback.database.passwords.migrator", database.password("migrator"));
    properties.put("hearback.keys.folder", keys.toString());
    properties.put("hearback.index.folder", keys.resolve("index").toString());
    try (var service = Launched.jar(jar(), properties).up()) {
      assertThat(service.get("/health").body()).contains("\"collector\":\"up\"");
      assertThat(service.get("/tryout").statusCode()).isEqualTo(404);
      assertThat(service.get("/office/sign-in").body()).contains("Password");
      assertThat(service.get("/k7m2q9xd4t8w3hn5").body()).contains("999");
      service.stop();
    }
    var contacts =
        Files.writeString(
            keys.resolve("contacts.csv"),
            """
            person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at
            J-C1,child,J-F1,Sample Child,,,en,8-11,,,2026-11-01T00:00:00Z
            """);
    try (var importing = Launched.jar(jar(), properties, "import", contacts.toString())) {
      var ended = importing.ended();
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("contacts.csv: 1 lines, 1 changed");
    }
    database.server().close();
  }

  private static Path jar() throws IOException {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("hearback-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no jar yet: run mvn verify"));
    }
  }

  private static List<String> names() throws IOException {
    try (var jar = new JarFile(jar().toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }

  private static String text(String name) throws IOException {
    try (var jar = new JarFile(jar().toFile());
        var in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
