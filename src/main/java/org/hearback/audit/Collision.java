package org.hearback.audit;

import java.sql.SQLException;

/** Tells "another node was faster" from a real failure. */
final class Collision {
  private static final int DUPLICATE_KEY = 1062;
  // How Galera reports that another node has committed the same row first.
  private static final int DEADLOCK = 1213;

  private Collision() {}

  static boolean is(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == DUPLICATE_KEY || sql.getErrorCode() == DEADLOCK)) {
        return true;
      }
    }
    return false;
  }
}
