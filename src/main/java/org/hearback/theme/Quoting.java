package org.hearback.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what kind of quote some words are of a comment. Pure. */
final class Quoting {
  /** In characters: what is longer is no quote, and tells more of whoever said it. */
  static final int LONGEST = 300;

  private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])\\s*");

  private Quoting() {}

  /** Pieces in their order, with an ellipsis for what was left out, are the words themselves. */
  static Quote.Kind kind(String wording, Comment comment) {
    if (stands(wording, comment.words().value())) {
      return Quote.Kind.WORDS;
    }
    return comment.english().filter(it -> stands(wording, it.value())).isPresent()
        ? Quote.Kind.RENDERING
        : Quote.Kind.PARAPHRASE;
  }

  /** What an analyst begins with: English where there is some, cut at its end. */
  static String proposal(Comment comment) {
    var whole =
        Optional.of(comment.words().value())
            .filter(words -> comment.language().equals("en") || comment.english().isEmpty())
            .filter(words -> !words.isBlank())
            .orElseGet(() -> comment.english().map(it -> it.value()).orElse(""));
    return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1).strip() + "…";
  }

  private static boolean stands(String wording, String text) {
    var said = plain(text);
    int at = 0;
    for (var piece : pieces(wording)) {
      int found = said.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return !said.isEmpty();
  }

  private static Iterable<String> pieces(String wording) {
    Stream<String> pieces = Arrays.stream(CUT.split(wording)).map(Quoting::plain);
    return pieces.filter(piece -> !piece.isEmpty()).toList();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
