package org.hearback.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearback.invitation.Crockford;
import org.hearback.invitation.TokenHash;

/**
 * What a page carries so that one answer is counted once, however often it is sent: 16 random
 * bytes, signed together with the link and the form they were given out for. Not kept anywhere; its
 * hash is the envelope's unique key, and the hash of the answers under it tells the same answer
 * from other words.
 */
final class PageNonce {
  private static final int RANDOM_BYTES = 16;
  private static final int SIGNATURE_BYTES = 21;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  /** In ASCII characters, as it stands in the page. */
  static final int LENGTH = 50;

  private final byte[] random;

  private PageNonce(byte[] random) {
    this.random = random;
  }

  /** A fresh one, as text for the page. */
  static byte[] issue(
      SecureRandom source, PageKeys keys, TokenHash link, String form, int version) {
    var nonce = new byte[RANDOM_BYTES + SIGNATURE_BYTES];
    var random = new byte[RANDOM_BYTES];
    source.nextBytes(random);
    System.arraycopy(random, 0, nonce, 0, RANDOM_BYTES);
    var signature = keys.sign(signed(random, link, form, version));
    System.arraycopy(signature, 0, nonce, RANDOM_BYTES, SIGNATURE_BYTES);
    return TEXT.encode(nonce);
  }

  /** Reads one that came back; empty when this house did not give it out for this link and form. */
  static Optional<PageNonce> read(
      String text, PageKeys keys, TokenHash link, String form, int version) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    byte[] nonce;
    try {
      nonce = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    // The last character has bits to spare: one nonce, one spelling.
    if (!text.equals(TEXT.encodeToString(nonce))) {
      return Optional.empty();
    }
    var random = Arrays.copyOf(nonce, RANDOM_BYTES);
    var signature = Arrays.copyOfRange(nonce, RANDOM_BYTES, nonce.length);
    return keys.signed(signature, signed(random, link, form, version))
        ? Optional.of(new PageNonce(random))
        : Optional.empty();
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(random);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The answers' hash under this nonce; without it, it says nothing about them. */
  byte[] hashOf(byte[] answers) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(random, "HmacSHA256"));
      return mac.doFinal(answers);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** Nine characters: the first 45 bits. */
  String withdrawalCode() {
    return Crockford.encode(random, 9);
  }

  /** The code as people read and type it: three groups of three. */
  String shownCode() {
    var code = withdrawalCode();
    return code.substring(0, 3) + "-" + code.substring(3, 6) + "-" + code.substring(6);
  }

  @Override
  public String toString() {
    return "PageNonce[hidden]";
  }

  private static byte[] signed(byte[] random, TokenHash link, String form, int version) {
    var what = (form + "/" + version).getBytes(StandardCharsets.UTF_8);
    var message = new byte[RANDOM_BYTES + 32 + what.length];
    System.arraycopy(random, 0, message, 0, RANDOM_BYTES);
    System.arraycopy(link.bytes(), 0, message, RANDOM_BYTES, 32);
    System.arraycopy(what, 0, message, RANDOM_BYTES + 32, what.length);
    return message;
  }
}
