package org.hearback.journey;

import java.sql.SQLException;

/** Tells "somebody else was there first" from a database that fails. */
enum Contention {
  /** A unique key is taken. */
  DOUBLE,
  /** A row stayed locked for longer than we wait. */
  LOCKED,
  /** The transaction was rolled back so that another could go on; also Galera's word for it. */
  DEADLOCK,
  NONE;

  static Contention of(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        switch (sql.getErrorCode()) {
          case 1062 -> {
            return DOUBLE;
          }
          case 1205 -> {
            return LOCKED;
          }
          case 1213 -> {
            return DEADLOCK;
          }
          default -> {}
        }
      }
    }
    return NONE;
  }
}
