package org.hearback.journey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A way by which a message reaches a person. Stored by {@link #key()}. */
public enum Channel {
  /** A text message to a mobile, in English. */
  @JsonProperty("text")
  TEXT,
  @JsonProperty("email")
  EMAIL,
  /** A letter by post. */
  @JsonProperty("letter")
  LETTER;

  /** As the files and the database write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
