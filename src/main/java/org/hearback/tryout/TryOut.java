package org.hearback.tryout;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearback.Unconfigured;

/**
 * The house with nothing configured: an embedded MariaDB and all keys in one durable folder, {@code
 * var/} unless {@code -Dhearback.var} says otherwise. Holds a lock on the folder: two services
 * would otherwise share a server and stop it under each other.
 */
public final class TryOut implements Unconfigured {
  private final Path folder = Path.of(System.getProperty("hearback.var", "var")).toAbsolutePath();
  private Optional<EmbeddedMariaDb> server = Optional.empty();
  private Optional<FileLock> lock = Optional.empty();

  @Override
  public Map<String, Object> start() {
    lock = Optional.of(lock());
    var home = folder.resolve("mariadb");
    var passwords = Passwords.in(folder);
    var started =
        EmbeddedMariaDb.start(
            home.resolve("base"), home, passwords, passwords.initSql(usersSql()), List.of());
    server = Optional.of(started);
    return configuration(passwords, started.url());
  }

  @Override
  public void opened(ApplicationContext house) {
    house.getBean(Sample.class).load();
  }

  @Override
  public void close() {
    server.ifPresent(EmbeddedMariaDb::close);
    lock.ifPresent(held -> {
      try {
        held.acquiredBy().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private Map<String, Object> configuration(Passwords passwords, String url) {
    var configuration = new HashMap<String, Object>();
    configuration.put("hearback.tryout", true);
    configuration.put("hearback.database.url", url);
    for (var user :
        List.of("migrator", "courier", "collector", "duty", "delinker", "analyst", "clerk")) {
      configuration.put("hearback.database.passwords." + user, passwords.of(user));
    }
    configuration.put("hearback.keys.session", passwords.of("session"));
    configuration.put("hearback.keys.csrf", passwords.of("csrf"));
    configuration.put("hearback.keys.folder", folder.resolve("keys").toString());
    configuration.put("hearback.index.folder", folder.resolve("index").toString());
    configuration.put("hearback.import.folder", folder.resolve("import").toString());
    configuration.put("hearback.http.cookie-secure", false);
    return configuration;
  }

  private FileLock lock() {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var held = channel.tryLock();
      if (held == null) {
        channel.close();
        throw new IllegalStateException("another Hearback runs on " + folder);
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private static String usersSql() {
    try (var in = TryOut.class.getResourceAsStream("/mariadb/users.sql")) {
      if (in == null) {
        throw new IllegalStateException("users.sql is missing from the class path");
      }
      try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().collect(Collectors.joining("\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
