package org.hearback.safeguarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;

/**
 * A stretch of a free text as the clearing page shows it.
 *
 * @param text the words, or the tag that stands for them
 * @param raw the words even if they are taken out; shown only after an audited click
 * @param number of the span among the text's spans, from 0; -1 for words that stay
 * @param doubtful whether it stays and may point to a person all the same
 */
public record Piece(String text, String raw, int number, boolean doubtful) {

  /** Whether the words are taken out. */
  public boolean taken() {
    return number >= 0;
  }

  static List<Piece> of(String raw, List<Span> spans) {
    var pieces = new ArrayList<Piece>();
    var doubts = Redactor.doubts(raw, spans);
    int at = 0;
    for (var span : ordered(spans)) {
      if (span.start() > at) {
        stays(pieces, raw, at, span.start(), doubts);
      }
      if (span.end() > at) {
        var words = raw.substring(Math.max(at, span.start()), span.end());
        pieces.add(new Piece(span.tag().shown(), words, spans.indexOf(span), false));
        at = span.end();
      }
    }
    stays(pieces, raw, at, raw.length(), doubts);
    return List.copyOf(pieces);
  }

  private static void stays(List<Piece> pieces, String raw, int from, int to, List<Span> doubts) {
    int at = from;
    for (var doubt : doubts) {
      if (doubt.start() >= at && doubt.end() <= to) {
        add(pieces, raw.substring(at, doubt.start()), false);
        add(pieces, raw.substring(doubt.start(), doubt.end()), true);
        at = doubt.end();
      }
    }
    add(pieces, raw.substring(at, to), false);
  }

  private static void add(List<Piece> pieces, String words, boolean doubtful) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, words, -1, doubtful));
    }
  }

  private static List<Span> ordered(List<Span> spans) {
    return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
  }
}
