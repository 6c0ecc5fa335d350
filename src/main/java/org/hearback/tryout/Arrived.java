package org.hearback.tryout;

import java.net.URI;
import java.time.LocalDateTime;

/** A message as it arrived in the try-out. Immutable. */
public sealed interface Arrived permits PhoneMessage, MailMessage, LetterMessage {

  /** {@code text}, {@code email} or {@code letter}. */
  String kind();

  /** Whom it reached: a number, an address, or the first line of an envelope. */
  String to();

  /** On the council's clock. */
  LocalDateTime at();

  /** The link as it was written, with whatever host is configured; empty where there is none. */
  String link();

  /**
   * Where the link leads on this server: the host of the message may be one that does not exist
   * yet.
   */
  default String path() {
    return link().isEmpty() ? "" : URI.create(link()).getRawPath();
  }
}
