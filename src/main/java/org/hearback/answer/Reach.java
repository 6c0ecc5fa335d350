package org.hearback.answer;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * How a {@link Route} is reached; what there is not is empty, and one of the three there is.
 * Immutable.
 *
 * @param phone as it is read aloud, for example {@code 0117 496 0123}
 * @param mail one e-mail address
 * @param link a page, {@code https://...}
 */
public record Reach(String phone, String mail, String link) {

  /** For the link beside a number. */
  String phoneLink() {
    return phone.isEmpty() ? "" : "tel:" + phone.replace(" ", "");
  }

  /** A long address may break before this. */
  String mailHost() {
    return mail.substring(Math.max(0, mail.lastIndexOf('@')));
  }

  String mailName() {
    return mail.substring(0, Math.max(0, mail.lastIndexOf('@')));
  }

  /** Where a link leads, as people read it. */
  String linkHost() {
    return link.isEmpty() ? "" : URI.create(link).getRawAuthority();
  }

  String linkPath() {
    return link.replaceFirst("^https://[^/?#]*", "").replaceFirst("/$", "");
  }

  /**
   * In a row, as text that can be copied: what reads the same on a page, in a mail and on paper.
   */
  public String inWords() {
    return java.util.stream.Stream.of(phone, mail, link)
        .filter(part -> !part.isEmpty())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** Whether it may stand in a link: no script, no other scheme, no login before the host. */
  static boolean isLink(String text) {
    try {
      var address = new URI(text);
      return "https".equals(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
