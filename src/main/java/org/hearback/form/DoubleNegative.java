package org.hearback.form;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two words that deny, in one clause, have to be undone in the head; and to disagree with a "not"
 * is the same. "Unless" and conditions belong to their clause; what is joined by a comma, "and",
 * "but", "so" or "or" is a clause of its own.
 */
final class DoubleNegative implements WordRule {
  private static final Pattern CLAUSES =
      Pattern.compile("[,;:]|\\b(?:and|but|so|or|because|that|who|what|which|where)\\b");

  private static final Pattern DENIES =
      Pattern.compile(
          "\\b(?:not(?! only)|cannot|never|no(?!"
              + " matter)|nobody|nothing|none|nowhere|neither|nor|without|hardly)\\b|n’t\\b"
              + "|\\b(?:un(?:safe|happy|fair|fairly|kind|sure|clear|able|likely|helpful|heard|welcome|comfortable|easy|important|wanted|less|necessary)"
              + "|disagree[ds]?|disrespect\\w*|dislike[ds]?|impossible|incorrect|inappropriate)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A statement that denies in its first words. */
  private static final Pattern DENIED_STATEMENT =
      Pattern.compile(
          "^(?:\\w+ ){0,3}?(?:\\w+n’t|not|never|no|nobody|nothing|none)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "double-negative";
  }

  @Override
  public Stream<Finding> findings(Said said) {
    return said.sentences().stream()
        .flatMap(sentence -> Stream.concat(twice(said, sentence), denied(said, sentence)));
  }

  private Stream<Finding> twice(Said said, String sentence) {
    boolean twice =
        Arrays.stream(CLAUSES.split(sentence.replace('\'', '’')))
            .anyMatch(clause -> DENIES.matcher(clause).results().count() > 1);
    return twice
        ? Stream.of(
            finding(
                Finding.Level.ERROR,
                said,
                sentence,
                "says “not” twice",
                "Say what is, instead of what is not"))
        : Stream.empty();
  }

  private Stream<Finding> denied(Said said, String sentence) {
    return said.part() == Said.Part.AGREED
            && DENIED_STATEMENT.matcher(sentence.replace('\'', '’')).find()
        ? Stream.of(
            finding(
                Finding.Level.ERROR,
                said,
                sentence,
                "has a “not” that people would have to disagree with",
                "Turn the statement round, and the standings of its options with it"))
        : Stream.empty();
  }
}
