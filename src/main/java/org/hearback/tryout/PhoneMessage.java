package org.hearback.tryout;

import java.net.URI;
import java.time.LocalDateTime;
import org.hearback.invitation.MessageText;

/**
 * A text message as it arrived.
 *
 * @param phone it went to
 * @param at on the council's clock
 */
public record PhoneMessage(String phone, LocalDateTime at, String text) {

  /** The words before the link. */
  public String before() {
    return text.substring(0, from());
  }

  /** The link as it was written, with whatever host is configured. */
  public String link() {
    return text.substring(from(), to());
  }

  /** The words after the link. */
  public String after() {
    return text.substring(to());
  }

  /**
   * Where the link leads on this server: the host of the text may be one that does not exist yet.
   */
  public String path() {
    return link().isEmpty() ? "" : URI.create(link()).getRawPath();
  }

  public int segments() {
    return MessageText.segments(text);
  }

  public int characters() {
    return text.length();
  }

  private int from() {
    int from = text.indexOf("http");
    return from < 0 ? text.length() : from;
  }

  private int to() {
    int to = text.indexOf(' ', from());
    return to < 0 ? text.length() : to;
  }

  @Override
  public String toString() {
    return "PhoneMessage[hidden]";
  }
}
