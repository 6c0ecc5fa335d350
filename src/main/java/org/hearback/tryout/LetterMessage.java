package org.hearback.tryout;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A letter as it was given to be printed.
 *
 * @param address the lines on the envelope, the name first
 * @param at on the council's clock
 */
public record LetterMessage(List<String> address, LocalDateTime at, String language, String link)
    implements Arrived {

  public LetterMessage {
    address = List.copyOf(address);
  }

  @Override
  public String kind() {
    return "letter";
  }

  @Override
  public String to() {
    return address.isEmpty() ? "" : address.getFirst();
  }

  @Override
  public String toString() {
    return "LetterMessage[hidden]";
  }
}
