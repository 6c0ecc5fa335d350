package org.hearback.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedTally;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.Decision;
import org.hearback.anonymity.Disclosure;
import org.hearback.anonymity.PublishedCell;
import org.hearback.anonymity.Release;
import org.hearback.anonymity.Tally;
import org.hearback.anonymity.ThemeCell;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;

/**
 * Three small councils publish month after month, and somebody who holds all of it solves for what
 * was hidden. Beside the real thing two planted mistakes are attacked, or a solver that finds
 * nothing would look like a release that tells nothing.
 */
public final class DisclosureAttack {
  private static final int MONTHS = 24;
  private static final int TEN = 10;

  /** How a release is made. */
  enum Maker {
    WHOLE,
    /** Closed quarters, each release safe by itself, none beside another. */
    NO_LOOK_BACK,
    /** A release a month of quarters that are still open, each safe by itself. */
    OPEN,
    /** Small cells are hidden and nothing else. */
    SMALL_ONLY
  }

  /**
   * What came of an attack.
   *
   * @param worthy how often an area had enough answers in twelve months for a figure of its own
   * @param own how often it then had one, of the quarter or of twelve months
   * @param alone how many hidden cells could be shown if they were the only ones
   * @param derived what follows from the releases alone
   * @param insider what follows for somebody who knows of each area and month whether nobody
   *     answered
   * @param ranges hidden cells, or what they say, that can be one number only
   */
  record Outcome(
      int releases,
      int cells,
      int shown,
      int worthy,
      int own,
      int hidden,
      int alone,
      int derived,
      int insider,
      int ranges) {
    static final Outcome NOTHING = new Outcome(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Outcome plus(Outcome more) {
      return new Outcome(
          releases + more.releases,
          cells + more.cells,
          shown + more.shown,
          worthy + more.worthy,
          own + more.own,
          hidden + more.hidden,
          alone + more.alone,
          derived + more.derived,
          insider + more.insider,
          ranges + more.ranges);
    }

    int derivable() {
      return derived + ranges;
    }
  }

  private DisclosureAttack() {}

  public static void main(String[] args) {
    int months = args.length > 0 ? Integer.parseInt(args[0]) : MONTHS;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    System.out.printf(
        "%-28s %-13s %7s %7s %6s %7s %6s %8s %8s %7s%n",
        "council",
        "releases made",
        "cells",
        "shown",
        "own",
        "hidden",
        "alone",
        "derived",
        "insider",
        "ranges");
    var real = Outcome.NOTHING;
    var themes = Outcome.NOTHING;
    for (var council : councils(months, seed)) {
      for (var maker : Maker.values()) {
        var outcome = attack(council, months, maker);
        System.out.printf(
            "%-28s %-13s %7d %7d %6.2f %7d %6.2f %8d %8d %7d%n",
            council.name(),
            maker.name().toLowerCase(java.util.Locale.ROOT),
            outcome.cells(),
            outcome.shown(),
            share(outcome.own(), outcome.worthy()),
            outcome.hidden(),
            share(outcome.alone(), outcome.hidden()),
            outcome.derived(),
            outcome.insider(),
            outcome.ranges());
        real = maker == Maker.WHOLE ? real.plus(outcome) : real;
      }
    }
    System.out.println();
    System.out.printf(
        "%-28s %-13s %7s %7s %7s %8s %7s%n",
        "themes and answers", "releases made", "cells", "shown", "hidden", "derived", "ranges");
    for (var council : councils(months, seed)) {
      for (var maker : List.of(Maker.WHOLE, Maker.NO_LOOK_BACK, Maker.SMALL_ONLY)) {
        var outcome = attackThemes(council, months, maker);
        System.out.printf(
            "%-28s %-13s %7d %7d %7d %8d %7d%n",
            council.name(),
            maker.name().toLowerCase(java.util.Locale.ROOT),
            outcome.cells(),
            outcome.shown(),
            outcome.hidden(),
            outcome.derived(),
            outcome.ranges());
        themes = maker == Maker.WHOLE ? themes.plus(outcome) : themes;
      }
    }
    real = real.plus(themes);
    System.out.printf(
        "disclosure-attack releases=%d cells=%d hidden=%d derivable=%d%n",
        real.releases() - themes.releases(), real.cells(), real.hidden(), real.derivable());
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  static List<SmallCouncil> councils(int months, long seed) {
    return List.of(
        SmallCouncil.of40(months, seed),
        SmallCouncil.of120(months, seed),
        SmallCouncil.of400(months, seed));
  }

  static Outcome attack(SmallCouncil council, int months, Maker maker) {
    var made = new Made(council, maker);
    for (int month = 0; month < months; month++) {
      made.release(month);
    }
    var releases = made.releases;
    var outcome = new Outcome(releases.size(), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (var group : AudienceGroup.values()) {
      for (var item : CoreItem.values()) {
        outcome =
            outcome.plus(
                new Attacker(council.areas(), releases, made.counted, group, item).attack());
      }
    }
    return outcome;
  }

  /** The same with what releases tell of themes. */
  static Outcome attackThemes(SmallCouncil council, int months, Maker maker) {
    var made = new Made(council, maker);
    for (int month = 0; month < months; month++) {
      made.release(month);
    }
    var outcome = new Outcome(made.releases.size(), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (var group : AudienceGroup.values()) {
      outcome =
          outcome.plus(
              new ThemeAttacker(council.areas(), made.releases, made.themes(), group).attack());
    }
    return outcome;
  }

  /** The releases of one council, and what each was made of. */
  private static final class Made {
    private final SmallCouncil council;
    private final Maker maker;
    private final List<Release> releases = new ArrayList<>();
    private final List<List<Tally>> counted = new ArrayList<>();
    private final Set<CellSpan> quarters = new HashSet<>();
    private final List<ClosedTally> closed = new ArrayList<>();
    private final List<ClosedThemes.Quarter> books = new ArrayList<>();
    private final List<ClosedThemes.Labelled> heard = new ArrayList<>();

    Made(SmallCouncil council, Maker maker) {
      this.council = council;
      this.maker = maker;
    }

    /** What the job does on the sixth of the month after. */
    void release(int month) {
      var live = SmallCouncil.summed(council.tallies(month));
      var newest = Disclosure.newestClosed(SmallCouncil.FIRST.plusMonths(month + 1L).atDay(6));
      if (maker == Maker.OPEN) {
        newest = SmallCouncil.quarter(month);
        closed.clear();
        quarters.clear();
        books.clear();
        heard.clear();
      }
      if (!releases.isEmpty() && maker != Maker.OPEN && quarters.contains(newest)
          || newest.isBefore(CellSpan.quarterOf(SmallCouncil.FIRST))) {
        return;
      }
      newest.quarters().stream()
          .filter(quarters::add)
          .forEach(one -> {
            close(one, live);
            books.add(new ClosedThemes.Quarter(one, "1", SmallCouncil.book(one)));
            heard.addAll(council.themes(month, one));
          });
      releases.add(maker == Maker.SMALL_ONLY ? smallOnly(newest) : whole(newest));
      counted.add(closed.stream().map(ClosedTally::tally).toList());
    }

    private ClosedThemes themes() {
      return new ClosedThemes(books, heard);
    }

    private void close(CellSpan quarter, List<Tally> live) {
      live.stream()
          .filter(tally -> Disclosure.closes(quarter, tally.period()))
          .map(tally -> new ClosedTally(quarter, council.areas().upwards(tally.area()), tally))
          .forEach(closed::add);
    }

    private Release whole(CellSpan newest) {
      var earlier = maker == Maker.WHOLE ? releases : List.<Release>of();
      return switch (Disclosure.release(earlier, closed, themes(), council.areas(), newest)) {
        case Decision.Made(var release) -> release;
        case Decision.Refused(var reason) -> throw new IllegalStateException(reason);
      };
    }

    private Release smallOnly(CellSpan newest) {
      var cells = new ArrayList<PublishedCell>();
      var whole = whole(newest);
      for (var cell : whole.cells()) {
        int base = 0;
        int good = 0;
        for (var one : closed) {
          if (one.tally().group() == cell.group()
              && one.tally().item() == cell.item()
              && cell.span().covers(one.tally().period())
              && one.way().contains(cell.area())) {
            base += one.tally().base();
            good += one.tally().good();
          }
        }
        cells.add(
            Attacker.mayBeSeen(base, good)
                ? new PublishedCell.Figure(
                    cell.area(), cell.group(), cell.span(), cell.item(), base, good)
                : new PublishedCell.Hidden(cell.area(), cell.group(), cell.span(), cell.item()));
      }
      return new Release(
          newest, cells, whole.themes().stream().map(cell -> smallOnly(cell)).toList());
    }

    /** Every theme that ten or more say. */
    private ThemeCell smallOnly(ThemeCell cell) {
      int answers = 0;
      var said = new HashMap<String, Integer>();
      for (var label : heard) {
        if (label.group() == cell.group()
            && cell.span().covers(label.period())
            && label.way().contains(cell.area())) {
          answers += label.answers();
          label.said().forEach((theme, some) -> said.merge(theme, some, Integer::sum));
        }
      }
      said.values().removeIf(some -> some < TEN);
      boolean shown = answers == 0 || answers >= TEN;
      return new ThemeCell(
          cell.area(),
          cell.group(),
          cell.span(),
          shown ? OptionalInt.of(answers) : OptionalInt.empty(),
          shown ? said : Map.of());
    }
  }
}
