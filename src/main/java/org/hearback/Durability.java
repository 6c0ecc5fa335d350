package org.hearback;

import java.sql.Connection;
import java.sql.SQLException;

/** What a server must promise before an answer may be acknowledged. */
final class Durability {
  private Durability() {}

  static void check(Connection connection, int windowDays) throws SQLException {
    if (!Database.variable(connection, "innodb_flush_log_at_trx_commit").equals("1")) {
      throw new StartRefused(
          "innodb_flush_log_at_trx_commit is not 1: an acknowledged answer could be lost");
    }
    if (!Database.variable(connection, "log_bin").equals("1")) {
      return;
    }
    if (!Database.variable(connection, "sync_binlog").equals("1")) {
      throw new StartRefused(
          "sync_binlog is not 1 and the server keeps a binary log: a crash could lose an answer");
    }
    // The log pairs an envelope with the invitation that was spent beside it, so it must not
    // outlive the window.
    long seconds =
        (long) Double.parseDouble(Database.variable(connection, "binlog_expire_logs_seconds"));
    if (seconds == 0 || seconds > windowDays * 86_400L) {
      throw new StartRefused(
          "binlog_expire_logs_seconds must be between 1 and the window of " + windowDays + " days");
    }
  }
}
