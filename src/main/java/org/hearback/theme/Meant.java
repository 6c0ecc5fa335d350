package org.hearback.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an English text means: all of it, and each of its {@link Parts}. Immutable by agreement:
 * nobody writes into the arrays.
 *
 * @param whole its direction
 * @param parts the directions of its parts behind one another, a byte for each number, as an index
 *     keeps them: they are the same whether they were read just now or come from there
 */
record Meant(float[] whole, byte[] parts) {
  private static final int ONE = 127;

  /** Empty where nothing reads it; takes the model milliseconds a part. */
  static Optional<Meant> read(String english, Meaning meaning) {
    return meaning
        .of(english)
        .map(whole -> new Meant(whole, parts(Parts.of(english), whole.length, meaning)));
  }

  private static byte[] parts(List<String> parts, int dimensions, Meaning meaning) {
    var bytes = new byte[parts.size() * dimensions];
    for (int part = 0; part < parts.size(); part++) {
      // The model may have failed since; no direction is like nothing.
      var direction = meaning.of(parts.get(part)).orElse(new float[dimensions]);
      for (int at = 0; at < dimensions; at++) {
        bytes[part * dimensions + at] = (byte) Math.round(direction[at] * ONE);
      }
    }
    return bytes;
  }

  /**
   * The text and its parts as a theme looks at them, the text first.
   *
   * @param words of all of it, as {@link Traits#words} gives them
   */
  List<Likeness.Text> texts(List<String> words, String english) {
    var texts = new ArrayList<Likeness.Text>();
    texts.add(new Likeness.Text(words, whole));
    if (parts.length > 0) {
      for (var part : Parts.of(english)) {
        texts.add(new Likeness.Text(Traits.words(part), direction(texts.size() - 1)));
      }
    }
    return texts;
  }

  private float[] direction(int part) {
    var direction = new float[whole.length];
    for (int at = 0; at < direction.length; at++) {
      direction[at] = (float) parts[part * direction.length + at] / ONE;
    }
    return direction;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Meant(var its, var itsParts)
        && Arrays.equals(whole, its)
        && Arrays.equals(parts, itsParts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(whole);
  }
}
