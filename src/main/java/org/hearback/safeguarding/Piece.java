package org.hearback.safeguarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearback.anonymity.Span;

/**
 * A stretch of a free text as the clearing page shows it.
 *
 * @param text the words, or the tag that stands for them
 * @param raw the words even if they are taken out; shown only after an audited click
 * @param number of the span among the text's spans, from 0; -1 for words that stay
 */
public record Piece(String text, String raw, int number) {

  /** Whether the words are taken out. */
  public boolean taken() {
    return number >= 0;
  }

  static List<Piece> of(String raw, List<Span> spans) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    for (var span : ordered(spans)) {
      if (span.start() > at) {
        pieces.add(new Piece(raw.substring(at, span.start()), raw.substring(at, span.start()), -1));
      }
      if (span.end() > at) {
        var words = raw.substring(Math.max(at, span.start()), span.end());
        pieces.add(new Piece(span.tag().shown(), words, spans.indexOf(span)));
        at = span.end();
      }
    }
    if (at < raw.length()) {
      pieces.add(new Piece(raw.substring(at), raw.substring(at), -1));
    }
    return List.copyOf(pieces);
  }

  private static List<Span> ordered(List<Span> spans) {
    return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
  }
}
