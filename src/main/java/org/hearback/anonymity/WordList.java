package org.hearback.anonymity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a list of the class path: one entry a line, folded and in lower case; a line that begins
 * with {@code #} is a comment.
 */
final class WordList {
  private WordList() {}

  static List<String> read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream("/anonymity/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the list is not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> Folded.plain(line).toLowerCase(Locale.ROOT))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as single words, many on a line. */
  static Set<String> words(String name) {
    return read(name).stream()
        .flatMap(line -> Arrays.stream(line.split(" +")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
