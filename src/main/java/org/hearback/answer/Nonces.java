package org.hearback.answer;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.hearback.form.Form;
import org.hearback.invitation.LinkToken;

/** Gives out the nonces of pages and knows them again. Keeps none; safe for any thread. */
@Singleton
final class Nonces {
  private final PageKeys keys;
  private final SecureRandom random;

  Nonces(PageKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  byte[] issue(LinkToken secret, Form form) {
    return PageNonce.issue(random, keys, secret.hash(), form.name(), form.version());
  }

  String issued(Door door) {
    return new String(issue(door.secret(), door.form()), StandardCharsets.US_ASCII);
  }

  /** Empty when the one that came back is not ours, or of another link or form. */
  Optional<PageNonce> read(LinkToken secret, Form form, Posted posted) {
    return PageNonce.read(posted.nonce(), keys, secret.hash(), form.name(), form.version());
  }
}
