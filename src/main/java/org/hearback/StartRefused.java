package org.hearback;

/**
 * The service does not start, and this is what an operator has to change. The message is theirs to
 * read.
 */
final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
