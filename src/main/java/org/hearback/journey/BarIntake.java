package org.hearback.journey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one table of the extract says that stops messages: a row's bars stand until it says
 * otherwise.
 */
final class BarIntake {
  private static final Set<String> NO = Set.of("n", "no", "0", "false");
  private static final String UNREADABLE = "unreadable";

  private final String table;
  private final List<Milestones.BarRule> rules;
  private final BarRows bars;
  private final CouncilClock clock;

  BarIntake(String table, List<Milestones.BarRule> rules, BarRows bars, CouncilClock clock) {
    this.table = table;
    this.rules = rules;
    this.bars = bars;
    this.clock = clock;
  }

  /** Columns that hold a date or nothing. */
  Set<String> dates() {
    var dates = new HashSet<String>();
    rules.forEach(rule -> dates.addAll(rule.filled()));
    rules.forEach(rule -> dates.addAll(rule.empty()));
    return dates;
  }

  /** The other columns that are looked at. */
  Set<String> columns() {
    var columns = new HashSet<String>();
    rules.forEach(rule -> columns.addAll(rule.yes()));
    rules.forEach(rule -> columns.addAll(rule.starts().keySet()));
    return columns;
  }

  /** Whether the row's bars are others than before. */
  boolean take(Line line, String id, String person) {
    if (rules.isEmpty()) {
      return false;
    }
    var holding = new HashMap<String, Boolean>();
    for (var rule : rules) {
      if (holds(rule, line)) {
        holding.merge(rule.reason(), rule.stops() == Milestones.Stops.FAMILY, Boolean::logicalOr);
      }
    }
    var today = clock.today();
    if (new HashSet<>(bars.reasons(table, id, person)).equals(holding.keySet())) {
      if (!holding.isEmpty()) {
        bars.seen(table, id, today);
      }
      return false;
    }
    bars.lift(table, id);
    holding.forEach((reason, family) -> bars.put(table, id, reason, person, family, today));
    return true;
  }

  /** Nobody knows what the row says about this person. */
  void unreadable(String id, String person) {
    if (!rules.isEmpty()) {
      bars.put(table, id, UNREADABLE, person, true, clock.today());
    }
  }

  static boolean saysNo(String flag) {
    return NO.contains(flag.toLowerCase(Locale.ROOT));
  }

  private static boolean holds(Milestones.BarRule rule, Line line) {
    return rule.filled().stream().noneMatch(column -> line.value(column).isEmpty())
        && rule.empty().stream().allMatch(column -> line.value(column).isEmpty())
        // An empty flag is unknown, and unknown stops.
        && rule.yes().stream().noneMatch(column -> saysNo(line.value(column)))
        && starts(line, rule.starts());
  }

  /** Whether each column's text starts with one of its words. */
  static boolean starts(Line line, Map<String, List<String>> columns) {
    return columns.entrySet().stream()
        .allMatch(
            starts -> starts.getValue().stream().anyMatch(begins(line.value(starts.getKey()))));
  }

  private static Predicate<String> begins(String value) {
    return word ->
        value.regionMatches(true, 0, word, 0, word.length())
            && (value.length() == word.length()
                || !Character.isLetterOrDigit(value.charAt(word.length())));
  }
}
