package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPageTest {
  private static final String HOLE = "@@hole@@";

  @Property
  void packed_and_plain_are_the_page_with_the_nonce_in_its_hole(
      @ForAll @CharRange(from = 'ء', to = 'ي') @CharRange(from = ' ', to = '?') String before,
      @ForAll @CharRange(from = '0', to = 'z') @StringLength(max = 9000) String after,
      @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 120) String nonce)
      throws IOException {
    var page = PreparedPage.of(before + HOLE + after, HOLE);
    var bytes = nonce.getBytes(StandardCharsets.US_ASCII);
    assertThat(unpacked(page.gzip(bytes))).isEqualTo(before + nonce + after);
    assertThat(new String(page.plain(bytes), StandardCharsets.UTF_8))
        .isEqualTo(before + nonce + after);
  }

  @Test
  void every_form_in_every_language_unpacks_to_its_plain_page() throws IOException {
    var pages = Face.pages();
    var nonce = "n".repeat(PreparedPage.NONCE_LENGTH_MAX).getBytes(StandardCharsets.US_ASCII);
    for (var form : FormFixtures.forms().all()) {
      for (var language : FormFixtures.words().languages()) {
        var page = pages.prepared(form, language, Face.WRITING);
        var plain = new String(page.plain(nonce), StandardCharsets.UTF_8);
        assertThat(unpacked(page.gzip(nonce))).isEqualTo(plain);
        assertThat(plain).containsOnlyOnce(new String(nonce, StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void the_page_is_rendered_once() {
    var pages = Face.pages();
    var form = FormFixtures.forms().latest("assessment-parent");
    assertThat(pages.prepared(form, "ar", Face.WRITING))
        .isSameAs(pages.prepared(form, "ar", Face.WRITING));
    assertThat(pages.prepared(form, "xx", Face.WRITING))
        .isSameAs(pages.prepared(form, "en", Face.WRITING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b", "a<b", "a b", "a&b", "é"})
  void a_nonce_that_could_leave_its_attribute_is_refused(String nonce) {
    var page = PreparedPage.of("a" + HOLE + "b", HOLE);
    assertThatThrownBy(() -> page.gzip(nonce.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> page.plain(nonce.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_page_with_no_hole_or_two_is_refused() {
    assertThatThrownBy(() -> PreparedPage.of("none", HOLE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PreparedPage.of(HOLE + HOLE, HOLE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String unpacked(byte[] gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
