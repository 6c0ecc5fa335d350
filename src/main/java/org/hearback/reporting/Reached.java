package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;
import org.hearback.invitation.Reach;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/**
 * Who was asked and who could not be reached. A month is counted once, when it has been over for
 * five weeks, and never again. What is shown is rounded to fives, and hidden below ten: these are
 * people in families, and two sheets must not tell of one more. Safe for any thread and for several
 * nodes.
 */
@Singleton
class Reached {
  private static final int ROUNDED_TO = 5;
  private static final int MONTHS = 12;

  private final ReachedStore store;
  private final Reach reach;
  private final ServiceAreas areas;

  Reached(ReachedStore store, Reach reach, ServiceAreas areas) {
    this.store = store;
    this.reach = reach;
    this.areas = areas;
  }

  /** Counts the months of the last year that are due and not counted yet. */
  void count(LocalDate today) {
    var last = YearMonth.from(today.minusDays(Disclosure.CLOSING_DAYS)).minusMonths(1);
    for (int back = 0; back < MONTHS; back++) {
      var month = last.minusMonths(back);
      if (!store.isCounted(month)) {
        store.add(month, reach.in(month).stream().map(one -> row(month, one)).toList());
      }
    }
  }

  private ReachedRow row(YearMonth month, Reach.Counted one) {
    var area = areas.knows(one.area()) ? one.area() : areas.council();
    return new ReachedRow(
        month.toString(),
        String.join(ReachedRow.UP, areas.upwards(area)),
        one.audience().name(),
        one.way(),
        one.language(),
        one.asked(),
        one.missed());
  }

  /** For each group of people, and of all by way and by language, in words. */
  List<Map<String, String>> of(String area, CellSpan year) {
    var here =
        store.between(year.firstMonth(), year.lastMonth()).stream()
            .filter(row -> row.isIn(area))
            .toList();
    var lines = new ArrayList<Map<String, String>>();
    lines.addAll(lines(here, row -> AreaWords.title(Audience.valueOf(row.audience()).group())));
    lines.addAll(lines(here, row -> way(row.byWhat())));
    lines.addAll(lines(here, row -> "In " + language(row.language())));
    return lines;
  }

  private static List<Map<String, String>> lines(
      List<ReachedRow> rows, Function<ReachedRow, String> name) {
    var asked = new HashMap<String, Integer>();
    var missed = new HashMap<String, Integer>();
    for (var row : rows) {
      asked.merge(name.apply(row), row.asked(), Integer::sum);
      missed.merge(name.apply(row), row.missed(), Integer::sum);
    }
    return asked.keySet().stream()
        .sorted()
        .map(key ->
            Map.of("who", key, "asked", shown(asked.get(key)), "missed", shown(missed.get(key))))
        .toList();
  }

  static String shown(int count) {
    if (count == 0) {
      return "0";
    }
    return count < Disclosure.BASE_MIN
        ? "c"
        : String.valueOf((count + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO);
  }

  private static String way(String way) {
    return switch (way) {
      case "text" -> "By text message";
      case "email" -> "By e-mail";
      default -> "By letter";
    };
  }

  private static String language(String tag) {
    return tag.equals("en-simple")
        ? "Easy Read"
        : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }
}
