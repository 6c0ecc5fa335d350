package org.hearback.anonymity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearback.journey.AudienceGroup;

/**
 * What people said in their own words in all quarters that were closed since themes are counted, as
 * it was on the day on which each was closed, and as it stays. Immutable.
 *
 * @param quarters those quarters; of an earlier one it is not known, which is not the same as none
 * @param labels what was counted under each label
 */
public record ClosedThemes(List<Quarter> quarters, List<Labelled> labels) {
  /** Where no quarter was closed since themes are counted. */
  public static final ClosedThemes NONE = new ClosedThemes(List.of(), List.of());

  public ClosedThemes {
    quarters = List.copyOf(quarters);
    labels = List.copyOf(labels);
  }

  /**
   * One quarter, and what it was sorted by.
   *
   * @param by whoever was sorted by another one is counted by other rules: the book as it is
   *     shipped, and the model that reads meaning, if there was one
   * @param versions of each theme that was in the book; 0 as it was shipped
   */
  public record Quarter(CellSpan span, String by, Map<String, Integer> versions) {
    public Quarter {
      versions = Map.copyOf(versions);
    }
  }

  /**
   * What the answers under one label say.
   *
   * @param quarter with which it was closed
   * @param way the area of the label and each area above it on that day, up to the council
   * @param answers all of them, with or without words
   * @param said how many of them say a theme; none where it is not there
   */
  public record Labelled(
      CellSpan quarter,
      List<String> way,
      AudienceGroup group,
      String period,
      int answers,
      Map<String, Integer> said) {
    public Labelled {
      way = List.copyOf(way);
      said = Map.copyOf(said);
      if (way.isEmpty() || quarter.twelveMonths()) {
        throw new IllegalArgumentException("what is closed has a way and one quarter");
      }
      if (said.values().stream().anyMatch(some -> some < 1 || some > answers)) {
        throw new IllegalArgumentException("more say a theme than there are");
      }
    }
  }

  /** How a quarter was counted, if it was. */
  public Optional<Quarter> quarter(CellSpan span) {
    return quarters.stream().filter(one -> one.span().equals(span)).findFirst();
  }

  /** Whether a theme was counted in all of a quarter, or of twelve months. */
  boolean counts(CellSpan span, String theme) {
    return parts(span).stream()
        .allMatch(one -> quarter(one).filter(it -> it.versions().containsKey(theme)).isPresent());
  }

  /** Whether answers were. */
  boolean counts(CellSpan span) {
    return parts(span).stream().allMatch(one -> quarter(one).isPresent());
  }

  /** Whether a theme was counted by the same rules in two times. */
  public boolean comparable(CellSpan one, CellSpan other, String theme) {
    return parts(one).stream()
            .flatMap(it ->
                parts(other).stream().map(that -> rules(it, theme).equals(rules(that, theme))))
            .allMatch(it -> it)
        && counts(one, theme)
        && counts(other, theme);
  }

  private String rules(CellSpan span, String theme) {
    return quarter(span).map(it -> it.by() + " " + it.versions().get(theme)).orElse("");
  }

  private static List<CellSpan> parts(CellSpan span) {
    return span.twelveMonths() ? span.quarters() : List.of(span);
  }
}
