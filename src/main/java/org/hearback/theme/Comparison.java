package org.hearback.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;

/**
 * A quarter beside an earlier one, theme by theme. Pure.
 *
 * <p>Up to a hundred differences stand on one page, and of a hundred that are nothing five would
 * look like something. So a theme rose or fell only where the difference is clear by Holm's rule
 * over all comparisons of the page: themes hang together, as a comment has three at most, and
 * Holm's holds whatever hangs together; and who says before an inspection that something fell must
 * not have picked the one in 20.
 *
 * @param answersBefore those of the earlier quarter
 * @param changes none where one of the quarters has too few answers
 */
record Comparison(
    CellSpan before, CellSpan now, int answersBefore, int answersNow, List<Change> changes) {

  /** Fewer answers that say a theme, both quarters together, cannot show that it changed. */
  static final int SAYING_LEAST = 5;

  private static final int MONTHS = 3;
  private static final int QUARTERS = 4;

  private record Compared(CellSpan quarter, String theme, Share before, Share now, double chance) {}

  Comparison {
    changes = List.copyOf(changes);
  }

  /** Whether both quarters have answers enough. */
  boolean possible() {
    return Math.min(answersBefore, answersNow) >= Disclosure.BASE_MIN;
  }

  /** A quarter beside the one before and beside the same a year ago. */
  static List<Comparison> of(ThemeCounts counts, Collection<String> themes, CellSpan now) {
    var earlier = List.of(back(now, 1), back(now, QUARTERS));
    var compared = new ArrayList<Compared>();
    int most = earlier.stream().mapToInt(quarter -> counts.in(quarter.key())).max().orElse(0);
    // Exact: intervals are too sure where one quarter has many more answers than the other.
    var keyness = new Keyness(most + counts.in(now.key()));
    for (var quarter : earlier) {
      if (compare(counts, quarter, now, List.of()).possible()) {
        themes.stream()
            .map(theme -> compared(counts, theme, quarter, now, keyness))
            .forEach(compared::add);
      }
    }
    var changes = judged(compared);
    return earlier.stream()
        .map(quarter ->
            compare(
                counts,
                quarter,
                now,
                compared.stream()
                    .filter(one -> one.quarter().equals(quarter))
                    .map(one -> changes.get(compared.indexOf(one)))
                    .toList()))
        .toList();
  }

  /** So many quarters earlier. */
  static CellSpan back(CellSpan quarter, int quarters) {
    return CellSpan.quarterOf(quarter.lastMonth().minusMonths((long) quarters * MONTHS));
  }

  private static Comparison compare(
      ThemeCounts counts, CellSpan before, CellSpan now, List<Change> changes) {
    return new Comparison(before, now, counts.in(before.key()), counts.in(now.key()), changes);
  }

  private static Compared compared(
      ThemeCounts counts, String theme, CellSpan quarter, CellSpan now, Keyness keyness) {
    var before = new Share(counts.saying(theme, quarter.key()), counts.in(quarter.key()));
    var after = new Share(counts.saying(theme, now.key()), counts.in(now.key()));
    return new Compared(quarter, theme, before, after, keyness.chanceOfEither(after, before));
  }

  /** In the same order. How many say a theme at all says nothing about whether it changed. */
  private static List<Change> judged(List<Compared> compared) {
    var tested =
        compared.stream()
            .filter(one -> one.before().having() + one.now().having() >= SAYING_LEAST)
            .sorted(Comparator.comparingDouble(Compared::chance))
            .toList();
    int named = ManyLooks.holm(tested.stream().mapToDouble(Compared::chance).toArray());
    return compared.stream()
        .map(one -> {
          int at = tested.indexOf(one);
          // Those not named are held against the step at which naming ended.
          double z =
              Normal.z(ManyLooks.holmLevel(Math.min(at < 0 ? named : at, named), tested.size()));
          return new Change(
              one.theme(),
              one.before(),
              one.now(),
              one.now().minus(one.before(), z),
              verdict(one, at, named));
        })
        .toList();
  }

  private static Change.Verdict verdict(Compared one, int at, int named) {
    if (at < 0) {
      return Change.Verdict.TOO_FEW;
    }
    if (at >= named) {
      return Change.Verdict.UNCLEAR;
    }
    return one.now().estimate() > one.before().estimate()
        ? Change.Verdict.ROSE
        : Change.Verdict.FELL;
  }
}
