package org.hearback.tryout;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hearback.invitation.MessageText;

/**
 * A text message as it arrived.
 *
 * @param phone it went to
 * @param at on the council's clock
 */
public record PhoneMessage(String phone, LocalDateTime at, String text) implements Arrived {
  /** What GOV.UK Notify charges for a segment from April 2026, before VAT. */
  private static final BigDecimal PENCE = new BigDecimal("2.4");

  @Override
  public String kind() {
    return "text";
  }

  @Override
  public String to() {
    return phone;
  }

  /** The words before the link. */
  public String before() {
    return text.substring(0, from());
  }

  @Override
  public String link() {
    return text.substring(from(), until());
  }

  /** The words after the link. */
  public String after() {
    return text.substring(until());
  }

  public int segments() {
    return MessageText.segments(text);
  }

  public int characters() {
    return text.length();
  }

  /** In pence, before VAT. */
  public String cost() {
    return PENCE.multiply(BigDecimal.valueOf(segments())).toPlainString();
  }

  private int from() {
    int from = text.indexOf("http");
    return from < 0 ? text.length() : from;
  }

  private int until() {
    int until = text.indexOf(' ', from());
    return until < 0 ? text.length() : until;
  }

  @Override
  public String toString() {
    return "PhoneMessage[hidden]";
  }
}
