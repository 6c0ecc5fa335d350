package org.hearback.answer;

import java.util.Optional;
import org.hearback.form.Form;
import org.hearback.form.Forms;
import org.hearback.invitation.Link;
import org.hearback.invitation.LinkToken;

/**
 * By which link somebody came, and to which form. Lives for one request.
 *
 * @param open whether nobody was invited by it and it stays open
 * @param tablet whether many people use one device in turn
 */
record Door(LinkToken secret, Form form, boolean open, boolean tablet) {
  /** Where an answer may be given; empty where the link is good for nothing, or no more. */
  static Optional<Door> of(Optional<LinkToken> secret, Link link, Forms forms) {
    return secret.flatMap(it ->
        switch (link) {
          case Link.Waiting(var name, var version, _) ->
              Optional.of(asked(it, form(forms, name, version)));
          case Link.Open(var name, var version, _, var tablet) ->
              Optional.of(new Door(it, form(forms, name, version), true, tablet));
          case Link.Spent _, Link.Lapsed _, Link.Stopped _, Link.Unknown _ -> Optional.empty();
        });
  }

  static Door asked(LinkToken secret, Form form) {
    return new Door(secret, form, false, false);
  }

  private static Form form(Forms forms, String name, int version) {
    return forms
        .find(name, version)
        .orElseThrow(() -> new IllegalStateException("a link to a form that is not there"));
  }
}
