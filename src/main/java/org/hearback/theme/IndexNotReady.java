package org.hearback.theme;

/**
 * There is no index yet; it is being built from the database. A page asks to come back in a minute.
 */
final class IndexNotReady extends RuntimeException {
  private static final long serialVersionUID = 1;

  IndexNotReady() {
    super("no index yet");
  }
}
