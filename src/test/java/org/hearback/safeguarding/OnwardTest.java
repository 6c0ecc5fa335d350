package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hearback.answer.CouncilConfig;
import org.hearback.answer.Routes;
import org.junit.jupiter.api.Test;

/** Whom a reader is told to tell, by the level of an answer. */
class OnwardTest {
  private static final CouncilConfig COUNCIL =
      new CouncilConfig("Westhaven Council", "01632 960 100", "feedback@council.example");

  @Test
  void each_level_names_those_who_deal_with_it() {
    var onward =
        onward(
            Map.of(
                "hearback.council.routes.lado.phone", "01632 960 103",
                "hearback.council.routes.lado.mail", "lado@council.example",
                "hearback.council.routes.complaints.link", "https://council.example/complain",
                "hearback.council.routes.advocacy.phone", "01632 960 102"));
    assertThat(onward.at("red"))
        .containsExactly("Police or ambulance: 999", "The duty team: 01632 960 100");
    assertThat(onward.at("L"))
        .contains("The designated officer (LADO): 01632 960 103, lado@council.example")
        .anyMatch(line -> line.contains("without who sent it"));
    assertThat(onward.at("C"))
        .containsExactly(
            "The complaints team: https://council.example/complain",
            "An advocate for a child or young person: 01632 960 102");
    assertThat(onward.at("amber")).isEmpty();
    assertThat(onward.at("none")).isEmpty();
  }

  @Test
  void where_the_council_names_nobody_the_reader_is_told_whom_to_ask() {
    assertThat(onward(Map.of()).at("L"))
        .contains("The designated officer (LADO): ask the council (feedback@council.example)");
  }

  private static Onward onward(Map<String, String> settings) {
    return new Onward(Routes.read(key -> settings.getOrDefault(key, "")), COUNCIL);
  }
}
