package org.hearback.answer;

/**
 * Where a page may have things from and go to, where it needs more than every page of this service
 * may; what all have is the porch's, which no room imports.
 */
final class PagePolicy {
  static final String NAME = "Content-Security-Policy";

  private static final String OWN =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action"
          + " 'self'; base-uri 'none'; frame-ancestors ";

  /** As every page's. */
  static final String EVERY = OWN + "'none'";

  /**
   * The script of a form may ask this service, and no other, for the page in another language; on a
   * tablet it also sends, so that no page is left behind. Recordings are this service's.
   */
  static final String OF_FORMS = EVERY + "; connect-src 'self'; media-src 'self'";

  /** It shows a page of this service in a frame. */
  static final String FRAMING = EVERY + "; frame-src 'self'";

  /** A page of this service may frame it. */
  static final String FRAMED = OWN + "'self'; media-src 'self'";

  private PagePolicy() {}
}
