package org.hearback.form;

import java.util.stream.Stream;

/** A sentence has no more words than its readers can hold at once. */
final class SentenceLength implements WordRule {

  @Override
  public String name() {
    return "sentence-length";
  }

  @Override
  public Stream<Finding> findings(Said said) {
    int most = said.readers().wordsMax();
    return said.sentences().stream()
        .filter(sentence -> Said.words(sentence).size() > most)
        .map(sentence ->
            finding(
                Finding.Level.ERROR,
                said,
                sentence,
                "has %d words; %s get at most %d"
                    .formatted(Said.words(sentence).size(), said.readers().who(), most),
                "Make two sentences of it, or leave out what they need not know"));
  }
}
