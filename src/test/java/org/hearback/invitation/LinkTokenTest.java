package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

  @Test
  void eighty_bits_become_sixteen_characters_and_all_of_them_count() {
    var random = new SecureRandom();
    var seen = new HashSet<String>();
    var places = new HashSet<String>();
    for (int i = 0; i < 2000; i++) {
      var secret = LinkToken.fresh(random).secret();
      assertThat(secret).matches("[0-9a-hjkmnp-tv-z]{16}");
      assertThat(seen.add(secret)).isTrue();
      for (int at = 0; at < 16; at++) {
        places.add(at + " " + secret.charAt(at));
      }
    }
    assertThat(places).as("every letter at every place").hasSize(16 * 32);
  }

  @Test
  void a_secret_typed_from_a_letter_is_read_by_crockfords_rule() {
    var token = LinkToken.read("K7M2Q9XD4T8W3HNO");
    assertThat(token).contains(new LinkToken("k7m2q9xd4t8w3hn0"));
    assertThat(LinkToken.read("k7m2q9xd4t8w3hnu")).isEmpty();
    assertThat(LinkToken.read("k7m2q9xd4t8w3hn")).isEmpty();
    assertThat(LinkToken.read("k7m2q9xd4t8w3hn55")).isEmpty();
    assertThat(token.orElseThrow().toString()).doesNotContain("k7m2");
  }
}
