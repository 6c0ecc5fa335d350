package org.hearback.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key may do. Stored by {@link #word()}. */
public enum ApiScope {
  /** Hands in milestone events and what stops messages. */
  EVENTS,
  /** Hands in contacts. */
  CONTACTS,
  /** Reads the metrics. */
  METRICS;

  /** As a person types it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ApiScope> read(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
