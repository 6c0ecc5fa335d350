package org.hearback.answer;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of one held answer's own key, for example {@code 0-7KQ2ZD}. It says nothing about the
 * answer, and it sorts before every week: whoever asks whether a key's time is over (the key job,
 * the restore of a backup) finds that it is, so that the key lives as long as its envelope and no
 * longer.
 *
 * @param name eight characters
 */
public record HoldKey(String name) implements SealKey {
  private static final Pattern SHAPE = Pattern.compile("0-[0-9A-HJKMNP-TV-Z]{6}");
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public HoldKey {
    if (!is(name)) {
      throw new IllegalArgumentException("not the name of a held answer's key: " + name);
    }
  }

  static boolean is(String name) {
    return SHAPE.matcher(name).matches();
  }

  /** A name that nobody can guess from anything. */
  public static HoldKey fresh(RandomGenerator random) {
    var name = new StringBuilder("0-");
    for (int letter = 0; letter < 6; letter++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new HoldKey(name.toString());
  }
}
