package org.hearback;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the state the house needs, once, before anything else is started: migrates
 * as {@code migrator}, who then leaves, and looks whether the server keeps its word on durability
 * and rights.
 *
 * @param url of the server, without a schema
 * @param accountHost the host part of the users' accounts, {@code %} unless an operator has
 *     narrowed it
 * @param passwords by user
 */
record Database(String url, String accountHost, Map<String, String> passwords) {

  private static final int PATIENCE_SECONDS = 10;

  static final Set<String> USERS =
      Set.of("courier", "collector", "duty", "delinker", "analyst", "clerk");

  /**
   * Looks whether anybody answers.
   *
   * @throws StartRefused with what an operator has to change
   */
  void reach() {
    try (var connection = DriverManager.getConnection(url, "migrator", password("migrator"))) {
      if (!connection.isValid(PATIENCE_SECONDS)) {
        throw new StartRefused("the database at hearback.database.url does not answer");
      }
    } catch (SQLException e) {
      throw new StartRefused("the database at hearback.database.url: " + e.getMessage());
    }
  }

  /** Runs the migrations; there is one history table, in {@code office}. */
  void migrate() {
    Flyway.configure()
        .dataSource(url, "migrator", password("migrator"))
        .schemas("office")
        .createSchemas(false)
        .table("migration_history")
        .locations("classpath:db/migration")
        .placeholders(Map.of("host", accountHost))
        .load()
        .migrate();
  }

  /**
   * Refuses a server that may forget what was acknowledged, and users that may do more than their
   * list.
   *
   * @param windowDays the window: a binary log must not outlive it
   * @throws StartRefused with what an operator has to change
   */
  void check(int windowDays) {
    var grants = Grants.expected(accountHost);
    for (var user : USERS) {
      try (var connection = DriverManager.getConnection(url, user, password(user))) {
        Grants.check(user, grants, connection);
        if (user.equals("clerk")) {
          Durability.check(connection, windowDays);
        }
      } catch (SQLException e) {
        throw new StartRefused("the database refuses " + user + ": " + e.getMessage());
      }
    }
  }

  private String password(String user) {
    var password = passwords.get(user);
    if (password == null || password.isBlank() || password.startsWith("CHANGE_ME")) {
      throw new StartRefused(
          "no password for " + user + ": set hearback.database.passwords." + user);
    }
    return password;
  }

  /** One variable of the server. */
  static String variable(Connection connection, String name) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT @@GLOBAL." + name);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }
}
