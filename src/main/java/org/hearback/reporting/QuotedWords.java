package org.hearback.reporting;

import com.ibm.icu.text.Bidi;
import java.util.Map;
import org.hearback.theme.Quote;

/**
 * The words of a quote, and how they are set: which way they run, in which language, and between
 * which marks. Pure.
 */
final class QuotedWords {
  private QuotedWords() {}

  /** For the template; a language that is not known is empty. */
  static Map<String, String> of(Quote quote) {
    var wording = quote.wording().value();
    boolean rightToLeft = Bidi.getBaseDirection(wording) == Bidi.RTL;
    return Map.of(
        "wording", wording,
        "dir", rightToLeft ? "rtl" : "ltr",
        "language", language(quote),
        // The marks are no brackets: nothing turns them round where a line runs the other way.
        "open", rightToLeft ? "”" : "“",
        "close", rightToLeft ? "“" : "”");
  }

  /** Of what somebody wrote instead it is nowhere said. */
  private static String language(Quote quote) {
    return switch (quote.kind()) {
      case WORDS -> quote.label().language();
      case RENDERING -> "en";
      case PARAPHRASE -> "";
    };
  }
}
