package org.hearback.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who helped somebody to answer, as far as they say. Whoever helps may change what is said, so it
 * goes with the answer. Stored by {@link #key()}.
 */
public enum Scribe {
  /** They answered alone, or say nothing about it. */
  NOBODY,
  FAMILY,
  ADVOCATE,
  /** Somebody who works with them. */
  WORKER,
  SOMEBODY;

  /** Stands where a question's key would; no question can have it. */
  public static final String QUESTION = "_scribe";

  /** As stored and sent. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scribe of a key; empty where there is none such. */
  public static Optional<Scribe> of(String key) {
    return Arrays.stream(values()).filter(scribe -> scribe.key().equals(key)).findFirst();
  }
}
