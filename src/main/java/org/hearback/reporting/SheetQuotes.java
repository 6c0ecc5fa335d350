package org.hearback.reporting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearback.anonymity.CellSpan;
import org.hearback.theme.Quote;

/**
 * Which quotes stand on one sheet: of its twelve months, those that somebody chose or else the
 * newest, and never more than ten. What is left out is counted. Immutable.
 *
 * @param allowed all that could stand on it, the newest first
 * @param printed those that do
 * @param outside how many may be printed and are not, or not for certain, of these months
 * @param chosen whether somebody chose
 * @param unknown how many were chosen that are not there, or not any more
 */
record SheetQuotes(
    List<Quote> allowed, List<Quote> printed, int outside, boolean chosen, int unknown) {
  static final int MOST = 10;

  /**
   * Sorts them out.
   *
   * @param all that may be printed of the area, the newest first
   * @param year empty while no figures are published: then there is no time to be outside of
   * @param wanted ids as they were typed
   */
  static SheetQuotes of(List<Quote> all, Optional<CellSpan> year, Set<String> wanted) {
    var allowed =
        all.stream()
            .filter(quote -> year.filter(it -> !quote.label().isWithin(it)).isEmpty())
            .toList();
    var chosen = allowed.stream().filter(quote -> wanted.contains(id(quote))).toList();
    return new SheetQuotes(
        allowed,
        (chosen.isEmpty() ? allowed : chosen).stream().limit(MOST).toList(),
        all.size() - allowed.size(),
        !chosen.isEmpty(),
        wanted.size() - chosen.size());
  }

  /** What stands behind the address of a sheet, so that it has the same quotes again. */
  String address() {
    return chosen ? address(printed) : "";
  }

  static String address(List<Quote> quotes) {
    return quotes.isEmpty()
        ? ""
        : quotes.stream()
            .map(quote -> "quote=" + id(quote))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String id(Quote quote) {
    return quote.id().toString();
  }

  /** Whether there is a choice at all. */
  boolean tooManyForOne() {
    return allowed.size() > MOST;
  }

  /** Empty where nothing of these months is left out. */
  String more() {
    int left = allowed.size() - printed.size();
    var why =
        chosen
            ? "whoever made the sheet chose these."
            : "a sheet holds ten, and these are the newest.";
    return switch (left) {
      case 0 -> "";
      case 1 -> "1 more may be printed and is left out: " + why;
      default -> left + " more may be printed and are left out: " + why;
    };
  }

  /** Empty where all are of these months. */
  String others() {
    return switch (outside) {
      case 0 -> "";
      case 1 ->
          "1 quote that may be printed is left out: it is not from these twelve months, or not for"
              + " certain.";
      default ->
          outside
              + " quotes that may be printed are left out: they are not from these twelve months,"
              + " or not for certain.";
    };
  }
}
