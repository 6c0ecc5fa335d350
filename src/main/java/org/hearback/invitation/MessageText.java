package org.hearback.invitation;

import java.net.URI;

/**
 * The words of the text message, with this council's address. Neutral on purpose: somebody else may
 * read it. One text for everybody, so that it gives nobody away.
 *
 * @param address where respondents reach the service, without a path
 */
public record MessageText(URI address) {
  private static final int SEGMENT = 160;

  public MessageText {
    if (address.getHost() == null) {
      throw new IllegalArgumentException("hearback.http.address is no address of a website");
    }
  }

  /** How many messages the network makes of a text. */
  public static int segments(String text) {
    return Gsm7.fragments(text);
  }

  String of(LinkToken token) {
    return "Tell us how it went. It takes 3 minutes and we do not ask your name: "
        + link(token)
        + " To stop these texts use this link.";
  }

  /** The whole address that a secret opens. */
  public String link(LinkToken token) {
    return base() + "/" + token.secret();
  }

  /** Where a code is typed, without the scheme that a browser adds by itself. */
  String codePage() {
    return base().replaceFirst("^https://", "") + "/code";
  }

  private String base() {
    return address.toString().replaceAll("/+$", "");
  }

  /**
   * Whether the text with this address is one segment of GSM 7-bit: a start where it is not has to
   * be refused.
   */
  public boolean fits() {
    var text = of(new LinkToken("0".repeat(16)));
    return Gsm7.holds(text) && Gsm7.septets(text) <= SEGMENT;
  }
}
