package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Postcodes and National Insurance numbers by their shape. Each pattern is of bounded length, so
 * that no text makes the matcher look far.
 */
final class Codes {
  private static final String GAP = "[ ._-]{0,2}";

  /**
   * A letter or digit of the same alphabet before or after would make it a part of something else.
   */
  private static final String ALONE = "(?<![a-z0-9])";

  private static final String ENDS = "(?![a-z0-9])";

  private static final Pattern POSTCODE =
      pattern("(?:gir" + GAP + "0aa|[a-z]{1,2}[0-9][a-z0-9]?" + GAP + "[0-9][abd-hjlnp-uw-z]{2})");

  /** QQ is no prefix that is given out; it stands in every example, and people copy examples. */
  private static final Pattern NI_NUMBER =
      pattern(
          "(?:qq|(?!bg|gb|nk|kn|tn|nt|zz)[abceghj-prstw-z][abceghj-nprstw-z])"
              + "(?:"
              + GAP
              + "[0-9]){6}"
              + GAP
              + "[a-d]");

  /** With the words before it, also a number with a wrong prefix or without its last letter. */
  private static final Pattern NI_NAMED =
      pattern(
          "(?:ni|nino|national insurance)(?: (?:number|no|num))?[ :.#-]{0,3}(?:is )?"
              + "([a-z]{2}(?:"
              + GAP
              + "[0-9]){6}(?:"
              + GAP
              + "[a-z])?)");

  private Codes() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    collect(found, folded, POSTCODE, Tag.POSTCODE);
    collect(found, folded, NI_NUMBER, Tag.NI_NUMBER);
    collect(found, folded, NI_NAMED, Tag.NI_NUMBER);
    return found;
  }

  /** Takes the last group of a pattern, which is the whole where it has none. */
  private static void collect(List<Span> found, Folded folded, Pattern pattern, Tag tag) {
    pattern
        .matcher(folded.text())
        .results()
        .forEach(match -> {
          int group = match.groupCount();
          found.add(folded.span(match.start(group), match.end(group), tag));
        });
  }

  private static Pattern pattern(String middle) {
    return Pattern.compile(ALONE + middle + ENDS, Pattern.CASE_INSENSITIVE);
  }
}
