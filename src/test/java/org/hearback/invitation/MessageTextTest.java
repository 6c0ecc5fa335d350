package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessageTextTest {

  @Test
  void the_text_is_the_agreed_one_and_fits_one_segment() {
    var words = new MessageText(URI.create("https://views.example.gov.uk/"));
    var text = words.of(LinkToken.read("k7m2q9xd4t8w3hn5").orElseThrow());
    assertThat(text)
        .isEqualTo(
            "Tell us how it went. It takes 3 minutes and we do not ask your name:"
                + " https://views.example.gov.uk/k7m2q9xd4t8w3hn5 To stop these texts use this"
                + " link.");
    assertThat(Gsm7.septets(text)).isEqualTo(149);
    assertThat(words.fits()).isTrue();
  }

  @Test
  void an_address_of_one_character_too_many_does_not_fit() {
    var longest = "https://" + "v".repeat(28) + ".gov.uk:443";
    var text = new MessageText(URI.create(longest));
    int room = 160 - Gsm7.septets(text.of(new LinkToken("0".repeat(16))));
    var exact = "https://" + "v".repeat(28 + room) + ".gov.uk:443";
    assertThat(new MessageText(URI.create(exact)).fits()).isTrue();
    assertThat(new MessageText(URI.create(exact.replace("://", "://v"))).fits()).isFalse();
  }

  @Test
  void what_is_no_address_of_a_website_is_refused() {
    assertThatThrownBy(() -> new MessageText(URI.create("views")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_character_of_the_extension_table_counts_two() {
    assertThat(Gsm7.septets("[]{}^\\|~€")).isEqualTo(18);
    assertThat(Gsm7.septets("aé\n@Δ")).isEqualTo(5);
    assertThat(Gsm7.holds("ŵ")).isFalse();
    assertThat(Gsm7.holds("ع")).isFalse();
  }

  @TestFactory
  List<DynamicTest> a_text_makes_as_many_fragments_as_notify_counts() throws IOException {
    return facts("sms-fragments")
        .map(f ->
            DynamicTest.dynamicTest(
                f.get("text").asText().length() + " of " + f.get("text").asText().substring(0, 1),
                () ->
                    assertThat(Gsm7.fragments(f.get("text").asText()))
                        .isEqualTo(f.get("fragments").asInt())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> a_character_becomes_what_notify_makes_of_it() throws IOException {
    return facts("sms-sanitise")
        .map(f ->
            DynamicTest.dynamicTest(
                Integer.toHexString(f.get("typed").asText().codePointAt(0)),
                () ->
                    assertThat(Gsm7.cleaned(f.get("typed").asText()))
                        .isEqualTo(f.get("sent").asText())))
        .toList();
  }

  private static java.util.stream.Stream<JsonNode> facts(String name) throws IOException {
    var json = new ObjectMapper();
    return Files.readAllLines(Path.of("src/test/resources/messages/" + name + ".jsonl")).stream()
        .map(line -> {
          try {
            return json.readTree(line);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
