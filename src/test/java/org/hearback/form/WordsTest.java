package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Missing, unused and differing words fail here, with the key, so that a translator can mend them.
 */
class WordsTest {
  private static final Path I18N = Path.of("i18n");
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z0-9.-]+)");
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");

  private final Words words = new Words();
  private final Set<String> english = words.sentences(Locale.ENGLISH).keySet();

  @Test
  void every_language_has_every_sentence_of_every_page_but_a_form() {
    var ofForms = ofForms();
    for (var language : words.languages()) {
      var own = words.sentences(Locale.forLanguageTag(language)).keySet();
      assertThat(english).as(language).containsAll(own);
      assertThat(without(own, ofForms)).as(language).isEqualTo(without(english, ofForms));
    }
  }

  /** A language that lacks one is not offered for that form. */
  @Test
  void every_language_has_all_sentences_of_a_form_or_none() {
    for (var language : words.languages()) {
      var own = words.sentences(Locale.forLanguageTag(language)).keySet();
      for (var form : new Forms().all()) {
        var its = new TreeSet<>(form.sentences());
        its.removeIf(key -> !key.startsWith("form." + form.name() + "."));
        assertThat(own.containsAll(its) || its.stream().noneMatch(own::contains))
            .as("%s in %s", form.id(), language)
            .isTrue();
      }
    }
  }

  @Test
  void a_form_is_shown_in_a_language_that_has_all_of_it_and_else_in_english() {
    var form = new Forms().latest("assessment-parent");
    assertThat(words.covers(form, "ar")).isTrue();
    assertThat(words.shown(form, "ar")).isEqualTo("ar");
    assertThat(words.covers(form, "xx")).isFalse();
    assertThat(words.shown(form, "xx")).isEqualTo("en");
  }

  @Test
  void people_write_english_on_a_page_in_easy_read() {
    assertThat(Words.written("en-simple")).isEqualTo("en");
    assertThat(Words.written("ar")).isEqualTo("ar");
  }

  @Test
  void every_language_leaves_the_same_places_open() {
    for (var language : words.languages()) {
      var own = words.sentences(Locale.forLanguageTag(language));
      for (var key : own.keySet()) {
        assertThat(places(own.get(key)))
            .as("%s in %s", key, language)
            .isEqualTo(places(words.sentences(Locale.ENGLISH).get(key)));
      }
    }
  }

  @Test
  void every_sentence_is_used_and_every_used_one_exists() throws IOException {
    var used = new TreeSet<String>();
    used.addAll(found(Path.of("src/main/resources/views"), IN_TEMPLATE));
    var inJava = found(Path.of("src/main/java/org/hearback"), IN_JAVA);
    inJava.stream().filter(english::contains).forEach(used::add);
    used.addAll(ofForms());
    Stream.of("unknown", "spent", "lapsed", "stopped").forEach(it -> pair(used, "refused." + it));
    inJava.stream()
        .filter(key -> key.startsWith("notice.privacy."))
        .forEach(key -> used.add(key + ".lead"));
    Stream.of(Scribe.values())
        .flatMap(scribe -> Stream.of("scribe." + scribe.key(), "scribe.adult." + scribe.key()))
        .filter(key -> !key.equals("scribe.adult.nobody"))
        .forEach(used::add);
    Stream.of("missing", "too-big", "refused", "broken", "later")
        .forEach(it -> pair(used, "problem." + it));
    assertThat(used).isEqualTo(new TreeSet<>(english));
  }

  @Test
  void a_sentence_is_filled_in_as_its_language_counts() {
    assertThat(words.text("en", "before.lead", Map.of("questions", 1)))
        .startsWith("1 short question.");
    assertThat(words.text("ar", "before.lead", Map.of("questions", 8))).startsWith("8 أسئلة قصيرة");
    assertThat(words.text("ar", "before.lead", Map.of("questions", 2))).startsWith("سؤالان");
    assertThat(words.text("ar", "hint.max", Map.of("max", 1000))).contains("1,000");
  }

  @Test
  void a_language_that_there_is_not_falls_back_to_english_and_a_key_to_nothing() {
    assertThat(words.has("xx")).isFalse();
    assertThat(words.text("xx", "send.button")).isEqualTo("Send");
    assertThatThrownBy(() -> words.text("en", "no.such.key"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void each_language_names_its_tag_and_direction() {
    for (var language : words.languages()) {
      assertThat(words.text(language, "language.tag")).isEqualTo(language);
      assertThat(words.text(language, "language.direction")).isEqualTo(words.direction(language));
    }
    assertThat(words.direction("ar")).isEqualTo("rtl");
  }

  @Test
  void the_browser_gets_the_first_language_that_we_speak() {
    assertThat(words.chosen("fr-FR, ar-SY;q=0.8, en;q=0.5")).isEqualTo("ar");
    assertThat(words.chosen("en-GB,en;q=0.9")).isEqualTo("en");
    assertThat(words.chosen("sw")).isEqualTo("en");
    assertThat(words.chosen("")).isEqualTo("en");
    assertThat(words.chosen("\u0000;q=x")).isEqualTo("en");
  }

  @Test
  void machine_made_files_say_so_in_their_first_line() {
    var marked =
        words.languages().stream().filter(it -> firstLine(it).contains("needs review")).toList();
    assertThat(words.unreviewed()).isEqualTo(marked);
    assertThat(words.unreviewed()).doesNotContain("en");
  }

  @Test
  void the_list_of_languages_is_the_list_of_files() throws IOException {
    try (var files = Files.list(I18N)) {
      var named =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".properties"))
              .map(name -> name.replace(".properties", ""))
              .toList();
      assertThat(words.languages()).containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @Test
  void a_turkish_machine_finds_the_same_words() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(new Words().sentences(Locale.ENGLISH)).isEqualTo(words.sentences(Locale.ENGLISH));
      assertThat(new Forms().all()).isEqualTo(new Forms().all()).isNotEmpty();
      assertThat(new Words().text("en", "thanks.heading")).isEqualTo("Thank you");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Set<String> ofForms() {
    var keys = new TreeSet<String>();
    new Forms().all().forEach(form -> keys.addAll(form.sentences()));
    return keys;
  }

  private static Set<String> without(Set<String> keys, Set<String> others) {
    var rest = new TreeSet<>(keys);
    rest.removeAll(others);
    return rest;
  }

  private static void pair(Set<String> used, String key) {
    used.addAll(Set.of(key, key + ".heading"));
  }

  private static Set<String> found(Path folder, Pattern pattern) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("tryout"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> places(String sentence) {
    var pattern = new MessagePattern(sentence);
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(Collectors.toSet());
  }

  private static String firstLine(String language) {
    return read(I18N.resolve(language + ".properties")).lines().findFirst().orElse("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
