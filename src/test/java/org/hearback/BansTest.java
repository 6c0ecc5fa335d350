package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Words that must not stand in a file, each with what to write instead. */
class BansTest {
  private static final Predicate<Path> MAIN = file -> file.startsWith("src/main");
  private static final Predicate<Path> JAVA = file -> file.toString().endsWith(".java");
  private static final Predicate<Path> VIEWS = file -> file.startsWith("src/main/resources/views");
  private static final Predicate<Path> WORDS =
      file -> file.startsWith("i18n") && file.toString().endsWith(".properties");
  private static final Predicate<Path> TRYOUT =
      file -> file.startsWith("src/main/java/org/hearback/tryout");

  /** This file names what it forbids. */
  private static final Predicate<Path> ANYWHERE = file -> !file.endsWith("BansTest.java");

  /**
   * One ban.
   *
   * @param example a line that breaks it
   * @param instead what the failure tells
   */
  private record Ban(Predicate<Path> in, String pattern, String example, String instead) {
    List<String> findings(Path file) {
      if (!in.test(file)) {
        return List.of();
      }
      var found = new ArrayList<String>();
      var lines = Tree.text(file).orElse(List.of());
      for (int i = 0; i < lines.size(); i++) {
        if (breaks(lines.get(i))) {
          found.add(file + ":" + (i + 1) + ": " + instead);
        }
      }
      return found;
    }

    boolean breaks(String line) {
      return Pattern.compile(pattern).matcher(line).find();
    }
  }

  private static final List<Ban> BANS =
      List.of(
          new Ban(
              ANYWHERE.and(JAVA),
              "@(Disabled|ArchIgnore|Ignore)\\b",
              "@Disabled",
              "mend the test or take it out"),
          new Ban(
              ANYWHERE.and(JAVA),
              "\\b(assumeTrue|assumeFalse|assumingThat|TestAbortedException)\\b",
              "assumeTrue(found);",
              "bring what the test needs, or fail and say what to do"),
          new Ban(
              ANYWHERE, "\\b(TODO|FIXME|XXX)\\b", "// TODO later", "do it now, or open an issue"),
          new Ban(
              MAIN,
              "\\.printStackTrace\\(",
              "e.printStackTrace();",
              "log with SLF4J, without words of a person"),
          new Ban(
              MAIN.and(JAVA).and(TRYOUT.negate()),
              "\\bThread\\.sleep\\b",
              "Thread.sleep(50);",
              "a *Job that comes back, or a condition to wait on"),
          new Ban(ANYWHERE, "(?i)\\blombok\\b", "import lombok.Data;", "a record"),
          new Ban(
              MAIN.and(JAVA),
              "@Body\\(\"",
              "@Body(\"field\")",
              "the whole form: single fields are read while they come in, and under load not all"
                  + " are"),
          new Ban(
              MAIN.and(JAVA).and(TRYOUT.negate()),
              "\\bnew Random\\(",
              "new Random()",
              "SecureRandom: a guess must not help"),
          new Ban(
              MAIN.and(JAVA),
              "@SuppressWarnings\\(\\{?\"(all|unchecked)\"",
              "@SuppressWarnings(\"unchecked\")",
              "a type that needs no cast"),
          new Ban(
              VIEWS,
              "(?<!xmlns:th=\")http://(?!www\\.w3\\.org/2000/svg')",
              "<a href=\"http://example.org\">",
              "https, and only where a person follows it"),
          new Ban(
              VIEWS,
              "(<(script|img|iframe|source|video|audio)\\b[^>]*\\bsrc|<link\\b[^>]*\\bhref)=\"(https?:)?//",
              "<script src=\"//cdn.example.org/a.js\"></script>",
              "serve it from /assets: no third party learns who reads a form"),
          new Ban(
              VIEWS,
              "<script(?![^>]*\\bsrc=)",
              "<script>go()</script>",
              "a file under /assets: the content security policy runs no inline script"),
          new Ban(
              VIEWS,
              "\\s(th:)?(style|on[a-z]+)=",
              "<p style=\"color: red\">",
              "a class in infra/assets or a listener in a file: the policy allows none inline"),
          new Ban(VIEWS, "<style\\b", "<style>p {}</style>", "a rule in infra/assets"),
          new Ban(
              VIEWS,
              "th:utext(?!=\"\\$\\{\\w+\\.picture\\}\")|\\[\\(",
              "<p th:utext=\"${words}\">",
              "th:text, which escapes; drawings alone are checked when the service starts"),
          new Ban(
              WORDS, "\\bLAC\\b", "title=LAC review", "children in care; no initials for a child"),
          new Ban(
              WORDS,
              "(?i)\\bservice[ -]users?\\b",
              "title=For service users",
              "people, children, parents: who it is"),
          new Ban(
              WORDS,
              "(?i)\\bcontact (visit|session)s?\\b",
              "title=Contact visit",
              "seeing your family"),
          new Ban(
              ANYWHERE,
              "(^|[^a-zA-Z0-9_.>}-])/(work|farm|root|home)/",
              "cd /work" + "/main",
              "a path from the repository's root"));

  @TestFactory
  Stream<DynamicTest> what_is_banned_stands_nowhere() {
    var files = Tree.files("");
    return BANS.stream()
        .map(ban ->
            DynamicTest.dynamicTest(
                ban.pattern(),
                () ->
                    assertThat(files.stream().flatMap(file -> ban.findings(file).stream()))
                        .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> each_ban_finds_its_example() {
    return BANS.stream()
        .map(ban ->
            DynamicTest.dynamicTest(
                ban.example(), () -> assertThat(ban.breaks(ban.example())).isTrue()));
  }

  @Test
  void what_only_looks_banned_passes() {
    for (var line :
        List.of(
            "<html xmlns:th=\"http://www.thymeleaf.org\">",
            "<script th:src=\"@{/assets/form.js}\"></script>",
            "<a href=\"https://www.childline.org.uk\">",
            "<p class=\"style\">placement</p>",
            "src/main/work/x")) {
      assertThat(BANS.stream().filter(ban -> ban.breaks(line)).map(Ban::pattern))
          .as(line)
          .isEmpty();
    }
  }
}
