package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.hearback.theme.Sought.Choice;

/**
 * The words of some texts as one field holds them, laid end to end: each word has its place, and
 * between two texts so many are left free that no hit reaches across. Immutable once made.
 */
final class Strip {
  private static final long[] NOWHERE = {};

  private final int texts;
  // By text; and where the next would begin.
  private final int[] starts;
  // In their order, each once, and where the places of each begin in the list of all.
  private final String[] words;
  private final int[] first;
  private final int[] places;

  private Strip(int texts, int[] starts, String[] words, int[] first, int[] places) {
    this.texts = texts;
    this.starts = starts;
    this.words = words;
    this.first = first;
    this.places = places;
  }

  /**
   * @param between how many places are left free
   */
  static Strip of(String field, List<String> texts, int between) {
    var reading = new Reading();
    var starts = new int[texts.size() + 1];
    for (int text = 0; text < texts.size(); text++) {
      starts[text] = reading.end;
      reading.read(field, texts.get(text));
      reading.end += between;
    }
    starts[texts.size()] = reading.end;
    return reading.strip(starts);
  }

  /** How many longs hold a bit for each place, with one before and one behind. */
  private int longs() {
    return (starts[texts] >>> 6) + 3;
  }

  /** A bit for each place where one of the choice stands; of no length where none does. */
  long[] bits(Choice choice) {
    var bits = NOWHERE;
    for (var word : choice.words()) {
      int at = Arrays.binarySearch(words, word);
      if (at >= 0) {
        bits = marked(at, bits);
      }
    }
    for (var beginning : choice.beginnings()) {
      int at = Arrays.binarySearch(words, beginning);
      for (at = at < 0 ? -at - 1 : at; at < words.length && words[at].startsWith(beginning); at++) {
        bits = marked(at, bits);
      }
    }
    return bits;
  }

  private long[] marked(int word, long[] bits) {
    var marked = bits.length == 0 ? new long[longs()] : bits;
    for (int at = first[word]; at < first[word + 1]; at++) {
      marked[(places[at] >>> 6) + 1] |= 1L << places[at];
    }
    return marked;
  }

  /**
   * Which texts the bits of one long stand in.
   *
   * @param at as in what {@link #bits} gives
   */
  void texts(int at, long bits, FixedBitSet found) {
    int from = (at - 1) << 6;
    long left = bits;
    while (left != 0) {
      int place = from + Long.numberOfTrailingZeros(left);
      int text = Arrays.binarySearch(starts, place);
      text = text < 0 ? -text - 2 : text;
      found.set(text);
      int behind = starts[text + 1] - from;
      left = behind >= Long.SIZE ? 0 : left >>> behind << behind;
    }
  }

  /** What is gathered while texts are read. */
  private static final class Reading {
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] spoken = new int[1024];
    private int[] at = new int[1024];
    private int many;
    private int end;

    void read(String field, String text) {
      try (var tokens = Analysis.ANALYZER.tokenStream(field, text)) {
        var word = tokens.addAttribute(CharTermAttribute.class);
        var step = tokens.addAttribute(PositionIncrementAttribute.class);
        tokens.reset();
        int place = end - 1;
        while (tokens.incrementToken()) {
          place += step.getPositionIncrement();
          add(word.toString(), place);
        }
        tokens.end();
        end = place + 1;
      } catch (IOException e) {
        throw new UncheckedIOException(e); // a text in memory
      }
    }

    private void add(String word, int place) {
      spoken = ArrayUtil.grow(spoken, many + 1);
      at = ArrayUtil.grow(at, many + 1);
      spoken[many] = numbers.computeIfAbsent(word, _ -> numbers.size());
      at[many++] = place;
    }

    Strip strip(int[] starts) {
      var words = numbers.keySet().toArray(String[]::new);
      Arrays.sort(words);
      var rank = new int[words.length];
      for (int word = 0; word < words.length; word++) {
        rank[numbers.get(words[word])] = word;
      }
      var first = new int[words.length + 1];
      for (int one = 0; one < many; one++) {
        first[rank[spoken[one]] + 1]++;
      }
      for (int word = 0; word < words.length; word++) {
        first[word + 1] += first[word];
      }
      var next = Arrays.copyOf(first, words.length);
      var places = new int[many];
      for (int one = 0; one < many; one++) {
        places[next[rank[spoken[one]]]++] = at[one];
      }
      return new Strip(starts.length - 1, starts, words, first, places);
    }
  }
}
