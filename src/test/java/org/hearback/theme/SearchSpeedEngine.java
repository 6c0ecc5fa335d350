package org.hearback.theme;

import java.io.IOException;
import java.sql.SQLException;

/** One of those that are asked the same about the same comments, in one thread. */
interface SearchSpeedEngine extends AutoCloseable {
  String name();

  /**
   * The first twenty with their hits marked and five facets; for {@link
   * SearchSpeedQuestion.Kind#AREAS} the count of each area may be all.
   *
   * @return how many comments were found
   */
  long ask(SearchSpeedQuestion question) throws SQLException;

  @Override
  void close() throws SQLException, IOException;
}
