package org.hearback.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The passwords of the embedded server's users: random, made once for a folder and kept in it,
 * readable by its owner only.
 */
public final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> USERS =
      List.of(
          "keeper",
          "migrator",
          "courier",
          "collector",
          "duty",
          "delinker",
          "analyst",
          "clerk",
          "session",
          "csrf");

  private final Properties byUser;

  private Passwords(Properties byUser) {
    this.byUser = byUser;
  }

  /** Reads the folder's passwords; makes those that are missing. */
  public static Passwords in(Path folder) {
    var file = folder.resolve("passwords.properties");
    var byUser = new Properties();
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (var in = Files.newBufferedReader(file)) {
        byUser.load(in);
      }
      if (!byUser.stringPropertyNames().containsAll(USERS)) {
        USERS.forEach(user -> byUser.putIfAbsent(user, fresh()));
        try (var out = Files.newBufferedWriter(file)) {
          byUser.store(out, "users of the embedded MariaDB, and the keys of sessions and forms");
        }
      }
      return new Passwords(byUser);
    } catch (IOException e) {
      throw new IllegalStateException("cannot keep the passwords of the database in " + folder, e);
    }
  }

  private static String fresh() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The password of a user. */
  public String of(String user) {
    var password = byUser.getProperty(user);
    if (password == null) {
      throw new IllegalArgumentException("no such user: " + user);
    }
    return password;
  }

  /**
   * What the server runs at its start: {@code infra/mariadb/users.sql} with these passwords, and
   * the keeper, who may stop the server and nothing else. Run again, it changes nothing but the
   * passwords.
   */
  public String initSql(String usersSql) {
    var sql = new StringBuilder();
    usersSql
        .lines()
        .filter(line -> !line.startsWith("--"))
        .forEach(line -> sql.append(line).append('\n'));
    var text = sql.toString();
    for (var user : USERS) {
      text = text.replace("'CHANGE_ME_" + user + "'", "'" + of(user) + "'");
    }
    return "CREATE USER IF NOT EXISTS 'keeper'@'%' IDENTIFIED BY '"
        + of("keeper")
        + "';\nGRANT SHUTDOWN ON *.* TO 'keeper'@'%';\n"
        + text;
  }
}
