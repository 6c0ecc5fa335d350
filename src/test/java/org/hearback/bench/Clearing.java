package org.hearback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.RealBrowser;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.bench.ClearingAnswers.Kind;
import org.hearback.bench.ClearingAnswers.Said;
import org.hearback.bench.ClearingReader.Took;
import org.hearback.safeguarding.OpenJob;

/**
 * How many answers an hour one reader can clear by keys alone: {@code infra/bench/clearing}. Keys,
 * pages and the wait for them are real; what a person takes is computed.
 */
public final class Clearing {
  private static final int ANSWERS = 60;
  private static final int WARM = 12;

  // The keystroke-level model of Card, Moran and Newell (1980): a key of a typist of average skill,
  // and a decision. A hand that goes to the mouse and back would be another 0.4 each; none does.
  private static final double KEY_S = 0.28;
  private static final double DECISION_S = 1.35;

  /** Proofreading on a screen: 180 (Ziefle 1998), where paper has 200. */
  private static final double READ_PER_MINUTE = 180;

  /** Words of one's own at a keyboard (Karat, Halverson, Horn and Karat 1999). */
  private static final double COMPOSED_PER_MINUTE = 19;

  private static final Pattern WORDS =
      Pattern.compile("<p class=\"govuk-body sheet-words\"[^>]*>(.*?)</p>", Pattern.DOTALL);

  private static final Set<String> LANGUAGES = Set.of("en", "ar", "cy", "pl", "ro", "uk");

  private final TestHouse house;
  private final RealBrowser browser;

  Clearing(TestHouse house, RealBrowser browser) {
    this.house = house;
    this.browser = browser;
    house.onDuty();
  }

  public static void main(String[] args) throws Exception {
    boolean tabs = List.of(args).contains("--tab");
    int answers =
        List.of(args).stream()
            .filter(arg -> arg.matches("\\d+"))
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElse(ANSWERS);
    var database = TestDatabase.start("clearing", List.of());
    try (var house = TestHouse.on(database);
        var browser = new RealBrowser()) {
      var clearing = new Clearing(house, browser);
      clearing.walk(WARM, tabs);
      print(clearing.walk(answers, tabs), new ClearingAnswers().hasComments(), tabs);
    }
    database.server().close();
    System.exit(0);
  }

  /** So many answers come in and are cleared, each looked at again after. */
  List<Took> walk(int answers, boolean tabs) throws Exception {
    var said = new ClearingAnswers().draw(answers);
    send(said);
    var desk = Desk.of(house, Role.READER, LANGUAGES);
    var took = new ArrayList<Took>();
    try (var person = browser.person(RealBrowser.DESK)) {
      desk.lend(person, house.address());
      var hand = new ClearingHand(person.newPage());
      var reader = new ClearingReader(hand, said, tabs);
      hand.page().navigate(house.address() + "/office/clearing");
      if (tabs) {
        hand.page().getByLabel("Use these keys").uncheck();
        hand.page().navigate(house.address() + "/office/clearing");
      }
      reader.start();
      while (!hand.page().url().endsWith("/office/clearing")) {
        took.add(reader.clear());
      }
    }
    if (took.size() != answers) {
      throw new IllegalStateException(took.size() + " of " + answers + " were cleared");
    }
    for (var one : took) {
      check(one, desk.get("/office/clearing/" + one.id()).body());
    }
    return took;
  }

  private void send(List<Said> answers) throws Exception {
    var phone = new Phone(house.address());
    for (var said : answers) {
      var link =
          house.invited(
              1, "assessment-parent", "PARENT", "", "M3", said.language(), SetClock.START);
      var reply =
          phone.send(
              phone.open(link.getFirst()),
              Map.of(
                  "why", "agree",
                  "listened", "agree",
                  "facts", "neither",
                  "child", "a-bit",
                  "next", "agree",
                  "since", "same",
                  "missing", "time",
                  "change", said.words()));
      if (reply.statusCode() >= 400) {
        throw new IllegalStateException("an answer was refused with " + reply.statusCode());
      }
    }
    while (house.get(OpenJob.class).run() > 0) {
      // a bounded number each run
    }
  }

  /** What points to somebody is gone, and what does not is there. */
  private static void check(Took took, String page) {
    var left =
        WORDS
            .matcher(page)
            .results()
            .map(found -> found.group(1).replaceAll("<[^>]*>", "").replace("&#39;", "'"))
            .findFirst()
            .orElseThrow();
    for (var words : took.said().goes()) {
      if (left.contains(words)) {
        throw new IllegalStateException("still there: " + words);
      }
    }
    for (var words : took.said().stays()) {
      if (!left.contains(words)) {
        throw new IllegalStateException("not there: " + words);
      }
    }
  }

  static double readS(Took took) {
    return took.words() * 60 / READ_PER_MINUTE;
  }

  /** What the person takes, the wait for the house left out. */
  static double personS(Took took) {
    double composing =
        Math.max(took.composing() * KEY_S, took.composed() * 60 / COMPOSED_PER_MINUTE);
    return readS(took)
        + took.decisions() * DECISION_S
        + (took.keys() - took.composing()) * KEY_S
        + composing;
  }

  static double houseMs(Took took) {
    return took.waitsMs().stream().mapToDouble(Double::doubleValue).sum();
  }

  static void print(List<Took> all, boolean comments, boolean tabs) {
    System.out.println(
        "No person was timed: keys, pages and the house's time are those of a real browser; a"
            + " person's time is computed.");
    System.out.printf(
        Locale.ROOT,
        "%.2f s a key, %.2f s a decision (Card, Moran and Newell), %.0f words a minute read on a"
            + " screen (Ziefle), %.0f a minute written (Karat). %s. %s.%n%n",
        KEY_S,
        DECISION_S,
        READ_PER_MINUTE,
        COMPOSED_PER_MINUTE,
        tabs ? "By Tab, the space bar and Enter alone" : "By the desk's keys",
        comments
            ? "Invented answers and patients' comments (../shared/data/themes)"
            : "Invented answers alone: ../shared/data/themes is not there");
    System.out.println("kind                answers  words   keys  loads  house_ms  person_s");
    for (var kind : Kind.values()) {
      var of = all.stream().filter(took -> took.kind() == kind).toList();
      if (!of.isEmpty()) {
        row(kind.shown, of);
      }
    }
    row("all", all);
    System.out.println();
    System.out.println(lastLine(all));
  }

  private static void row(String name, List<Took> of) {
    System.out.printf(
        Locale.ROOT,
        "%-18s  %7d  %5.0f  %5.1f  %5.1f  %8.0f  %8.1f%n",
        name,
        of.size(),
        mean(of, Took::words),
        mean(of, Took::keys),
        mean(of, Took::loads),
        mean(of, Clearing::houseMs),
        mean(of, Clearing::personS));
  }

  static String lastLine(List<Took> all) {
    double whole = mean(all, took -> personS(took) + houseMs(took) / 1000);
    var keys = all.stream().map(took -> (double) took.keys()).toList();
    var waits = all.stream().flatMap(took -> took.waitsMs().stream()).toList();
    return String.format(
        Locale.ROOT,
        "clearing per_hour=%.0f keys_median=%.0f house_p50_ms=%.0f house_p99_ms=%.0f"
            + " reading_share=%.2f",
        3600 / whole,
        percentile(keys, 0.5),
        percentile(waits, 0.5),
        percentile(waits, 0.99),
        mean(all, Clearing::readS) / whole);
  }

  private static double mean(List<Took> of, ToDoubleFunction<Took> value) {
    return of.stream().mapToDouble(value).average().orElseThrow();
  }

  private static double percentile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
