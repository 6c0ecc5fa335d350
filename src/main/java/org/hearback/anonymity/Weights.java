package org.hearback.anonymity;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How much a text is like sentences of danger, beside the lists, which know phrases alone. Words,
 * pairs of words and pieces of words have learnt weights, which {@code infra/screen/train} writes;
 * the highest sum over a sentence, or over two in a row, is the score: ordinary words beside a
 * sentence of danger must not take it back. A word that no list names has weights too, by its
 * pieces and by its neighbours. Immutable; its work grows with the length of the text and no
 * faster.
 */
record Weights(byte[] weights, float unit, float bias, float english, float others) {
  private static final String FILE = "/anonymity/screen-weights.bin";
  private static final int FIRST = 0x811C9DC5;
  private static final int PRIME = 0x01000193;
  private static final double DOUBT = 0.7;
  private static final int PIECE_MIN = 4;
  private static final int PIECE_MAX = 5;

  /** What stands before the letters of a word, and after them, in its pieces. */
  private static final char EDGE = '|';

  /** What a text weighs; in doubt a phrase that may be harmless is not taken as harmless. */
  enum Weight {
    ORDINARY,
    DOUBT,
    DANGER
  }

  static Weights read() {
    try (InputStream in = Weights.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the weights are not in the jar: " + FILE);
      }
      var data = new DataInputStream(in);
      int bits = data.readInt();
      float unit = data.readFloat();
      float bias = data.readFloat();
      float english = data.readFloat();
      float others = data.readFloat();
      var weights = new byte[1 << bits];
      data.readFully(weights);
      return new Weights(weights, unit, bias, english, others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the words of a text weigh in a form of this language. */
  Weight of(List<Set<String>> words, String language) {
    double over = score(sentences(words)) - (language.equals("en") ? english : others);
    return over > 0 ? Weight.DANGER : over > -DOUBT ? Weight.DOUBT : Weight.ORDINARY;
  }

  /** The highest of all sentences and of all two in a row; of no sentence the least there is. */
  double score(List<List<String>> sentences) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < sentences.size(); at++) {
      highest = Math.max(highest, of(sentences.get(at)));
      if (at > 0) {
        var both = new ArrayList<>(sentences.get(at - 1));
        both.addAll(sentences.get(at));
        highest = Math.max(highest, of(both));
      }
    }
    return highest;
  }

  private double of(List<String> sentence) {
    long sum = 0;
    var features = features(sentence, weights.length);
    for (int feature : features) {
      sum += weights[feature];
    }
    return bias + unit * sum / Math.sqrt(Math.max(1, features.length));
  }

  /** Words as they were written, without those that the lists know as idle. */
  static List<List<String>> sentences(List<Set<String>> words) {
    var sentences = new ArrayList<List<String>>();
    List<String> sentence = new ArrayList<>();
    for (var forms : words) {
      if (forms.equals(Phrase.STOP)) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        sentence = new ArrayList<>();
      } else if (!forms.equals(Phrases.NOTHING)) {
        sentence.add(forms.iterator().next());
      }
    }
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
    return sentences;
  }

  /** Each word, each two that are neighbours or have one between, and each piece; each once. */
  static int[] features(List<String> sentence, int buckets) {
    var found = new Features(buckets);
    for (int at = 0; at < sentence.size(); at++) {
      var word = sentence.get(at);
      found.add(hash(hash(FIRST, 'w'), word));
      if (at > 0) {
        found.add(hash(hash(hash(hash(FIRST, 'n'), sentence.get(at - 1)), EDGE), word));
      }
      if (at > 1) {
        found.add(hash(hash(hash(hash(FIRST, 's'), sentence.get(at - 2)), EDGE), word));
      }
      var edged = EDGE + word + EDGE;
      for (int start = 0; start < edged.length(); start++) {
        int hash = hash(FIRST, 'p');
        for (int end = start; end < Math.min(edged.length(), start + PIECE_MAX); end++) {
          hash = hash(hash, edged.charAt(end));
          if (end - start + 1 >= PIECE_MIN) {
            found.add(hash);
          }
        }
      }
    }
    return found.distinct();
  }

  private static int hash(int before, String word) {
    int hash = before;
    for (int at = 0; at < word.length(); at++) {
      hash = hash(hash, word.charAt(at));
    }
    return hash;
  }

  private static int hash(int before, char letter) {
    return (before ^ letter) * PRIME;
  }

  /** Numbers of the table's places, as they are found. */
  private static final class Features {
    private final int buckets;
    private int[] found = new int[256];
    private int size;

    Features(int buckets) {
      this.buckets = buckets;
    }

    void add(int hash) {
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
      found[size++] = (mixed ^ mixed >>> 13) & buckets - 1;
    }

    int[] distinct() {
      Arrays.sort(found, 0, size);
      int kept = 0;
      for (int at = 0; at < size; at++) {
        if (kept == 0 || found[at] != found[kept - 1]) {
          found[kept++] = found[at];
        }
      }
      return Arrays.copyOf(found, kept);
    }
  }
}
