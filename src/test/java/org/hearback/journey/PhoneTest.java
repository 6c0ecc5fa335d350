package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PhoneTest {

  /** Landlines are valid numbers for Notify, and no phones to text for us. */
  @TestFactory
  List<DynamicTest> a_uk_mobile_is_read_however_it_is_typed_and_what_is_none_is_not()
      throws IOException {
    var json = new ObjectMapper();
    var tests = new ArrayList<DynamicTest>();
    for (var line :
        Files.readAllLines(Path.of("src/test/resources/messages/phone-numbers.jsonl"))) {
      var fact = json.readTree(line);
      boolean mobile =
          fact.get("valid").asBoolean()
              && List.of("uk mobile", "channel islands").contains(fact.get("kind").asText());
      if (!fact.get("kind").asText().equals("international")) {
        tests.add(
            DynamicTest.dynamicTest(
                fact.get("number").asText().strip(),
                () ->
                    assertThat(Phone.read(fact.get("number").asText()).isPresent())
                        .isEqualTo(mobile)));
      }
    }
    return tests;
  }

  @Test
  void one_phone_has_one_writing() {
    assertThat(List.of("07723456789", "+44 (0)7723 456 789", "0044 7723-456-789", "7723456789"))
        .allSatisfy(typed -> assertThat(Phone.read(typed)).contains("+447723456789"));
    assertThat(Phone.read("07700 900123")).contains("+447700900123");
    assertThat(Phone.read("+33 6 12 34 56 78")).contains("+33612345678");
  }
}
