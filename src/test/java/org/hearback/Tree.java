package org.hearback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of this repository, without what a build or a running service makes. Tests run at its
 * root.
 */
final class Tree {
  private static final Set<String> MADE = Set.of("target", "var", ".git", "node_modules");

  private Tree() {}

  /** All files below a folder, in the order of their names. */
  static List<Path> files(String folder) {
    var root = Path.of(folder);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (var below = Files.walk(root)) {
      return below
          .map(Path::normalize)
          .filter(Files::isRegularFile)
          .filter(file -> !MADE.contains(file.getName(0).toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(String folder, String ending) {
    return files(folder).stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** The lines of a text; empty for what is none. */
  static Optional<List<String>> text(Path file) {
    try {
      return Optional.of(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies at the top, made things and the repository's own folder left out. */
  static Stream<String> top() {
    try (var top = Files.list(Path.of(""))) {
      return top
          .map(Path::toString)
          .filter(name -> !MADE.contains(name))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
