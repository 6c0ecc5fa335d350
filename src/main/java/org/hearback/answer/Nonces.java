package org.hearback.answer;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.hearback.form.Form;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.TokenHash;

/** Gives out the nonces of pages and knows them again. Keeps none; safe for any thread. */
@Singleton
final class Nonces {
  private static final TokenHash NO_LINK = TokenHash.of(new byte[32]);
  private static final String CONTACT = "contact-me";

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

  /** For the page on which people ask to be contacted: of no link, and of no form. */
  String ofContact() {
    return new String(
        PageNonce.issue(random, keys, NO_LINK, CONTACT, 1), StandardCharsets.US_ASCII);
  }

  Optional<PageNonce> readOfContact(Posted posted) {
    return PageNonce.read(posted.nonce(), keys, NO_LINK, CONTACT, 1);
  }
}
