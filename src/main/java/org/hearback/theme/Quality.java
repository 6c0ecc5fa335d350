package org.hearback.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How well themes do on comments that two people have coded, neither seeing what the other or the
 * theme book says. Whether the two agree more than by chance is Cohen's kappa; the book is measured
 * against them where they agree. Of a comment that cannot be told, the two say no theme. Pure.
 *
 * <p>Nothing is a figure below {@link #LEAST}: of three comments each is a third.
 */
final class Quality {
  static final int LEAST = 10;

  private Quality() {}

  /**
   * One comment.
   *
   * @param book the themes that the book finds
   */
  record Twice(Coding first, Coding second, Set<String> book) {
    public Twice {
      book = Set.copyOf(book);
    }
  }

  /** A figure, or why there is none. */
  sealed interface Figure {
    record Of(double value, long part, long base) implements Figure {}

    /**
     * @param base what there is
     */
    record TooFew(long base) implements Figure {}

    /** Nobody said it, or everybody always: then there is no chance to agree by. */
    record Always() implements Figure {}
  }

  /**
   * What was said, one way or the other.
   *
   * @param comments that both coded
   * @param both how often both say it
   * @param first how often the first says it alone
   * @param second how often the second does
   * @param neither how often neither
   * @param right how often the book says it where both do
   * @param wrong how often it does where neither does
   */
  record Counts(
      long comments, long both, long first, long second, long neither, long right, long wrong) {

    /** Agreement beyond chance: 1 is always, 0 is no more than by chance. */
    Figure kappa() {
      if (comments < LEAST) {
        return new Figure.TooFew(comments);
      }
      long all = both + first + second + neither;
      long agreed = all * (both + neither);
      long byChance = (both + first) * (both + second) + (neither + first) * (neither + second);
      long most = all * all;
      return most == byChance
          ? new Figure.Always()
          : new Figure.Of((double) (agreed - byChance) / (most - byChance), both + neither, all);
    }

    /** Of the comments to which the book gives it, how many rightly. */
    Figure precision() {
      return share(right, right + wrong);
    }

    /** Of the comments that have it, how many the book finds. */
    Figure recall() {
      return share(right, both);
    }

    /** Whether there is anything to say about it. */
    boolean isSaid() {
      return both + first + second + right + wrong > 0;
    }

    Counts plus(Counts more) {
      return new Counts(
          comments,
          both + more.both,
          first + more.first,
          second + more.second,
          neither + more.neither,
          right + more.right,
          wrong + more.wrong);
    }

    private static Figure share(long part, long base) {
      return base < LEAST
          ? new Figure.TooFew(base)
          : new Figure.Of((double) part / base, part, base);
    }
  }

  /** One theme. */
  static Counts of(Collection<Twice> comments, String theme) {
    return count(comments, coding -> coding.themes().contains(theme), theme);
  }

  /** All themes together: each comment is a decision on each of them. */
  static Counts of(Collection<Twice> comments, List<String> themes) {
    var sum = new Counts(comments.size(), 0, 0, 0, 0, 0, 0);
    for (var theme : themes) {
      sum = sum.plus(of(comments, theme));
    }
    return sum;
  }

  /** That it cannot be told, of which the book knows nothing. */
  static Counts unclear(Collection<Twice> comments) {
    return count(comments, Coding.Unclear.class::isInstance, "");
  }

  private static Counts count(Collection<Twice> comments, Predicate<Coding> says, String theme) {
    var both = new ArrayList<Twice>();
    var neither = new ArrayList<Twice>();
    long first = 0;
    long second = 0;
    for (var one : comments) {
      boolean said = says.test(one.first());
      if (said != says.test(one.second())) {
        first += said ? 1 : 0;
        second += said ? 0 : 1;
      } else {
        (said ? both : neither).add(one);
      }
    }
    Predicate<Twice> found = one -> one.book().contains(theme);
    return new Counts(
        comments.size(),
        both.size(),
        first,
        second,
        neither.size(),
        both.stream().filter(found).count(),
        neither.stream().filter(found).count());
  }
}
