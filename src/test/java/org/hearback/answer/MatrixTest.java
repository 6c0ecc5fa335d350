package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hearback.RealBrowser;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every form in every language, in every way and mode, at every stage: two of these at a time meet
 * every day, all of them in the full run. What was looked at is written into the accessibility
 * statement by {@code -Dstatement=write}.
 */
class MatrixTest {
  private static final List<Form> FORMS = FormFixtures.forms().all();
  private static final List<String> LANGUAGES = FormFixtures.words().languages();
  private static final List<Integer> SIZES =
      List.of(
          FORMS.size(),
          LANGUAGES.size(),
          Way.values().length,
          Mode.values().length,
          Stage.values().length);
  private static final Path TESTED = Path.of("src/main/resources/accessibility/tested.yml");

  private static final YAMLMapper YAML =
      YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  private final HtmlChecker html = new HtmlChecker();
  private final List<String> faults = new ArrayList<>();

  private record Row(Form form, String language, Way way, Mode mode, Stage stage) {
    static Row of(int[] at) {
      return new Row(
          FORMS.get(at[0]),
          LANGUAGES.get(at[1]),
          Way.values()[at[2]],
          Mode.values()[at[3]],
          Stage.values()[at[4]]);
    }

    @Override
    public String toString() {
      return form.name() + " " + language + " " + way + " " + mode + " " + stage;
    }
  }

  /** A page that is no form. */
  private record Other(String path, String language, Mode mode) {}

  @Test
  void two_of_everything_meet() {
    var rows = Pairs.rows(SIZES);
    var met = new HashSet<Pairs.Pair>();
    rows.forEach(row -> met.addAll(Pairs.in(row)));
    assertThat(met).isEqualTo(Pairs.all(SIZES));
    assertThat(rows.size()).isLessThan(2 * FORMS.size() * Mode.values().length);
  }

  /** Only a look that found nothing is written into the statement. */
  @Test
  @Tag("everyday")
  void each_two_of_form_language_way_mode_and_stage_are_sound_together_and_so_are_the_other_pages()
      throws IOException {
    look(Pairs.rows(SIZES).stream().map(Row::of).toList(), false);
    lookAtOthers(others());
    assertThat(faults).isEmpty();
    if ("write".equals(System.getProperty("statement"))) {
      Files.writeString(TESTED, YAML.writeValueAsString(looked()));
    }
  }

  @Test
  @Tag("full")
  void every_form_is_sound_in_every_language_way_and_mode() throws IOException {
    var rows = new ArrayList<Row>();
    for (var form : FORMS) {
      for (var language : LANGUAGES) {
        for (var way : Way.values()) {
          for (var mode : Mode.values()) {
            // by keyboard through the whole form; else all of its steps at once
            var stage = mode == Mode.KEYBOARD ? Stage.THANKS : Stage.BEFORE;
            rows.add(new Row(form, language, way, mode, stage));
          }
        }
      }
    }
    look(rows, true);
    assertThat(faults).isEmpty();
  }

  @Test
  @Tag("full")
  void every_other_page_is_sound_in_every_language_and_mode() {
    var all = new ArrayList<Other>();
    for (var mode : Mode.values()) {
      for (var language : LANGUAGES) {
        FaceServer.PATHS.forEach(path -> all.add(new Other(path, language, mode)));
      }
    }
    lookAtOthers(all);
    assertThat(faults).isEmpty();
  }

  @Test
  void the_statement_says_what_is_looked_at() throws IOException {
    var written = YAML.readValue(Files.readString(TESTED), Statement.Tested.class);
    assertThat(written)
        .as("%s: look at all pages again and write it with -Dstatement=write", TESTED)
        .usingRecursiveComparison()
        .ignoringFields("on")
        .isEqualTo(looked());
  }

  private static Statement.Tested looked() {
    return new Statement.Tested(
        LocalDate.now(Clock.systemUTC()),
        Pairs.rows(SIZES).size() + others().size(),
        List.of(
            "axe with the rules of WCAG 2.2 at levels A and AA and those of good practice",
            "the Nu HTML checker"),
        FORMS.stream().map(Form::name).toList(),
        LANGUAGES,
        Stream.of(Mode.values()).map(it -> it.called).toList());
  }

  /** Each page on a phone, on a desk, from the left and from the right; and once in turn. */
  private static List<Other> others() {
    var rows = new ArrayList<Other>();
    for (int turn = 0; turn < FaceServer.PATHS.size(); turn++) {
      var path = FaceServer.PATHS.get(turn);
      rows.add(new Other(path, turn % 2 == 0 ? "ar" : "en", Mode.PHONE_SCREEN));
      rows.add(new Other(path, turn % 2 == 0 ? "en" : "ar", Mode.DESK_SCREEN));
      rows.add(
          new Other(
              path,
              LANGUAGES.get(turn * 2 % LANGUAGES.size()),
              Mode.values()[turn % Mode.values().length]));
    }
    return rows;
  }

  private void look(List<Row> rows, boolean atOnce) throws IOException {
    try (var browser = new RealBrowser()) {
      for (var mode : Mode.values()) {
        // one page for all: a new one would have to learn what to look for again
        var page = person(browser, mode).newPage();
        for (var row : rows.stream().filter(it -> it.mode() == mode).toList()) {
          try (var server = new FaceServer(row.form(), row.language(), row.way().asking)) {
            page.navigate(server.url("/" + FaceServer.TOKEN));
            look(page, row, atOnce);
          }
        }
        page.context().close();
      }
    }
  }

  private void look(Page page, Row row, boolean atOnce) {
    var walk = new Walk(page, row.mode());
    try {
      walk.to(row.stage());
      if (atOnce) {
        walk.openAll();
      }
    } catch (PlaywrightException | IllegalStateException e) {
      System.out.println("FAULT " + row + " " + e.getMessage().replace("\n", " "));
      faults.add(row + " cannot be reached: " + e.getMessage().lines().findFirst().orElse(""));
      return;
    }
    walk.faults.forEach(it -> faults.add(row + " " + it));
    walk.faults.forEach(it -> System.out.println("FAULT " + row + " " + it));
    note(page, row.toString(), row.language(), row.mode());
  }

  private void lookAtOthers(List<Other> rows) {
    try (var browser = new RealBrowser();
        var server = new FaceServer(FORMS.getFirst(), LANGUAGES.getFirst())) {
      for (var mode : Mode.values()) {
        var page = person(browser, mode).newPage();
        for (var row : rows.stream().filter(it -> it.mode() == mode).toList()) {
          page.navigate(server.url(row.path() + "?lang=" + row.language()));
          note(page, row.toString(), row.language(), mode);
        }
        page.context().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what is wrong, with a picture of it. */
  private void note(Page page, String name, String language, Mode mode) {
    var found = Checks.of(page, language, mode, html);
    found.forEach(it -> faults.add(name + " " + it));
    found.forEach(it -> System.out.println("FAULT " + name + " " + it));
    if (!found.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/shots/fault-" + faults.size() + ".png")));
    }
  }

  private static BrowserContext person(RealBrowser browser, Mode mode) {
    var person = browser.person(mode.settings());
    RealBrowser.bringAxe(person);
    if (mode == Mode.WITHOUT_SCRIPT) {
      person.route("**/assets/*.js", Route::abort);
    }
    return person;
  }
}
