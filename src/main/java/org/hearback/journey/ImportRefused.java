package org.hearback.journey;

/**
 * A whole file that cannot be taken. The message is the operator's to read and holds nothing of the
 * file's lines.
 */
final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportRefused(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
