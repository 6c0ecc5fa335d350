package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearback.ConfigurationKeys.Found;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The document of the configuration is made of the compiled code and of one sentence for each key;
 * {@code -Dconfiguration=write} writes it anew.
 */
class ConfigurationTest {
  private static final Path DOCUMENT = Path.of("infra/configuration.md");
  private static final String MEND =
      "mvn -B -ntp -q test -Dtest=ConfigurationTest -Dconfiguration=write";

  private final ConfigurationKeys keys = ConfigurationKeys.read();
  private final Map<String, Map<String, Map<String, String>>> sections =
      new Yaml().load(Tree.read(Path.of("infra/configuration.yml")));

  @Test
  void every_key_has_its_sentence_and_every_sentence_its_key() {
    assertThat(described().keySet()).isEqualTo(keys.all().keySet());
    assertThat(described().values())
        .allSatisfy(about -> {
          assertThat(about.get("what")).endsWith(".");
          assertThat(Set.of("what", "type", "needs")).containsAll(about.keySet());
        });
    assertThat(sections.values().stream().mapToInt(Map::size).sum())
        .as("none twice")
        .isEqualTo(described().size());
  }

  @Test
  void the_document_says_what_the_code_says() throws Exception {
    if ("write".equals(System.getProperty("configuration"))) {
      Files.writeString(DOCUMENT, document());
    }
    assertThat(Tree.read(DOCUMENT)).as("this mends it: %s", MEND).isEqualTo(document());
  }

  /** Keys of every kind that code can name, so that a kind that is no longer found is noticed. */
  @Test
  void each_way_of_reading_a_key_is_seen() {
    assertThat(keys.all())
        .containsKeys(
            "hearback.mail.timeout", // a placeholder at a parameter
            "hearback.import.every", // one within a schedule
            "hearback.jobs.enabled", // a condition
            "hearback.council.duty-phone", // parts of a record of properties
            "hearback.council.contact",
            "hearback.database.passwords.migrator", // code alone
            "hearback.keys.csrf"); // application.yml alone
    assertThat(keys.all().get("hearback.mail.timeout").types()).containsExactly("Duration");
    assertThat(keys.all().get("hearback.mail.timeout").defaults()).containsExactly("20s");
    assertThat(keys.all().get("hearback.window-days").defaults()).containsExactly("14");
  }

  @Test
  void what_a_key_is_without_being_set_is_one_thing_everywhere() {
    assertThat(keys.all())
        .allSatisfy((key, found) -> {
          var defaults = new HashSet<>(found.defaults());
          defaults.removeAll(Set.of("", "var/keys"));
          assertThat(defaults).as(key).hasSizeLessThanOrEqualTo(1);
          assertThat(found.types()).as(key).hasSizeLessThanOrEqualTo(2);
        });
  }

  private Map<String, Map<String, String>> described() {
    var all = new java.util.TreeMap<String, Map<String, String>>();
    sections.values().forEach(all::putAll);
    return all;
  }

  private String document() throws Exception {
    var refused = refused();
    var text =
        new StringBuilder(
            """
            # What is configured

            Made by `ConfigurationTest` from the compiled code and `infra/configuration.yml`; edited there, not here.

            A key is set in the environment (`hearback.mail.host` as `HEARBACK_MAIL_HOST`: upper case, dots and dashes become
            underscores), as a system property, in a file named by `MICRONAUT_CONFIG_FILES`, or, for secrets, as a file of the
            key's name in `hearback.secrets.folder`. *Required*: a start without it is refused, and says so. In a try-out nothing
            is needed; *by itself* means that it sets the key.

            """);
    sections.forEach((title, section) -> {
      text.append("## ").append(title).append("\n\n");
      text.append("| key | type | default | in production | in a try-out | what |\n");
      text.append("|---|---|---|---|---|---|\n");
      section.forEach((key, about) -> text.append(line(key, about, refused)));
      text.append('\n');
    });
    return text.toString().stripTrailing() + "\n";
  }

  private String line(String key, Map<String, String> about, Set<String> refused) {
    var found = keys.all().getOrDefault(key, Found.none());
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            key,
            about.getOrDefault("type", type(found)),
            standard(found),
            production(key, about, refused, found),
            keys.setByTryOut(key) ? "by itself" : "",
            about.get("what"));
  }

  private static String type(Found found) {
    return found.types().stream()
        .filter(type -> !type.equals("String") || found.types().size() == 1)
        .map(type -> type.equals("String") ? "text" : type)
        .findFirst()
        .orElse("text");
  }

  private static String standard(Found found) {
    return found.defaults().stream()
        .filter(text -> !text.isEmpty() && !text.equals("var/keys"))
        .findFirst()
        .map(text ->
            text.startsWith("${")
                ? "that of `" + text.replaceAll("[${}]|:$", "").replaceAll(":$", "") + "`"
                : "`" + text + "`")
        .orElse("");
  }

  private static String production(
      String key, Map<String, String> about, Set<String> refused, Found found) {
    if (refused.contains(key)) {
      return "**required**";
    }
    if ("never".equals(about.get("needs")) || found.tryOutOnly()) {
      return "never";
    }
    return about.containsKey("needs") ? "required " + about.get("needs") : "";
  }

  /** Takes each key out of a whole configuration and looks whether the start is refused. */
  private static Set<String> refused() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target/configuration").toAbsolutePath()), "keys");
    FirstKeys.in(List.of(folder)).make();
    var whole = whole(folder);
    assertThatCode(() -> check(whole)).doesNotThrowAnyException();
    var refused = new TreeSet<>(Set.of("hearback.database.url"));
    for (var key : whole.keySet()) {
      var without = new HashMap<>(whole);
      without.remove(key);
      try {
        check(without);
      } catch (StartRefused e) {
        assertThat(e.getMessage()).contains(key);
        refused.add(key);
      }
    }
    return refused;
  }

  private static Map<String, Object> whole(Path folder) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("hearback.address", "https://views.example.gov.uk");
    whole.put("hearback.index.folder", "index");
    whole.put("hearback.import.folder", "import");
    whole.put("hearback.council.name", "Westhaven Council");
    whole.put("hearback.council.duty-phone", "01632 960 100");
    whole.put("hearback.council.contact", "feedback@council.example");
    whole.put("hearback.keys.folder", folder.toString());
    whole.put("hearback.keys.session", "a-session-key-for-tests-only-0123456789");
    whole.put("hearback.keys.csrf", "a-form-key-for-tests-only-0123456789abc");
    whole.put("hearback.database.url", "jdbc:mariadb://127.0.0.1:1/");
    whole.put("hearback.database.account-host", "%");
    whole.put("hearback.database.passwords.migrator", "a");
    Database.USERS.forEach(user -> whole.put("hearback.database.passwords." + user, "a"));
    return whole;
  }

  private static void check(Map<String, Object> properties) {
    try (var context = ApplicationContext.builder("required").properties(properties).build()) {
      Required.check(context.getEnvironment().start());
    }
  }
}
