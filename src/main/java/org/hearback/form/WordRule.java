package org.hearback.form;

import java.util.stream.Stream;

/** One rule of the linter of words. Pure; knows nothing of exceptions. */
interface WordRule {

  /** As {@code forms/exceptions.yml} names it. */
  String name();

  /** What this rule finds wrong with the words under one key. */
  Stream<Finding> findings(Said said);

  default Finding finding(
      Finding.Level level, Said said, String sentence, String wrong, String mend) {
    return new Finding(
        level, said.where(), said.language(), said.key(), name(), sentence, wrong, mend);
  }
}
