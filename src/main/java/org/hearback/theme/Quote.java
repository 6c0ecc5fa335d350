package org.hearback.theme;

import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;

/**
 * Words of a comment that may leave the reading room, as far as somebody has looked at them.
 * Immutable.
 *
 * @param wording as it is printed
 * @param verdict where the check stands
 * @param pickedBy sign-in name
 */
public record Quote(
    UUID id,
    UUID comment,
    RedactedText wording,
    Kind kind,
    Verdict verdict,
    String pickedBy,
    Label label) {

  /**
   * Whether it may be what a reader wrote in English of another language: where the label keeps no
   * language, nothing tells.
   */
  public boolean perhapsTranslated() {
    return kind == Kind.WORDS && label.language().isEmpty();
  }

  /** How the printed words follow from what was said. */
  public enum Kind {
    /** As they are kept, shortened at most. */
    WORDS,
    /** Of what a reader wrote in English of another language. */
    RENDERING,
    /** What an analyst wrote instead, so that nobody is known by their way of speaking. */
    PARAPHRASE
  }

  /** Where the check stands. */
  public sealed interface Verdict {
    /** A second person has to look. */
    record Waiting() implements Verdict {}

    /** It may be printed. */
    record Checked(String by) implements Verdict {}

    /** It may not, as it stands. */
    record Refused(String by, Objection why) implements Verdict {}
  }

  /** Why a second person refuses. */
  public enum Objection {
    /** Somebody could tell who said it. */
    PERSON,
    /** It says something else than the whole comment. */
    MEANING,
    /** It would hurt somebody who reads it, or whoever said it. */
    HARM
  }
}
