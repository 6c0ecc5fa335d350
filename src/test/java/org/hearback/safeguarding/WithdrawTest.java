package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Taking an answer back: always the same reply, and the envelope goes unless it is too late or
 * somebody is at risk.
 */
class WithdrawTest {
  private static final Pattern CODE =
      Pattern.compile("\\b([0-9a-z]{3})[- ]([0-9a-z]{3})[- ]([0-9a-z]{3})\\b");

  private TestHouse house;
  private Phone phone;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    phone = new Phone(house.address());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_code_of_the_thank_you_page_takes_the_answer_back() throws Exception {
    var code = send(Map.of("listened", "agree", "change", "Please forget this."));
    send(Map.of("listened", "agree"));
    var reply = phone.post("/withdraw", Map.of("code", code));
    assertThat(reply.statusCode()).isEqualTo(200);
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isEqualTo(1);
  }

  @Test
  void it_may_be_typed_as_people_type() throws Exception {
    var code = send(Map.of("listened", "agree"));
    phone.post(
        "/withdraw",
        Map.of("code", " " + code.toUpperCase(java.util.Locale.ROOT).replace("-", " ") + " "));
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isZero();
  }

  @Test
  void every_code_gets_the_same_reply() throws Exception {
    var code = send(Map.of("listened", "agree"));
    var right = phone.post("/withdraw", Map.of("code", code)).body();
    assertThat(phone.post("/withdraw", Map.of("code", "000-000-000")).body()).isEqualTo(right);
    assertThat(phone.post("/withdraw", Map.of("code", "no code at all")).body()).isEqualTo(right);
    house.get(WithdrawJob.class).run();
    assertThat(phone.post("/withdraw", Map.of("code", code)).body()).isEqualTo(right);
  }

  @Test
  void an_open_concern_holds_it_until_it_is_closed() throws Exception {
    var code = send(Map.of("since", "worse"));
    house.get(OpenJob.class).run();
    phone.post("/withdraw", Map.of("code", code));
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isEqualTo(1);
    var reader = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + reader.waiting().getFirst();
    reader.post(sheet, sheet, Map.of("risk", "amber"));
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isEqualTo(1);
    assertThat(
            reader
                .post(sheet, sheet + "/close", Map.of("note", "Spoke with the team."))
                .statusCode())
        .isEqualTo(303);
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isZero();
  }

  @Test
  void what_is_flagged_is_not_deleted_before_a_person_could_see_it() throws Exception {
    var code = send(Map.of("since", "worse"));
    phone.post("/withdraw", Map.of("code", code));
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).as("not opened yet").isEqualTo(1);
    house.get(OpenJob.class).run();
    house.get(WithdrawJob.class).run();
    var reader = Desk.of(house, Role.READER, Set.of("en"));
    assertThat(reader.waiting()).hasSize(1);
    assertThat(reader.clearAll()).isEqualTo(1);
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isZero();
  }

  /** The job that opens has read the envelope, and then it is taken back. */
  @Test
  void nothing_is_left_of_what_is_taken_back_while_it_is_opened() throws Exception {
    var code = send(Map.of("listened", "agree", "change", "Please forget this."));
    var rows = house.get(DutyRows.class);
    var row = rows.unopened(house.get(WeekKeys.class).held(), new UUID(0, 0), 10).getFirst();
    var found = house.get(OpenJob.Finding.class).find(row);
    phone.post("/withdraw", Map.of("code", code));
    house.get(WithdrawJob.class).run();
    assertThat(envelopes()).isZero();
    house.get(OpenJob.Opening.class).queue(row, found);
    for (var table : List.of("clearing", "concern", "alert")) {
      assertThat(house.database().column("SELECT COUNT(*) FROM bridge." + table))
          .as(table)
          .containsExactly("0");
    }
  }

  @Test
  void a_code_that_fits_nothing_is_forgotten() throws Exception {
    phone.post("/withdraw", Map.of("code", "000-000-000"));
    house.clock().pass(Duration.ofDays(2));
    house.get(WithdrawJob.class).run();
    assertThat(house.database().column("SELECT COUNT(*) FROM bridge.withdrawal"))
        .containsExactly("0");
  }

  private String send(Map<String, String> answers) throws Exception {
    var page = phone.send(phone.open(house.invited(1).getFirst()), answers);
    assertThat(page.statusCode()).isEqualTo(200);
    var matcher = CODE.matcher(page.body().replaceAll("<[^>]*>", " "));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
  }

  private int envelopes() throws Exception {
    return Integer.parseInt(
        house.database().column("SELECT COUNT(*) FROM bridge.envelope").getFirst());
  }
}
