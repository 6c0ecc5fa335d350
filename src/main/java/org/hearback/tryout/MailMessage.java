package org.hearback.tryout;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

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
  /** All that the house puts into an e-mail: text, or one address as a link. */
  private static final Pattern PARAGRAPH =
      Pattern.compile("<p>(?:<a href=\"([^\"]*)\"[^>]*>)?([^<]*)(?:</a>)?</p>");

  @Override
  public String kind() {
    return "email";
  }

  @Override
  public String link() {
    return plain.lines().filter(MailMessage::address).findFirst().orElse("");
  }

  /**
   * The HTML part, paragraph by paragraph: its text and where its link leads on this server. Of an
   * e-mail to staff, which has none, the lines.
   */
  public List<Line> paragraphs() {
    if (html.isEmpty()) {
      return lines();
    }
    return PARAGRAPH
        .matcher(html)
        .results()
        .map(found ->
            new Line(
                plain(found.group(2)),
                found.group(1) == null ? "" : here(URI.create(plain(found.group(1))))))
        .toList();
  }

  /** The plain part, line by line. */
  public List<Line> lines() {
    return plain.lines().filter(line -> !line.isEmpty()).map(line -> new Line(line, "")).toList();
  }

  /**
   * A line of a part.
   *
   * @param path where it leads on this server; empty where it is no link
   */
  public record Line(String text, String path) {}

  private static String here(URI address) {
    return address.getRawQuery() == null
        ? address.getRawPath()
        : address.getRawPath() + "?" + address.getRawQuery();
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static boolean address(String line) {
    return line.startsWith("http");
  }

  @Override
  public String toString() {
    return "MailMessage[hidden]";
  }
}
