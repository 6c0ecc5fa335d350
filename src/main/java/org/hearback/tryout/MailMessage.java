package org.hearback.tryout;

import java.time.LocalDateTime;
import java.util.List;

/**
 * An e-mail as it arrived.
 *
 * @param to its address
 * @param at on the council's clock
 * @param html the part that most programs show
 * @param stop the address of the header that stops further ones
 */
public record MailMessage(
    String to,
    LocalDateTime at,
    String language,
    String direction,
    String subject,
    String plain,
    String html,
    String stop)
    implements Arrived {

  @Override
  public String kind() {
    return "email";
  }

  @Override
  public String link() {
    return plain.lines().filter(MailMessage::address).findFirst().orElse("");
  }

  /** The plain part, line by line. */
  public List<Line> lines() {
    return plain.lines().map(line -> new Line(line, address(line))).toList();
  }

  /**
   * A line of the plain part.
   *
   * @param link whether it is an address
   */
  public record Line(String text, boolean link) {}

  private static boolean address(String line) {
    return line.startsWith("http");
  }

  @Override
  public String toString() {
    return "MailMessage[hidden]";
  }
}
