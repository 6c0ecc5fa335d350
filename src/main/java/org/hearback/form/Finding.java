package org.hearback.form;

/**
 * One thing that the linter of words says, for whoever wrote them. Immutable.
 *
 * @param where the form and its version, or the pages around all forms
 * @param language BCP 47 tag
 * @param key the sentence's key in {@code i18n/}, or the beginning of several
 * @param rule as {@code forms/exceptions.yml} names it
 * @param sentence what was found fault with
 * @param wrong what is wrong with it
 * @param mend what to do
 */
public record Finding(
    Level level,
    String where,
    String language,
    String key,
    String rule,
    String sentence,
    String wrong,
    String mend) {

  /** Whether it may be published. */
  public enum Level {
    /** Fails the build and refuses the start. */
    ERROR,
    /** Is shown beside the preview. */
    WARNING
  }

  public boolean isError() {
    return level == Level.ERROR;
  }

  /** On one line, for a log or a failed test. */
  public String line() {
    return "%s, %s (%s), %s: “%s” %s. %s"
        .formatted(where, key, language, rule, sentence, wrong, mend);
  }
}
