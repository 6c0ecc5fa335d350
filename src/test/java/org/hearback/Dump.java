package org.hearback;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Every value of every table of some schemas, for tests that compare or search them. */
final class Dump {
  private Dump() {}

  /** One line a row, in an order of its own; bytes in hexadecimal. */
  static List<String> of(TestDatabase database, String... schemas) throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = database.keeper()) {
      for (var schema : schemas) {
        for (var table : tables(connection, schema)) {
          rows(connection, table, lines);
        }
      }
    }
    lines.sort(null);
    return lines;
  }

  private static List<String> tables(Connection connection, String schema) throws SQLException {
    var names = new ArrayList<String>();
    try (var select =
        connection.prepareStatement(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ?")) {
      select.setString(1, schema);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          names.add(schema + "." + rows.getString(1));
        }
      }
    }
    if (names.isEmpty()) {
      throw new IllegalStateException("no tables in " + schema);
    }
    return names;
  }

  private static void rows(Connection connection, String table, List<String> lines)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var line = new StringBuilder(table);
        for (int column = 1; column <= columns; column++) {
          line.append('|')
              .append(
                  rows.getObject(column) instanceof byte[] bytes
                      ? HexFormat.of().formatHex(bytes)
                      : rows.getString(column));
        }
        lines.add(line.toString());
      }
    }
  }
}
