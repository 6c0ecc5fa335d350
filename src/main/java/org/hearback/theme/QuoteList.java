package org.hearback.theme;

import java.util.List;
import java.util.UUID;

/**
 * A page of the basket. Immutable.
 *
 * @param rows in the order in which they stand
 * @param page from 1
 * @param pages 1 at least
 */
record QuoteList(List<QuoteRow> rows, int page, int pages) {
  /** So few that the record of one look holds all of them. */
  static final int ON_A_PAGE = 20;

  QuoteList {
    rows = List.copyOf(rows);
  }

  /** Which of many stand on a page. */
  static List<UUID> on(int page, List<UUID> all) {
    int from = (page - 1) * ON_A_PAGE;
    return all.subList(from, Math.min(all.size(), from + ON_A_PAGE));
  }

  static int pages(int quotes) {
    return Math.max(1, (quotes + ON_A_PAGE - 1) / ON_A_PAGE);
  }
}
