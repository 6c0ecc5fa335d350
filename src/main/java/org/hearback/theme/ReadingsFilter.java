package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts all readings of a word in its place, one behind the other. */
final class ReadingsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Function<String, Set<String>> readings;
  private final Deque<String> waiting = new ArrayDeque<>();

  /**
   * @param readings at least one for any word
   */
  ReadingsFilter(TokenStream words, Function<String, Set<String>> readings) {
    super(words);
    this.readings = readings;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!waiting.isEmpty()) {
      term.setEmpty().append(waiting.removeFirst());
      step.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    waiting.addAll(readings.apply(term.toString()));
    term.setEmpty().append(waiting.removeFirst());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
  }
}
