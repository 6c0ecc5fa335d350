package org.hearback.answer;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.hearback.RealBrowser;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.hearback.journey.Audience;

/** Looks at forms and other pages in a browser and keeps what is wrong with them. */
final class Matrix {
  static final List<Form> FORMS = FormFixtures.forms().all();
  static final List<String> LANGUAGES = FormFixtures.words().languages();
  static final List<Integer> SIZES =
      List.of(
          FORMS.size(),
          LANGUAGES.size(),
          Way.values().length,
          Mode.values().length,
          Stage.values().length);

  final List<String> faults = new ArrayList<>();
  private final HtmlChecker html = new HtmlChecker();

  record Row(Form form, String language, Way way, Mode mode, Stage stage) {
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
  record Other(String path, String language, Mode mode) {}

  static boolean isYoung(Form form) {
    return EnumSet.of(Audience.CHILD, Audience.YOUNG_PERSON).contains(form.audience());
  }

  /**
   * Each form in every language and mode. The ways take turns, so that each meets every form in
   * every mode, every form in every language and every language in every mode.
   */
  static List<Row> everyRow(List<Form> forms) {
    var ways = Way.values();
    var rows = new ArrayList<Row>();
    for (var form : forms) {
      for (int language = 0; language < LANGUAGES.size(); language++) {
        for (var mode : Mode.values()) {
          var way = ways[(FORMS.indexOf(form) + language + mode.ordinal()) % ways.length];
          // by keyboard through the whole form; else all of its steps at once
          var stage = mode == Mode.KEYBOARD ? Stage.THANKS : Stage.BEFORE;
          rows.add(new Row(form, LANGUAGES.get(language), way, mode, stage));
        }
      }
    }
    return rows;
  }

  void look(List<Row> rows, boolean atOnce) throws IOException {
    try (var browser = new RealBrowser();
        var server = new FaceServer(FORMS.getFirst(), LANGUAGES.getFirst())) {
      for (var mode : Mode.values()) {
        // one page for all: a new one would have to learn what to look for again
        var page = person(browser, mode).newPage();
        for (var row : rows.stream().filter(it -> it.mode() == mode).toList()) {
          server.show(row.form(), row.language(), row.way().asking);
          page.navigate(server.url("/" + FaceServer.TOKEN));
          look(page, row, atOnce);
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

  void lookAtOthers(List<Other> rows) {
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
    if (mode.isNewToAxe()) {
      RealBrowser.bringAxe(person);
    }
    if (mode == Mode.WITHOUT_SCRIPT) {
      person.route("**/assets/*.js", Route::abort);
    }
    return person;
  }
}
