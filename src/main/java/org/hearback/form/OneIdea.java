package org.hearback.form;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tick answers one thing. Finds two questions under one key, and two clauses joined by "and",
 * "or" or "but": the second begins with a word that asks, or has a subject of its own. Two nouns
 * with an "and" between them pass, as far too many of them are one idea ("me and my family"). In
 * free text two ideas are only a warning: both can be answered there.
 */
final class OneIdea implements WordRule {
  private static final String ASKING =
      "(?:what|how|when|where|why|whom?|which|whether|did|do|does|is|are|was|were|has|have|had|would|could|can|will)";
  private static final String SUBJECT =
      "(?:I|you|we|they|he|she|someone|somebody|everyone|everybody|nobody)";

  private static final Pattern JOINED =
      Pattern.compile(
          "(?<!\\b(?:what|how|when|where|why|who|whom|which|you|me)),? (?:and|or|but) (?:also |then"
              + " )?(?:by )?(?:"
              + ASKING
              + "|"
              + SUBJECT
              + ")\\b(?!-)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AND_OR = Pattern.compile("\\band/or\\b", Pattern.CASE_INSENSITIVE);
  private static final String MEND = "Ask the more important one, or make two questions of it";

  @Override
  public String name() {
    return "one-idea";
  }

  @Override
  public Stream<Finding> findings(Said said) {
    if (!said.part().asks()) {
      return Stream.empty();
    }
    var level = said.part() == Said.Part.OPEN ? Finding.Level.WARNING : Finding.Level.ERROR;
    if (said.text().chars().filter(it -> it == '?').count() > 1) {
      return Stream.of(finding(level, said, said.text(), "asks two questions", MEND));
    }
    return said.sentences().stream()
        .filter(it -> JOINED.matcher(it).find() || AND_OR.matcher(it).find())
        .map(it ->
            finding(level, said, it, "holds two ideas, and one answer cannot fit both", MEND));
  }
}
