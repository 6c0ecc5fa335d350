package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "p1@example.org, p1@example.org",
    "P.One+school@Example.ORG, p.one@example.org",
    "o'hara@mail.example.co.uk, o'hara@mail.example.co.uk"
  })
  void a_mailbox_is_the_same_however_it_is_written(String typed, String mailbox) {
    assertThat(Email.read(typed).map(Email::mailbox)).contains(mailbox);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b",
        "a b@example.org",
        "a@example.org,b@example.org",
        "<a@example.org>",
        "a..b@example.org",
        "a@-example.org",
        "a@example.org\r\nBcc: b@example.org"
      })
  void what_is_no_address_counts_as_none(String typed) {
    assertThat(Email.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Flat 2|12 Sample Street|Westhaven|ZZ1 1ZZ, ZZ11ZZ 12 2",
    "'12 Sample St, Flat 2|zz1 1zz', ZZ11ZZ 12 2",
    "Rose Cottage|Mill Lane|ZZ1 1ZZ, 'ZZ11ZZ '",
    "12A Sample Street|ZZ99 9ZZ|, ZZ999ZZ 12A"
  })
  void a_door_is_the_same_however_the_street_is_spelt(String typed, String door) {
    assertThat(PostalAddress.read(typed).map(PostalAddress::door)).contains(door);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "|", "ZZ1 1ZZ", "12 Sample Street|Westhaven", "a|b|c|d|e|f|g|ZZ1 1ZZ"})
  void without_a_postcode_or_a_street_it_counts_as_none(String typed) {
    assertThat(PostalAddress.read(typed)).isEmpty();
  }

  @Test
  void it_does_not_show_itself() {
    assertThat(PostalAddress.read("12 Sample Street|ZZ1 1ZZ").orElseThrow())
        .hasToString("PostalAddress[hidden]");
  }
}
