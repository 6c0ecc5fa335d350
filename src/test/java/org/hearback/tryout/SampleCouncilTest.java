package org.hearback.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.hearback.TestDatabase;
import org.hearback.form.FormReader;
import org.hearback.form.Forms;
import org.hearback.form.Reading;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;

/** The sample council is made up, the same every time, and as a case system would deliver it. */
class SampleCouncilTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  @Test
  void two_councils_are_the_same() {
    assertThat(new SampleCouncil().contacts(MONDAY))
        .isEqualTo(new SampleCouncil().contacts(MONDAY));
    assertThat(new SampleCouncil().assessments(MONDAY))
        .isEqualTo(new SampleCouncil().assessments(MONDAY));
  }

  @Test
  void numbers_are_of_the_range_for_fiction_and_nobody_shares_one() {
    var seen = new HashSet<String>();
    for (var line : new SampleCouncil().contacts(MONDAY).lines().skip(1).toList()) {
      var phone = line.split(",", -1)[4];
      if (!phone.isEmpty()) {
        assertThat(phone).matches("07700 900\\d{3}");
        assertThat(seen.add(phone)).as(line).isTrue();
      }
    }
    assertThat(seen).hasSizeBetween(400, 600);
  }

  @Test
  void professionals_have_one_mailbox_for_many_families_and_a_letter_goes_where_a_text_may_not() {
    var mailboxes = new HashSet<String>();
    int professionals = 0;
    int letters = 0;
    for (var line : new SampleCouncil().contacts(MONDAY).lines().skip(1).toList()) {
      var fields = line.split(",", -1);
      if (!fields[5].isEmpty()) {
        assertThat(fields[5]).endsWith("@example.org");
        assertThat(fields[1]).isIn("worker", "partner");
        mailboxes.add(fields[5]);
        professionals++;
      }
      if (!fields[6].isEmpty()) {
        assertThat(fields[9]).as("texts").isEqualTo("no");
        letters++;
      }
    }
    assertThat(professionals).isGreaterThan(300);
    assertThat(mailboxes).hasSizeBetween(60, 80);
    assertThat(letters).isBetween(10, 40);
  }

  @Test
  void no_family_is_assessed_twice_within_the_cap_of_sixty_days() {
    var council = new SampleCouncil();
    var last = new HashMap<String, LocalDate>();
    int events = 0;
    for (int week = 0; week < 65; week++) {
      for (var line : council.assessments(MONDAY.plusWeeks(week)).lines().skip(1).toList()) {
        var parts = line.split(",");
        var day = LocalDate.parse(parts[2]);
        var before = last.put(parts[1], day);
        if (before != null) {
          assertThat(day).isAfterOrEqualTo(before.plusDays(60));
        }
        events++;
      }
    }
    assertThat(events).isBetween(1_200, 1_800);
  }

  @Test
  void people_answer_what_the_form_takes_in_their_language() {
    var sentences = new Sentences(List.of("en", "ar"));
    var answers = new SampleAnswers(sentences, MONDAY);
    var properties = new HashMap<String, Object>(TestDatabase.properties());
    try (var house = ApplicationContext.run(properties)) {
      for (var form : house.getBean(Forms.class).all()) {
        for (int time = 0; time < 200; time++) {
          var fields = answers.to(form, "FH-S1", time % 2 == 0 ? "en" : "ar", MONDAY);
          assertThat(FormReader.read(form, fields)).isInstanceOf(Reading.Accepted.class);
        }
      }
    }
  }

  @Test
  void each_audience_has_good_and_bad_to_say_in_each_language() {
    var sentences = new Sentences(List.of("en", "ar"));
    for (var language : List.of("en", "ar")) {
      for (var audience : List.of(Audience.PARENT, Audience.YOUNG_PERSON)) {
        var tones =
            sentences.of(language, audience).stream().map(Sentences.Sentence::tone).toList();
        assertThat(tones).contains('+', '-');
      }
    }
    assertThat(Sentences.filled("{worker} at {school}: {phone}", new Random(1)))
        .doesNotContain("{")
        .containsPattern("07700 900\\d{3}");
  }
}
