package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.Disclosure;
import org.hearback.invitation.Replies;
import org.hearback.invitation.Replies.Split;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * How many of those asked have answered. A quarter is counted once, when nothing says of anybody
 * any more that they have, and never again; what would tell of few is not kept. Safe for any thread
 * and for several nodes.
 */
@Singleton
class Answered {
  private final AnsweredStore store;
  private final ClosedRows closed;
  private final ThemeStore themes;
  private final Releases releases;
  private final Replies replies;
  private final ServiceAreas areas;

  Answered(
      AnsweredStore store,
      ClosedRows closed,
      ThemeStore themes,
      Releases releases,
      Replies replies,
      ServiceAreas areas) {
    this.store = store;
    this.closed = closed;
    this.themes = themes;
    this.releases = releases;
    this.replies = replies;
    this.areas = areas;
  }

  /**
   * Counts the quarters of the last year that are whole and not counted yet. What figures stand on
   * has to be known: a quarter that no release has closed waits.
   */
  void count(LocalDate today) {
    var counted = store.counted();
    var known = closed.quarters();
    for (var quarter : Disclosure.newestClosed(today).quarters().reversed()) {
      if (counted.contains(quarter.key())) {
        // Whoever counted it may have been stopped before this.
        replies.drop(quarter);
      } else if (known.contains(quarter.key())) {
        replies.of(quarter).ifPresent(all -> keep(quarter, all));
      }
    }
  }

  private void keep(CellSpan quarter, List<Replies.Counted> all) {
    var figures = new ArrayList<AnsweredCuts.Based>();
    closed.of(quarter.key()).stream()
        .map(row -> AnsweredCuts.Based.of(row.tally()))
        .forEach(figures::add);
    figures.addAll(hidden(quarter));
    store.add(quarter, AnsweredCuts.of(quarter, areas.council(), all, figures));
    replies.drop(quarter);
  }

  /**
   * How many answers a release tells is at most what is told here, and that is no secret where it
   * is shown. Where a number that is not small is hidden for the sake of another one, it must not
   * be near.
   */
  private List<AnsweredCuts.Based> hidden(CellSpan quarter) {
    var labels =
        themes.closed().labels().stream().filter(label -> label.quarter().equals(quarter)).toList();
    var groups = EnumSet.noneOf(AudienceGroup.class);
    var council = areas.council();
    var near = new ArrayList<>(areas.children(council));
    near.add(council);
    var told =
        releases.newest(near).stream()
            .flatMap(newest -> newest.release().themes().stream())
            .filter(cell -> cell.span().equals(quarter))
            .toList();
    if (told.isEmpty()) {
      // No release tells of it yet: nobody knows what the one that does will hide.
      groups.addAll(EnumSet.allOf(AudienceGroup.class));
    }
    told.stream()
        .filter(cell -> cell.answers().isEmpty())
        .filter(cell ->
            labels.stream()
                    .filter(label -> label.group() == cell.group())
                    .filter(label -> label.way().contains(cell.area()))
                    .mapToInt(ClosedThemes.Labelled::answers)
                    .sum()
                >= Disclosure.BASE_MIN)
        .forEach(cell -> groups.add(cell.group()));
    return groups.isEmpty()
        ? List.of()
        : labels.stream()
            .map(label ->
                new AnsweredCuts.Based("answers", label.way(), label.group(), label.answers()))
            .toList();
  }

  /**
   * What is kept of the quarters of one area: nothing further down than right below the council.
   */
  Kept of(String area) {
    boolean counts = areas.upwards(area).size() <= 2;
    return counts ? new Kept(store.counted(), store.of(area)) : new Kept(Set.of(), List.of());
  }

  /** What is kept of one area. Immutable. */
  record Kept(Set<String> counted, List<AnsweredRow> rows) {

    /**
     * How many answered, of those asked in the quarters in which it can be told: {@code 45 of 180
     * (25 %)}. Else {@code c} where each quarter hides it, or a dash where none is counted.
     *
     * @param asked how many were asked in a quarter
     */
    String of(CellSpan year, Split split, String part, ToIntFunction<CellSpan> asked) {
      int answered = 0;
      int base = 0;
      boolean hidden = false;
      for (var quarter : year.quarters()) {
        int of = asked.applyAsInt(quarter);
        int people = people(quarter, split, part);
        hidden = hidden || of > 0 && counted.contains(quarter.key());
        if (people > 0 && of > people) {
          answered += people;
          base += of;
        }
      }
      return answered == 0 ? hidden ? "c" : "–" : words(answered, base);
    }

    /** The share is that of the numbers shown, and tells no more than they do. */
    private static String words(int answered, int base) {
      int shown = Reached.rounded(base);
      return "%d of %d (%d %%)".formatted(answered, shown, Math.round(100.0 * answered / shown));
    }

    private int people(CellSpan quarter, Split split, String part) {
      return rows.stream()
          .filter(row ->
              row.quarter().equals(quarter.key())
                  && row.split().equals(AnsweredCuts.key(split))
                  && row.part().equals(part))
          .mapToInt(AnsweredRow::people)
          .sum();
    }
  }
}
