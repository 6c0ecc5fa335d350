package org.hearback.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a comment says a theme. */
public enum Side {
  MINUS('-', "−", "went wrong"),
  NEITHER('0', "0", "neither"),
  PLUS('+', "+", "went well");

  private final char stored;
  private final String sign;
  private final String words;

  Side(char stored, String sign, String words) {
    this.stored = stored;
    this.sign = sign;
    this.words = words;
  }

  /** As it stands in a column, in the index and in a form. */
  char stored() {
    return stored;
  }

  /** As it is shown. */
  String sign() {
    return sign;
  }

  String words() {
    return words;
  }

  /** As it stands in an address. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Back from {@link #key}; empty for anything else. */
  static Optional<Side> ofKey(String key) {
    return Arrays.stream(values()).filter(side -> side.key().equals(key)).findFirst();
  }

  /** Back from {@link #stored}; empty for any other sign, which says nothing. */
  static Optional<Side> of(int stored) {
    return Arrays.stream(values()).filter(side -> side.stored == stored).findFirst();
  }
}
