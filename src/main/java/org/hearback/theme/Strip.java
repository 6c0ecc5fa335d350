package org.hearback.theme;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
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
  static Strip of(List<Cut> texts, int between) {
    var reading = new Reading();
    var starts = new int[texts.size() + 1];
    for (int text = 0; text < texts.size(); text++) {
      starts[text] = reading.end;
      reading.read(texts.get(text));
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
    private final CharArrayMap<Integer> numbers = new CharArrayMap<>(1024, false);
    private int[] spoken = new int[1024];
    private int[] at = new int[1024];
    private int many;
    private int end;

    void read(Cut text) {
      int place = end - 1;
      for (int word = 0; word < text.many(); word++) {
        place += text.step(word);
        add(number(text, word), place);
      }
      end = place + 1;
    }

    private void add(int word, int place) {
      spoken = ArrayUtil.grow(spoken, many + 1);
      at = ArrayUtil.grow(at, many + 1);
      spoken[many] = word;
      at[many++] = place;
    }

    private int number(Cut text, int word) {
      int from = text.begin(word);
      int length = text.length(word);
      var known = numbers.get(text.letters(), from, length);
      if (known != null) {
        return known;
      }
      int number = numbers.size();
      numbers.put(Arrays.copyOfRange(text.letters(), from, from + length), (Integer) number);
      return number;
    }

    Strip strip(int[] starts) {
      var words =
          numbers.keySet().stream()
              .map(word -> new String((char[]) word))
              .sorted()
              .toArray(String[]::new);
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
