package org.hearback.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where keys lie: outside the database and its backups. A node with the respondents' pages alone
 * needs {@code pages/} and {@code weeks/public/}; whoever opens answers also needs {@code
 * weeks/private/} and {@code weeks/database}.
 *
 * @param root on a file system of its own, with backups that live seven days at most
 */
public record KeyFolder(Path root) {

  /** The key file of the respondents' pages. */
  public Path page(String name) {
    return root.resolve("pages").resolve(name + ".json");
  }

  /** Makes the keys of the respondents' pages, where they are missing. */
  public void makePageKeys() {
    try {
      new PageKeys(this);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys of the pages cannot be made", e);
    }
  }

  public Path publicKey(SealKey key) {
    return root.resolve("weeks/public").resolve(key.name() + ".json");
  }

  public Path privateKey(SealKey key) {
    return root.resolve("weeks/private").resolve(key.name() + ".json");
  }

  /** The number of the database whose week keys lie here; empty before its first start. */
  public Optional<UUID> owner() {
    try {
      return Optional.of(UUID.fromString(Files.readString(ownerFile()).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("weeks/database in the key folder cannot be read", e);
    }
  }

  /** Says once whose week keys lie here; what stands there already stays. */
  public void own(UUID database) {
    create(ownerFile(), database.toString());
  }

  private Path ownerFile() {
    return root.resolve("weeks/database");
  }

  /** The weeks, and the held answers, that still have a private key. */
  public List<SealKey> keys() {
    var folder = root.resolve("weeks/private");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> SealKey.read(name.substring(0, name.length() - 5)))
          .sorted(Comparator.comparing(SealKey::name))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("the key folder cannot be read", e);
    }
  }

  /**
   * Writes a file that must not be there yet, for its owner alone, and on the disk before this
   * returns.
   *
   * @return false when another process was first; its file stands
   */
  public boolean create(Path file, String content) {
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      var draft =
          Files.createTempFile(
              file.getParent(),
              ".new",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
          channel.force(true);
        }
        Files.createLink(file, draft);
        sync(file.getParent());
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot write a key to " + file.getParent(), e);
    }
  }

  /** Destroys a key file, on the disk before this returns. */
  public void destroy(Path file) {
    try {
      Files.deleteIfExists(file);
      if (Files.isDirectory(file.getParent())) {
        sync(file.getParent());
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot destroy a key in " + file.getParent(), e);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
