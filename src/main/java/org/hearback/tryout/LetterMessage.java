package org.hearback.tryout;

import java.time.LocalDateTime;
import java.util.List;
import org.hearback.invitation.QrCode;

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

  /** The link as a picture: the {@code d} of an SVG path. */
  public String qr() {
    return QrCode.of(link).path();
  }

  /** The sides of that picture. */
  public int side() {
    return QrCode.of(link).size();
  }

  /** Where the letter itself is, as it would be printed. */
  public String printed() {
    return "/tryout/messages" + path() + ".pdf";
  }

  @Override
  public String toString() {
    return "LetterMessage[hidden]";
  }
}
