package org.hearback.web;

import java.util.Map;

/**
 * What every reply of this service tells the browser. Public so that tests of pages run under the
 * same rules.
 */
public final class SecurityHeaders {
  /**
   * Nothing from elsewhere, nothing inline, no frames; a form goes only to this service. A page
   * whose script fails or is tampered with can neither fetch nor send anything. The pages of a form
   * have a policy of their own: their script may ask this service, and no other. An image may stand
   * in the page itself, as the icon does.
   */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action"
          + " 'self'; base-uri 'none'; frame-ancestors 'none'";

  static final String NO_STORE = "no-store";

  /** On every reply. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Robots-Tag", "noindex, nofollow");

  /**
   * What only a document obeys; a style sheet and a script go without, as each byte before the
   * first question counts.
   */
  static final Map<String, String> OF_DOCUMENTS =
      Map.of(
          "Content-Security-Policy",
          POLICY,
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), browsing-topics=()");

  private SecurityHeaders() {}
}
