package org.hearback.web;

import java.util.Map;

/**
 * What every reply of this service tells the browser. Public so that tests of pages run under the
 * same rules.
 */
public final class SecurityHeaders {
  /**
   * Nothing from elsewhere, nothing inline, no frames; a form goes only to this service. A page
   * whose script fails or is tampered with can neither fetch nor send anything.
   */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  static final String NO_STORE = "no-store";

  /** All but the two that depend on the reply. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()",
          "X-Robots-Tag", "noindex, nofollow");

  private SecurityHeaders() {}
}
