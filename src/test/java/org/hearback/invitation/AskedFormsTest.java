package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.OneHouse;
import org.hearback.TestHouse;
import org.hearback.form.Forms;
import org.hearback.journey.Audience;
import org.hearback.journey.Channel;
import org.hearback.journey.Milestone;
import org.hearback.journey.Milestones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedFormsTest {
  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();

  @Test
  void the_files_of_the_house_fit_each_other() {
    assertThatCode(() -> AskedForms.check(house.get(Milestones.class), house.get(Forms.class)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "assessment-parent, 9, which is not published",
    "nothing, 1, which is not published",
    "service-parent, 1, which is for whoever comes by",
    "closure-staff, 1, which is for STAFF and not for PARENT"
  })
  void a_milestone_asks_with_a_form_that_is_there_and_for_those_people(
      String form, int version, String why) {
    var forms = house.get(Forms.class);
    assertThatThrownBy(() -> AskedForms.check(asking(form, version), forms))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("M3")
        .hasMessageContaining(form)
        .hasMessageContaining(why);
  }

  private static Milestones asking(String form, int version) {
    var ask =
        new Milestone.Ask(
            Audience.PARENT,
            List.of(),
            form,
            version,
            new Milestone.Delay(7, 0),
            Milestone.Route.OWN,
            List.of(Channel.TEXT));
    var signal = new Milestone.Signal("t", "id", "person", "day", "team", "", Map.of());
    var milestone = new Milestone("M3", LocalDate.EPOCH, null, false, signal, List.of(ask));
    return new Milestones(
        42,
        14,
        92,
        new Milestones.Caps(60, 2, 2),
        new Milestones.Flags(Set.of(), Set.of()),
        Map.of("M3", milestone),
        List.of(),
        Set.of());
  }
}
