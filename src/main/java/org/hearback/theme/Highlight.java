package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Cuts a comment into pieces that a query hit and pieces that it did not. No text is made into
 * markup here: the template escapes each piece.
 */
final class Highlight {
  private static final UnifiedHighlighter HIGHLIGHTER =
      UnifiedHighlighter.builderWithoutSearcher(Analysis.ANALYZER)
          .withBreakIterator(WholeBreakIterator::new)
          .withMaxLength(Integer.MAX_VALUE - 1)
          .withMaxNoHighlightPassages(0)
          .withFormatter(new Places())
          .build();

  private Highlight() {}

  /**
   * @param language of the comment: it decides, as in the index, which endings are known
   */
  static List<Found.Piece> pieces(Query query, String language, String words) throws IOException {
    var marked = new BitSet(words.length());
    var fields =
        Stream.concat(
                Stream.of(Analysis.FOLDED),
                Script.endings(language, words).map(Endings::field).stream())
            .toList();
    for (var field : fields) {
      // Nothing was hit in this field: nothing comes back.
      if (HIGHLIGHTER.highlightWithoutSearcher(field, query, words, 1) instanceof BitSet found) {
        marked.or(found);
      }
    }
    return cut(words, marked);
  }

  private static List<Found.Piece> cut(String words, BitSet marked) {
    var pieces = new ArrayList<Found.Piece>();
    for (int from = 0; from < words.length(); ) {
      boolean mark = marked.get(from);
      int change = mark ? marked.nextClearBit(from) : marked.nextSetBit(from);
      int to = change < 0 ? words.length() : Math.min(change, words.length());
      pieces.add(new Found.Piece(words.substring(from, to), mark));
      from = to;
    }
    return pieces;
  }

  /** Keeps the places of the hits, and makes no text. */
  private static final class Places extends PassageFormatter {
    @Override
    public BitSet format(Passage[] passages, String words) {
      var places = new BitSet(words.length());
      for (var passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          places.set(passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
        }
      }
      return places;
    }
  }
}
