package org.hearback.safeguarding;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * De-link is done by one node at a time: whoever holds a named lock of the database. The lock ends
 * with its connection, so a node that dies holds up nobody. It is a courtesy, not a safeguard: two
 * nodes that drew at once would lose nothing, one of them would give up in the middle.
 */
@Singleton
public class DelinkTurn {
  private static final Logger LOG = LoggerFactory.getLogger(DelinkTurn.class);

  private static final String ASK = "SELECT GET_LOCK('hearback-de-link', 0)";
  private static final String GIVE_BACK = "SELECT RELEASE_LOCK('hearback-de-link')";

  private final DataSource source;

  DelinkTurn(@Named("duty") DataSource source) {
    this.source = source;
  }

  /**
   * Does the work if no other node is at it. It takes one connection of {@code duty} for as long as
   * that lasts; the work takes its own.
   *
   * @return what the work returned; empty when another node is at it
   */
  public <T> Optional<T> take(Supplier<T> work) {
    try (var connection = source.unwrap(HikariDataSource.class).getConnection()) {
      if (!says(connection, ASK)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        giveBack(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database was not asked whose turn it is", e);
    }
  }

  /** A connection that cannot say so may not go back into the pool: its end ends the lock. */
  private static void giveBack(Connection connection) throws SQLException {
    try {
      says(connection, GIVE_BACK);
    } catch (SQLException e) {
      LOG.warn("the turn was not given back: {}", e.getClass().getSimpleName());
      connection.abort(Runnable::run);
    }
  }

  private static boolean says(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      return answer.next() && answer.getInt(1) == 1;
    }
  }
}
