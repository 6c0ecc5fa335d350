package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final Redactor REDACTOR = new Redactor();

  record Case(List<String> names, String in, String out) {}

  @ParameterizedTest
  @MethodSource("cases")
  void a_golden_case_comes_out_as_written(Case golden) {
    assertThat(redacted(golden.in(), golden.names())).isEqualTo(golden.out());
  }

  static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    var names = List.<String>of();
    var in = "";
    for (var line : golden("cases.txt").lines().toList()) {
      if (line.startsWith("names:")) {
        names = Stream.of(line.substring(6).split(",")).map(String::strip).toList();
      } else if (line.startsWith("in: ")) {
        in = line.substring(4);
      } else if (line.startsWith("out: ")) {
        cases.add(new Case(names, in, line.substring(5)));
      }
    }
    assertThat(cases).hasSizeGreaterThan(25);
    return cases;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zogbury Catholic Primary School | he hates zogbury now. | he hates [school] now.
          Zogbury Catholic Primary School | At Zogburry Primary nobody asked. | At [school] Primary nobody asked.
          St Zelda's C of E Primary School, Westhaven | saint zeldas is far | [school] is far
          St Zelda's C of E Primary School, Westhaven | We moved to Westhaven. | We moved to Westhaven.
          The Hope Academy | I hope it gets better. | I hope it gets better.
          The Hope Academy | she was at hope academy then | she was at [school] academy then
          Church Lane Infant School | they rang church lane twice | they rang [school] twice
          Church Lane Infant School | the church was cold | the church was cold
          The Girls' School | a girls school is what she wants | a girls school is what she wants
          """)
  void a_school_of_the_record_is_taken_however_it_is_written(String school, String in, String out) {
    var spans = REDACTOR.find(in, "en", new KnownNames(List.of(), List.of(school)));
    assertThat(Redactor.apply(in, spans).value()).isEqualTo(out);
  }

  @ParameterizedTest
  @MethodSource("presidio")
  void what_another_redactor_expects_is_covered(JsonNode known) {
    var text = known.get("text").asText();
    var found = REDACTOR.find(text, "en", KnownNames.none());
    for (var span : known.get("spans")) {
      int given = span.get("start").asInt();
      // One of the spans begins with a blank.
      int start = text.charAt(given) == ' ' ? given + 1 : given;
      int end = span.get("end").asInt();
      assertThat(found).as(text).anyMatch(taken -> taken.start() <= start && taken.end() >= end);
    }
  }

  static Stream<JsonNode> presidio() throws IOException {
    var json = new ObjectMapper();
    return StreamSupport.stream(
        json.readerFor(JsonNode.class)
            .<JsonNode>readValues(golden("presidio-uk.jsonl"))
            .readAll()
            .spliterator(),
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AB 12 34 56 1", "FQ 00 00 00 C", "M1 1CA", "1A1 1AA", "hello-world here"})
  void what_only_looks_like_a_code_gets_no_codes_tag(String text) {
    assertThat(redacted(text, List.of())).doesNotContain("[postcode]", "[NI number]", "[email]");
  }

  @Test
  void spans_in_any_order_that_overlap_become_one() {
    var spans =
        List.of(new Span(8, 12, Tag.PHONE), new Span(0, 3, Tag.NAME), new Span(2, 9, Tag.DETAIL));
    assertThat(Redactor.apply("0123456789abcdef", spans).value()).isEqualTo("[detail]cdef");
  }

  @Test
  void spans_that_only_touch_stay_two() {
    var spans = List.of(new Span(2, 4, Tag.PHONE), new Span(0, 2, Tag.NAME));
    assertThat(Redactor.apply("abcdef", spans).value()).isEqualTo("[name][phone]ef");
  }

  @Test
  void a_span_outside_the_text_is_refused() {
    assertThatThrownBy(() -> Redactor.apply("abc", List.of(new Span(1, 9, Tag.NAME))))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void invisible_characters_and_wide_digits_hide_nothing() {
    assertThat(redacted("ring 07\u200b700\u00a0９００４１３ now", List.of()))
        .isEqualTo("ring [phone] now");
    assertThat(redacted("Jo\u00adrdan was here", List.of("Jordan Fell")))
        .isEqualTo("[name] was here");
  }

  private static String redacted(String text, List<String> names) {
    return Redactor.apply(text, REDACTOR.find(text, "en", new KnownNames(names))).value();
  }

  private static String golden(String file) throws IOException {
    try (var in = RedactorTest.class.getResourceAsStream("/golden/redaction/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
