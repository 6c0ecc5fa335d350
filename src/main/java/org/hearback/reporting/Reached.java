package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;
import org.hearback.invitation.Reach;
import org.hearback.invitation.Replies.Split;
import org.hearback.journey.Audience;
import org.hearback.journey.AudienceGroup;
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
  private final Answered answered;

  Reached(ReachedStore store, Reach reach, ServiceAreas areas, Answered answered) {
    this.store = store;
    this.reach = reach;
    this.areas = areas;
    this.answered = answered;
  }

  /** Counts the months of the last year that are due and not counted yet. */
  void count(LocalDate today) {
    var last = YearMonth.from(today.minusDays(Disclosure.CLOSING_DAYS)).minusMonths(1);
    for (int back = 0; back < MONTHS; back++) {
      var month = last.minusMonths(back);
      if (!store.isCounted(month)) {
        store.add(month, ReachedRow.together(reach.in(month).stream().map(one -> row(month, one))));
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

  /** For all, each group of people, each way and each language, in words. */
  List<Map<String, String>> of(String area, CellSpan year) {
    var here =
        store.between(year.firstMonth(), year.lastMonth()).stream()
            .filter(row -> row.isIn(area))
            .toList();
    var kept = answered.of(area);
    var lines = new ArrayList<Map<String, String>>();
    for (var split : Split.values()) {
      here.stream()
          .collect(
              Collectors.groupingBy(row -> part(split, row), TreeMap::new, Collectors.toList()))
          .forEach((part, rows) -> lines.add(line(split, part, rows, year, kept)));
    }
    return lines;
  }

  private static String part(Split split, ReachedRow row) {
    return switch (split) {
      case ALL -> "";
      case GROUP -> Audience.valueOf(row.audience()).group().name();
      case WAY -> row.byWhat();
      case LANGUAGE -> row.language();
    };
  }

  private static String name(Split split, String part) {
    return switch (split) {
      case ALL -> "All together";
      case GROUP -> AreaWords.title(AudienceGroup.valueOf(part));
      case WAY -> way(part);
      case LANGUAGE -> "In " + language(part);
    };
  }

  private static Map<String, String> line(
      Split split, String part, List<ReachedRow> rows, CellSpan year, Answered.Kept kept) {
    return Map.of(
        "who", name(split, part),
        "asked", shown(rows.stream().mapToInt(ReachedRow::asked).sum()),
        "missed", shown(rows.stream().mapToInt(ReachedRow::missed).sum()),
        "answered",
            kept.of(
                year,
                split,
                part,
                quarter ->
                    rows.stream()
                        .filter(row -> quarter.covers(row.counted()))
                        .mapToInt(ReachedRow::asked)
                        .sum()));
  }

  static String shown(int count) {
    if (count == 0) {
      return "0";
    }
    return count < Disclosure.BASE_MIN ? "c" : String.valueOf(rounded(count));
  }

  static int rounded(int count) {
    return (count + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
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
