package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;

/** What {@code forms/README.md} promises to a service manager. */
class FormReadmeTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final String readme = read(Path.of("forms/README.md"));
  private final String words = block("properties");
  private final Form form =
      new FormFile(Resources.text("forms/form.schema.json"))
          .read("closure-parent", 1, block("yaml"));

  @Test
  void its_example_is_a_form_that_can_be_published() {
    assertThat(form.audience()).isEqualTo(Audience.PARENT);
    assertThat(form.questions()).hasSize(5);
    assertThat(readme).contains("forms/closure-parent/1.yml", "Five questions");
  }

  @Test
  void its_words_are_those_that_the_form_needs_and_keep_to_the_rules() {
    var needed = new TreeSet<>(FormWords.own(form));
    needed.removeIf(key -> key.startsWith("look."));
    assertThat(new TreeSet<>(Words.sentences(words).keySet())).isEqualTo(needed);
    var all = withExample();
    assertThat(Contents.lint(Resources::text).findings(List.of(form), all))
        .filteredOn(it -> it.key().startsWith("form.closure-parent"))
        .isEmpty();
    assertThat(all.covers(form, "en")).isTrue();
    assertThat(all.missing(form, "ar")).containsAll(needed);
  }

  @Test
  void its_commands_publish_the_words_that_the_check_asks_for() {
    var forms = new ArrayList<>(new Forms().all());
    forms.add(form);
    var grep = Pattern.compile("^form\\.closure-parent\\.");
    assertThat(readme)
        .contains("grep '" + grep.pattern() + "' i18n/en.properties >> forms/published.properties");
    var added =
        words.lines().filter(line -> grep.matcher(line).find()).collect(Collectors.joining("\n"));
    var published = Resources.text(PublishedWords.PATH);
    assertThat(PublishedWords.problems(published, forms, withExample())).isNotEmpty();
    assertThat(PublishedWords.problems(published + added, forms, withExample())).isEmpty();
  }

  @Test
  void its_table_of_limits_says_what_the_code_says() {
    for (var readers : Readership.values()) {
      var who = readers == Readership.EASY_READ ? "Easy Read" : readers.who();
      assertThat(readme.lines())
          .anySatisfy(line ->
              assertThat(line)
                  .startsWith("| " + who)
                  .endsWith("| %d | %d |".formatted(readers.wordsMax(), readers.ageMax())));
    }
  }

  @Test
  void every_rule_stands_there_with_a_sentence_that_it_finds_and_one_that_passes() {
    var rules = new ArrayList<>(WordLint.rules(banned()));
    var names = new TreeSet<>(rules.stream().map(WordRule::name).toList());
    names.add(ReadingAge.NAME);
    var rows = rows("rule");
    assertThat(rows.stream().map(row -> row.getFirst().replace("`", "")))
        .containsExactlyInAnyOrderElementsOf(names);
    for (var rule : rules) {
      if (rule instanceof SentenceLength) {
        continue; // described, as it would not fit
      }
      var row =
          rows.stream().filter(it -> it.getFirst().contains(rule.name())).findFirst().orElseThrow();
      assertThat(rule.findings(said(row.get(2)))).as(row.get(2)).isNotEmpty();
      assertThat(rules.stream().flatMap(it -> it.findings(said(row.get(3)))))
          .as(row.get(3))
          .isEmpty();
    }
  }

  @Test
  void every_refusal_that_it_explains_is_said_by_the_program() throws IOException {
    String code;
    try (var files = Files.walk(Path.of("src/main/java/org/hearback"))) {
      code =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(FormReadmeTest::read)
              // a sentence may go over two lines
              .map(text -> text.replaceAll("\"\\s*\\+ \"", ""))
              .collect(Collectors.joining("\n"));
    }
    var said =
        rows("it says").stream()
            .map(row -> CODE.matcher(row.getFirst()).results().map(MatchResult::group).findFirst())
            .map(found -> found.orElseThrow().replace("`", ""))
            .filter(it -> !it.startsWith("/"))
            .toList();
    assertThat(said).hasSizeGreaterThan(8).allSatisfy(it -> assertThat(code).contains(it));
  }

  @Test
  void every_list_of_this_folder_names_its_schema_and_keeps_to_it() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("forms"))) {
      var lists = files.filter(file -> file.toString().endsWith(".yml")).toList();
      assertThat(lists).hasSizeGreaterThan(10);
      for (var list : lists) {
        var first = read(list).lines().findFirst().orElseThrow();
        assertThat(first).as("%s", list).startsWith("# yaml-language-server: $schema=");
        var schema = list.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize();
        YamlFile.read(list.toString(), read(list), read(schema));
      }
    }
  }

  private Words withExample() {
    return new Words(path ->
        path.equals("i18n/en.properties") ? Resources.text(path) + words : Resources.text(path));
  }

  private static BannedWords banned() {
    return new BannedWords(
        YamlFile.read(
            "forms/banned-words.yml",
            Resources.text("forms/banned-words.yml"),
            Resources.text("forms/banned-words.schema.json")));
  }

  private static Said said(String text) {
    return Said.of("r/1", "en", "r", text, Said.Part.AGREED, Readership.YOUNG_PERSON);
  }

  /** The rows of the table whose first column has this title. */
  private List<List<String>> rows(String title) {
    return readme
        .lines()
        .dropWhile(line -> !line.startsWith("| " + title + " |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private String block(String kind) {
    var from = readme.indexOf("```" + kind + "\n") + kind.length() + 4;
    return readme.substring(from, readme.indexOf("```", from));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
