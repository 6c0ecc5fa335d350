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

  @Test
  void what_phones_and_keyboards_make_of_a_code_is_still_the_code() {
    for (var typed :
        new String[] {
          "k7m2 q9xd 4t8w 3hn1",
          " K7M2-Q9XD-4T8W-3HNI ",
          "k7m2\u00a0\u00a0q9xd\u00a04t8w\u20133hnl",
          "\u2066k7m2q9xd\u20144t8w3hn1\u2069",
          "k\u0667m\u0662q\u0669xd\u0664t\u0668w\u0663hn\u0661",
          "k7m2\tq9xd\n4t8w3hn1"
        }) {
      assertThat(LinkToken.read(typed)).as(typed).contains(new LinkToken("k7m2q9xd4t8w3hn1"));
    }
    for (var typed : new String[] {"", " ", "k7m2_q9xd_4t8w_3hn1", "\ud83d\ude00", "k7m2."}) {
      assertThat(LinkToken.read(typed)).as(typed).isEmpty();
    }
  }
}
