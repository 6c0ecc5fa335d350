package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is taken of the page on which people ask to be contacted, and what is not. */
class ContactMeFormTest {

  /** Something wrong with every field that can be wrong. */
  static Map<String, String> errors() {
    return wrong(
        Map.of("email", "sam@", "phone", "x", "when", "x".repeat(201), "about", "x".repeat(501)));
  }

  @Test
  void a_name_and_one_way_to_reach_them_are_enough() {
    assertThat(good(Map.of("name", " Sam  Reed ", "phone", "07700 900 123")))
        .isEqualTo(new ContactMe("Sam Reed", "+447700900123", "", "", "", "", "en"));
    assertThat(good(Map.of("name", "Sam", "email", "sam@example.com")).email())
        .isEqualTo("sam@example.com");
  }

  @Test
  void every_field_that_is_wrong_is_told() {
    assertThat(errors())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "name", "contact.error.name",
                "phone", "contact.error.phone",
                "email", "contact.error.email",
                "when", "contact.error.long",
                "about", "contact.error.long"));
    assertThat(wrong(Map.of("name", "Sam"))).containsEntry("phone", "contact.error.reach");
  }

  @Test
  void a_phone_of_any_kind_can_be_rung_and_may_be_typed_in_other_digits() {
    assertThat(good(Map.of("name", "Sam", "phone", "0117 496 0123")).phone())
        .isEqualTo("+441174960123");
    assertThat(good(Map.of("name", "Sam", "phone", "٠٧٧٠٠ ٩٠٠١٢٣")).phone())
        .isEqualTo("+447700900123");
  }

  @Test
  void the_end_of_a_line_counts_once_and_nobody_is_what_is_not_on_the_page() {
    var about = ("x".repeat(99) + "\r\n").repeat(5).strip();
    var request =
        good(Map.of("name", "A\r\nB", "phone", "07700900123", "who", "chief", "about", about));
    assertThat(request.about()).hasSize(499);
    assertThat(request.who()).isEmpty();
    assertThat(request.name()).isEqualTo("A B");
  }

  @Test
  void what_was_sealed_is_read_again_and_says_nothing_of_itself() {
    var request = new ContactMe("Sam", "+447700900123", "", "after 4", "young", "ü\nب", "ar");
    assertThat(ContactMe.read(request.bytes())).isEqualTo(request);
    assertThat(request.toString()).doesNotContain("Sam", "900123");
  }

  private static ContactMe good(Map<String, String> typed) {
    return ((ContactMeForm.Read.Good) read(typed)).request();
  }

  private static Map<String, String> wrong(Map<String, String> typed) {
    return ((ContactMeForm.Read.Wrong) read(typed)).errors();
  }

  private static ContactMeForm.Read read(Map<String, String> typed) {
    var fields = new HashMap<String, List<String>>();
    typed.forEach((name, value) -> fields.put(name, List.of(value)));
    return ContactMeForm.read(fields, "en");
  }
}
