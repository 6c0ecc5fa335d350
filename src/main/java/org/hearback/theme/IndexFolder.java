package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of this node's index. One process has it for as long as it lives: two would sweep each
 * other's work away. Anybody may ask that process for a new index by a file. Safe for any thread.
 */
public final class IndexFolder {
  static final String HELD =
      "another process has this folder of the index; each needs one of its own";

  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final String ANEW = "anew";

  private final Path folder;
  private @Nullable Lock lock;

  IndexFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes it; does nothing where this process has it already. Where it cannot be written the
   * service goes on without an index: answers come in all the same.
   *
   * @throws IllegalStateException when another process has it
   */
  public void take() {
    try {
      hold();
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(HELD, e);
    } catch (IOException e) {
      LOG.warn("no index can be kept in its folder: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * Asks whoever has the folder, this process or another, to make the index anew. What is searched
   * stays meanwhile.
   */
  public void askAnew() {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(ANEW), UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By what name a new index was asked for. */
  Optional<String> asked() {
    try {
      return Optional.of(Files.readString(folder.resolve(ANEW)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Unless somebody has asked again since. */
  void answered(Optional<String> asked) {
    try {
      if (asked.isPresent() && asked.equals(asked())) {
        Files.deleteIfExists(folder.resolve(ANEW));
      }
    } catch (IOException e) {
      LOG.warn("that a new index was asked for stays: {}", e.getClass().getSimpleName());
    }
  }

  synchronized void hold() throws IOException {
    if (lock == null) {
      Files.createDirectories(folder);
      try (var root = FSDirectory.open(folder)) {
        lock = root.obtainLock("hearback.lock");
      }
    }
  }

  synchronized void close() {
    IOUtils.closeWhileHandlingException(lock);
    lock = null;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** All indexes but one; what cannot be swept away now will be at the next opening. */
  void sweep(String keep) {
    try (var entries = Files.list(folder)) {
      for (var old : entries.filter(Files::isDirectory).toList()) {
        if (!old.getFileName().toString().equals(keep)) {
          delete(old.getFileName().toString());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("an old index was not swept away: {}", e.getClass().getSimpleName());
    }
  }

  /** Whatever lies there under this name, if anything. */
  void delete(String name) throws IOException {
    if (Files.exists(folder.resolve(name))) {
      try (var files = Files.walk(folder.resolve(name))) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
