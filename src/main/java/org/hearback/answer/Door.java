package org.hearback.answer;

import org.hearback.form.Form;
import org.hearback.invitation.LinkToken;

/**
 * By which link somebody came, and to which form. Lives for one request.
 *
 * @param open whether nobody was invited by it and it stays open
 * @param tablet whether many people use one device in turn
 */
record Door(LinkToken secret, Form form, boolean open, boolean tablet) {
  /** As every page's, and one thing more: its script sends, so that no page is left behind. */
  static final String TABLET_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  static Door asked(LinkToken secret, Form form) {
    return new Door(secret, form, false, false);
  }

  static Door open(LinkToken secret, Form form, boolean tablet) {
    return new Door(secret, form, true, tablet);
  }
}
