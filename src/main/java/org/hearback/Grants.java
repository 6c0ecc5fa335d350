package org.hearback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What each user may do. The list is the migration {@code R__grants.sql} itself, so that it cannot
 * drift from what was granted; the server's own word is read with {@code SHOW GRANTS}.
 */
final class Grants {
  private static final Pattern GRANT =
      Pattern.compile("GRANT\\s+(.+?)\\s+ON\\s+(\\S+)\\s+TO\\s+(\\S+)@", Pattern.DOTALL);
  private static final Pattern PRIVILEGE =
      Pattern.compile("([A-Z][A-Z ]*[A-Z])\\s*(?:\\(([^)]*)\\))?");

  private Grants() {}

  /** The list: user to rights, each right as "PRIVILEGE object" or "PRIVILEGE object.column". */
  static Map<String, Set<String>> expected(String accountHost) {
    try (var in = Grants.class.getResourceAsStream("/db/migration/R__grants.sql")) {
      if (in == null) {
        throw new IllegalStateException("the list of rights is missing from the jar");
      }
      var text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${host}", accountHost);
      var byUser = new HashMap<String, Set<String>>();
      for (var statement : text.replaceAll("(?m)^--.*$", "").split(";")) {
        var matcher = GRANT.matcher(statement);
        if (matcher.find()) {
          byUser
              .computeIfAbsent(bare(matcher.group(3)), _ -> new TreeSet<>())
              .addAll(rights(matcher.group(1), matcher.group(2)));
        }
      }
      return byUser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compares; more rights than the list are refused, and so are fewer, as the work would fail
   * later.
   */
  static void check(String user, Map<String, Set<String>> expected, Connection connection)
      throws SQLException {
    var held = new TreeSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW GRANTS")) {
      while (rows.next()) {
        var matcher = GRANT.matcher(rows.getString(1));
        if (everybodys(rows.getString(1))) {
          continue;
        }
        if (matcher.find()) {
          held.addAll(rights(matcher.group(1), matcher.group(2)));
        } else {
          held.add("what cannot be read: " + rows.getString(1));
        }
        if (rows.getString(1).contains("WITH GRANT OPTION")) {
          held.add("GRANT OPTION");
        }
      }
    }
    held.remove("USAGE *.*");
    var wanted = expected.getOrDefault(user, Set.of());
    var more = new HashSet<>(held);
    more.removeAll(wanted);
    if (!more.isEmpty()) {
      throw new StartRefused(user + " may do more than its list: " + new TreeSet<>(more));
    }
    var fewer = new HashSet<>(wanted);
    fewer.removeAll(held);
    if (!fewer.isEmpty()) {
      throw new StartRefused(user + " may do less than its list: " + new TreeSet<>(fewer));
    }
  }

  /**
   * A new server lets everybody use schemas called "test"; that is no right of ours, and none on
   * our stores.
   */
  private static boolean everybodys(String grant) {
    return grant.matches("GRANT .* ON `test(\\\\_%)?`\\.\\* TO PUBLIC.*");
  }

  private static Set<String> rights(String privileges, String object) {
    var rights = new HashSet<String>();
    var matcher = PRIVILEGE.matcher(privileges);
    while (matcher.find()) {
      var on = matcher.group(1).toUpperCase(Locale.ROOT) + " " + bare(object);
      if (matcher.group(2) == null) {
        rights.add(on);
      } else {
        for (var column : matcher.group(2).split(",")) {
          rights.add(on + "." + bare(column.strip()));
        }
      }
    }
    return rights;
  }

  private static String bare(String name) {
    return name.replaceAll("[`']", "");
  }
}
