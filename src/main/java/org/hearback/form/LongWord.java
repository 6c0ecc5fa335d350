package org.hearback.form;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A word of four syllables or more, where its readers are children or find reading hard. Only a
 * warning: some such words are known to everybody and have no shorter one.
 */
final class LongWord implements WordRule {
  private static final int SYLLABLES = 4;
  private static final Set<Readership> READERS =
      EnumSet.of(
          Readership.CHILD_4_7,
          Readership.CHILD_8_11,
          Readership.EASY_READ,
          Readership.CARE_LEAVER,
          Readership.YOUNG_PERSON);

  @Override
  public String name() {
    return "long-word";
  }

  @Override
  public Stream<Finding> findings(Said said) {
    if (!READERS.contains(said.readers())) {
      return Stream.empty();
    }
    return said.sentences().stream()
        .flatMap(sentence ->
            Said.words(sentence).stream()
                .filter(word -> !word.contains("-") && !word.matches("[0-9].*"))
                .filter(word -> Syllables.in(word) >= SYLLABLES)
                .map(word ->
                    finding(
                        Finding.Level.WARNING,
                        said,
                        sentence,
                        "has a long word, “%s”, for %s".formatted(word, said.readers().who()),
                        "Take a shorter one if there is one that means the same")));
  }
}
