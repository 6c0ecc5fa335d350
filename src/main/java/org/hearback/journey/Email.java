package org.hearback.journey;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an e-mail address as people write it. What has no plain shape counts as none: a letter that
 * bounces costs nothing, one that reaches somebody else does harm. Stateless, safe for any thread.
 */
public final class Email {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])?\\.[A-Za-z]{2,24}");

  private Email() {}

  /** The address without what is around it; empty for what has no plain shape. */
  public static Optional<String> read(String typed) {
    var plain = typed.strip();
    return SHAPE.matcher(plain).matches() && !plain.contains("..")
        ? Optional.of(plain)
        : Optional.empty();
  }

  /** The mailbox an address leads to: what two people share if both spellings reach it. */
  static String mailbox(String address) {
    int at = address.lastIndexOf('@');
    var local = address.substring(0, at).replaceFirst("\\+.*", "");
    return (local + address.substring(at)).toLowerCase(Locale.ROOT);
  }
}
