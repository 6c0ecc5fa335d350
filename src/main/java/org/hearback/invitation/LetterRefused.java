package org.hearback.invitation;

/**
 * A letter that cannot be made as it must be, and is therefore not made: something does not fit, or
 * the fonts lack a character. Trying again does not help. The message is the operator's to read and
 * holds nothing of the address.
 */
public final class LetterRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LetterRefused(String message) {
    super(message);
  }
}
