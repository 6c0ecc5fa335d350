package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.response.DelinkJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an answer says in English: redacted like the answer, and what stands where words may not.
 */
class RenderingTest {
  private static final String WORDS = "لم يأت المترجم فترجم ابني كل شيء.";

  private static final Pattern IN_ENGLISH = Pattern.compile("/office/clearing/([0-9a-f-]{36})\"");

  private TestHouse house;
  private Phone phone;
  private Desk reader;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    house.onDuty();
    phone = new Phone(house.address());
    reader = Desk.of(house, Role.READER, Set.of("en", "ar"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void english_that_points_to_somebody_comes_back_without_and_is_cleared_only_then()
      throws Exception {
    answered("ar", 10);
    var sheet = "/office/clearing/" + reader.waiting().getFirst();
    var first =
        reader.post(
            sheet, sheet, Map.of("risk", "none", "english-change", "Ring me on 07700 900321."));
    assertThat(first.statusCode()).isEqualTo(422);
    assertThat(first.body())
        .contains("href=\"#english-change\"", ">Ring me on [phone].</textarea>")
        .doesNotContain("07700")
        .containsPattern("value=\"none\" checked");
    assertThat(reader.waiting()).hasSize(10);
    var second =
        reader.post(sheet, sheet, Map.of("risk", "none", "english-change", "Ring me on [phone]."));
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(reader.waiting()).hasSize(9);
    var endless =
        reader.post(
            "/office/clearing/" + reader.waiting().getFirst(),
            "/office/clearing/" + reader.waiting().getFirst(),
            Map.of("risk", "none", "english-change", "word ".repeat(1_300)));
    assertThat(endless.statusCode()).isEqualTo(422);
    assertThat(endless.body()).contains("too long to be kept");
  }

  @Test
  void where_ten_share_the_language_words_and_english_are_both_kept() throws Exception {
    answered("ar", 10);
    clear("Nobody came to interpret.");
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(comments()).containsOnly("ar|" + WORDS + "|Nobody came to interpret.");
  }

  @Test
  void where_the_label_has_lost_the_language_only_the_english_stands_and_waits_to_be_written()
      throws Exception {
    answered("en", 5);
    answered("ar", 5);
    clear("");
    house.clock().pass(Duration.ofDays(29));
    house.get(DelinkJob.class).run();
    assertThat(comments()).as("five alone are not ten").isEmpty();
    var queue = reader.get("/office/clearing").body();
    assertThat(queue).contains("To be written in English");
    for (var id : IN_ENGLISH.matcher(queue).results().map(found -> found.group(1)).toList()) {
      var sheet = "/office/clearing/" + id;
      assertThat(reader.get(sheet).body()).contains("Keep the English");
      assertThat(
              reader
                  .post(sheet, sheet + "/english", Map.of("english-change", "Nobody came."))
                  .statusCode())
          .isEqualTo(303);
    }
    house.get(DelinkJob.class).run();
    assertThat(comments()).hasSize(10).containsOnly("und|Nobody came.|", "und|More time.|");
    assertThat(String.join("", comments())).doesNotContain(WORDS);
  }

  private void answered(String language, int people) throws Exception {
    var words = language.equals("ar") ? WORDS : "More time.";
    for (var token :
        house.invited(people, "assessment-parent", "PARENT", "", "M3", language, SetClock.START)) {
      phone.send(phone.open(token), Map.of("listened", "agree", "change", words));
    }
    house.get(OpenJob.class).run();
  }

  private void clear(String english) throws Exception {
    for (var id : reader.waiting()) {
      var sheet = "/office/clearing/" + id;
      reader.post(
          sheet,
          sheet,
          english.isEmpty()
              ? Map.of("risk", "none")
              : Map.of("risk", "none", "english-change", english));
    }
  }

  private java.util.List<String> comments() throws Exception {
    return house
        .database()
        .column("SELECT CONCAT_WS('|', language, words, english) FROM feedback.comment");
  }
}
