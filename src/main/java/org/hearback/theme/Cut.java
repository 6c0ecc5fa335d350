package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * The words of a text as one field holds them, kept for all who ask for them. Immutable. Their
 * letters lie in one row, as many texts are kept at a time.
 */
final class Cut {
  private static final Cut NOTHING =
      new Cut(0, new char[0], new int[0], new Places(new int[0], new int[0], new int[0]), 0);

  private final int many;
  private final char[] letters;
  // Behind the last letter of each word.
  private final int[] ends;
  private final Places places;
  // Where the text ends.
  private final int end;

  /**
   * By word.
   *
   * @param steps how many places behind the one before
   * @param from where it begins in the text
   * @param to and where it ends
   */
  private record Places(int[] steps, int[] from, int[] to) {}

  private Cut(int many, char[] letters, int[] ends, Places places, int end) {
    this.many = many;
    this.letters = letters;
    this.ends = ends;
    this.places = places;
    this.end = end;
  }

  /** In their order, all readings. */
  List<String> words() {
    return IntStream.range(0, many)
        .mapToObj(at -> new String(letters, begin(at), length(at)))
        .toList();
  }

  int many() {
    return many;
  }

  /** Letters of all words; not to be written into. */
  char[] letters() {
    return letters;
  }

  /** Where a word begins among the letters. */
  int begin(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  int length(int word) {
    return ends[word] - begin(word);
  }

  /** How many places it stands behind the word before; 0 for another reading of the same. */
  int step(int word) {
    return places.steps()[word];
  }

  /** One of its words by itself. */
  Cut only(int word) {
    int length = length(word);
    return new Cut(
        1,
        Arrays.copyOfRange(letters, begin(word), begin(word) + length),
        new int[] {length},
        new Places(new int[] {1}, new int[] {0}, new int[] {length}),
        length);
  }

  /** The same words once more. */
  TokenStream stream() {
    return new Again().of(this);
  }

  /** Gives cuts, one after the other. For one thread. */
  static final class Again extends TokenStream {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private Cut cut = NOTHING;
    private int at;

    Again of(Cut next) {
      cut = next;
      return this;
    }

    @Override
    public boolean incrementToken() {
      if (at == cut.many) {
        return false;
      }
      clearAttributes();
      word.copyBuffer(cut.letters, cut.begin(at), cut.length(at));
      step.setPositionIncrement(cut.places.steps()[at]);
      place.setOffset(cut.places.from()[at], cut.places.to()[at]);
      at++;
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      place.setOffset(cut.end, cut.end);
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      at = 0;
    }
  }

  /** Gathers the words of texts, one after the other. For one thread. */
  static final class Reading {
    private char[] letters = new char[32];
    private int[] ends = new int[4];
    private int[] steps = new int[4];
    private int[] from = new int[4];
    private int[] to = new int[4];
    private int many;
    private int length;

    /** What a stream gives, from its beginning to its end; the stream can be used again. */
    Cut of(TokenStream stream) {
      var word = stream.addAttribute(CharTermAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      var place = stream.addAttribute(OffsetAttribute.class);
      try {
        stream.reset();
        while (stream.incrementToken()) {
          letters(word.buffer(), 0, word.length());
          add(step.getPositionIncrement(), place.startOffset(), place.endOffset());
        }
        stream.end();
        int end = place.endOffset();
        stream.close();
        return cut(end);
      } catch (IOException e) {
        throw new UncheckedIOException(e); // a text in memory
      }
    }

    /** The forms of a word of a text, in its place. */
    void add(Cut text, int word, Cut forms) {
      for (int form = 0; form < forms.many; form++) {
        letters(forms.letters, forms.begin(form), forms.length(form));
        add(forms.places.steps()[form], text.places.from()[word], text.places.to()[word]);
      }
    }

    /** All that was added, of a text that ends where this one does. */
    Cut end(Cut text) {
      return cut(text.end);
    }

    private void letters(char[] more, int begin, int count) {
      letters = ArrayUtil.grow(letters, length + count);
      System.arraycopy(more, begin, letters, length, count);
      length += count;
    }

    private void add(int step, int begin, int end) {
      if (many == ends.length) {
        ends = ArrayUtil.grow(ends);
        steps = Arrays.copyOf(steps, ends.length);
        from = Arrays.copyOf(from, ends.length);
        to = Arrays.copyOf(to, ends.length);
      }
      ends[many] = length;
      steps[many] = step;
      from[many] = begin;
      to[many++] = end;
    }

    private Cut cut(int end) {
      var places =
          new Places(
              Arrays.copyOf(steps, many), Arrays.copyOf(from, many), Arrays.copyOf(to, many));
      var cut =
          new Cut(many, Arrays.copyOf(letters, length), Arrays.copyOf(ends, many), places, end);
      many = 0;
      length = 0;
      return cut;
    }
  }
}
