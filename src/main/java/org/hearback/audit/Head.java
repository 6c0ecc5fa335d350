package org.hearback.audit;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of the chain at some moment. Whoever keeps it where this database's administrator cannot
 * reach it can tell later whether everything up to here still stands.
 *
 * @param no of the last row; 0 when there was none
 * @param hash of that row, in hex
 */
public record Head(long no, String hash) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** Reads what {@link #toString} writes; empty when it is none. */
  public static Optional<Head> read(String text) {
    var match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    return match.matches()
        ? Optional.of(new Head(Long.parseLong(match.group(1)), match.group(2)))
        : Optional.empty();
  }

  static Head of(long no, byte[] hash) {
    return new Head(no, HexFormat.of().formatHex(hash));
  }

  @Override
  public String toString() {
    return no + ":" + hash;
  }
}
