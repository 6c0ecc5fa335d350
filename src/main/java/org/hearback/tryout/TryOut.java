package org.hearback.tryout;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The house with nothing configured: an embedded MariaDB and all keys in one durable folder, {@code
 * var/} unless {@code -Dhearback.var} says otherwise; several folders may share the server's
 * binaries by {@code -Dhearback.var.base}. Holds a lock on the folder: two services would otherwise
 * share a server and stop it under each other.
 */
public final class TryOut implements Unconfigured {
  private static final Logger LOG = LoggerFactory.getLogger(TryOut.class);

  private final Path folder = Path.of(System.getProperty("hearback.var", "var")).toAbsolutePath();
  private Optional<EmbeddedMariaDb> server = Optional.empty();
  private Optional<SampleLoad> council = Optional.empty();
  private Optional<FileLock> lock = Optional.empty();

  @Override
  public Map<String, Object> start() {
    lock = Optional.of(lock());
    var home = folder.resolve("mariadb");
    var base = Path.of(System.getProperty("hearback.var.base", home.resolve("base").toString()));
    var passwords = Passwords.in(folder);
    var started =
        EmbeddedMariaDb.start(
            base.toAbsolutePath(), home, passwords, passwords.initSql(usersSql()), List.of());
    server = Optional.of(started);
    return configuration(passwords, started.url());
  }

  @Override
  public void furnish(ApplicationContext house) {
    house.getBean(Sample.class).load();
    council = Optional.of(house.getBean(SampleLoad.class));
  }

  @Override
  public void opened(String address) {
    council.ifPresent(sample -> sample.begin(URI.create(address)));
    LOG.info("This is a try-out; nothing leaves this machine. Start at {}/tryout", address);
    LOG.info("Everything is kept in {}; delete it while nothing runs to begin anew", folder);
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
    configuration.put("hearback.import.folder", made(folder.resolve("import")).toString());
    configuration.put("hearback.messages.folder", folder.toString());
    configuration.put("hearback.clock.folder", folder.toString());
    configuration.put("hearback.preview.folder", sources());
    configuration.put("hearback.http.cookie-secure", false);
    configuration.put(
        "hearback.address", "http://127.0.0.1:" + System.getProperty("hearback.http.port", "8080"));
    configuration.put("hearback.council.name", "Westhaven Council");
    configuration.put("hearback.council.contact", "feedback@council.example");
    configuration.put(
        "hearback.council.duty-phone", "01632 960 100"); // of a range kept for fiction
    configuration.put("hearback.council.routes.complaints.phone", "01632 960 101");
    configuration.put("hearback.council.routes.complaints.mail", "complaints@council.example");
    configuration.put("hearback.council.routes.advocacy.phone", "01632 960 102");
    configuration.put("hearback.council.routes.lado.phone", "01632 960 103");
    configuration.put("hearback.council.routes.lado.mail", "lado@council.example");
    configuration.put("hearback.council.routes.refer.phone", "01632 960 104");
    configuration.put("hearback.council.routes.contact-me.mail", "call-back@council.example");
    configuration.put("hearback.council.routes.staff-concern.mail", "speak-up@council.example");
    // A visitor comes at any hour and does not wait; nobody's phone rings.
    configuration.put("hearback.invitation.hours", "0-24");
    configuration.put("hearback.invitation.weigh-every", "20s");
    configuration.put("hearback.invitation.send-every", "20s");
    return configuration;
  }

  /**
   * Where the preview reads forms and words anew: the folder it was started in, if they are there.
   */
  private static String sources() {
    return Files.isRegularFile(Path.of("forms/published.sha256"))
            && Files.isRegularFile(Path.of("i18n/languages.txt"))
        ? Path.of("").toAbsolutePath().toString()
        : "";
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        throw new Busy(
            "another Hearback runs on " + folder + "; stop it, or give -Dhearback.var=FOLDER");
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
