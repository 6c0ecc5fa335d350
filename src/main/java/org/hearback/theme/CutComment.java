package org.hearback.theme;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comment with the words of its texts. Immutable.
 *
 * @param english what its reader wrote of it
 */
record CutComment(Comment comment, Cutter.Text words, Optional<Cutter.Text> english) {
  Stream<Cutter.Text> texts() {
    return Stream.concat(Stream.of(words), english.stream());
  }

  /** The words of {@link Comment#inEnglish}. */
  Optional<Cut> inEnglish() {
    return english.isPresent() ? english.flatMap(CutComment::inEnglish) : inEnglish(words);
  }

  private static Optional<Cut> inEnglish(Cutter.Text text) {
    return text.own().filter(own -> own.endings() == Endings.ENGLISH).map(Cutter.Own::cut);
  }
}
