package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.TokenHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One nonce is good for one link and one form, and has one spelling. */
class PageNonceTest {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ %.";
  private static final TokenHash LINK = link("0123456789abcdef");

  @TempDir Path folder;
  private PageKeys keys;
  private String nonce;

  @BeforeEach
  void issue() throws Exception {
    keys = new PageKeys(new KeyFolder(folder));
    nonce =
        new String(
            PageNonce.issue(new SecureRandom(), keys, LINK, "form", 1), StandardCharsets.US_ASCII);
  }

  @Test
  void it_is_known_again_for_its_link_its_form_and_its_version() {
    assertThat(PageNonce.read(nonce, keys, LINK, "form", 1)).isPresent();
    assertThat(PageNonce.read(nonce, keys, link("0123456789abcdeg"), "form", 1)).isEmpty();
    assertThat(PageNonce.read(nonce, keys, LINK, "other", 1)).isEmpty();
    assertThat(PageNonce.read(nonce, keys, LINK, "form", 2)).isEmpty();
  }

  @Test
  void another_character_anywhere_makes_it_one_that_nobody_gave_out() {
    for (int at = 0; at < nonce.length(); at++) {
      for (var letter : LETTERS.split("")) {
        var other = nonce.substring(0, at) + letter + nonce.substring(at + 1);
        assertThat(PageNonce.read(other, keys, LINK, "form", 1).isPresent())
            .as("%s at %d", letter, at)
            .isEqualTo(other.equals(nonce));
      }
    }
  }

  @Test
  void cut_or_longer_it_is_none() {
    for (var other :
        Stream.of("", nonce.substring(1), nonce + "A", nonce.substring(2) + "==", " " + nonce)
            .toList()) {
      assertThat(PageNonce.read(other, keys, LINK, "form", 1)).as(other).isEmpty();
    }
  }

  private static TokenHash link(String secret) {
    return LinkToken.read(secret).orElseThrow().hash();
  }
}
