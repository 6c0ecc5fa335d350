package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.Desk;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.RealBrowser;
import org.hearback.SetClock;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Shift;
import org.hearback.access.Staff;
import org.hearback.form.Forms;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.ServiceAreas;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While nobody reads, children are not asked, and nothing that one of them has written is lost. */
class FailSafeTest {
  private static final Map<String, String> DANGER = Map.of("respect", "agree", "now", "not-safe");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());

  @Test
  void a_page_that_was_open_is_kept_says_whom_to_ring_and_the_form_opens_again_by_itself()
      throws Exception {
    var first = young();
    var second = young();
    house.onDuty();
    var page = phone.open(first);
    house.database().execute("DELETE FROM office.rota");
    house.clock().pass(A_MINUTE);
    closed(phone.get("/" + second.secret()));
    var thanks = phone.send(page, DANGER);
    assertThat(thanks.statusCode()).isEqualTo(200);
    assertThat(thanks.body())
        .contains("We have your answers", "Nobody is reading just now", "01632 960 100")
        .contains("tel:999", "0800 1111")
        .doesNotContain("A person will read it");
    assertThat(house.database().column("SELECT level FROM bridge.envelope")).containsExactly("red");
    var again = phone.send(page, DANGER);
    assertThat(again.body()).as("a lost reply").contains("Nobody is reading just now");
    assertThat(house.database().column("SELECT COUNT(*) FROM bridge.envelope"))
        .containsExactly("1");
    var reader = staff("later");
    house.get(Rota.class).put(today(), reader, Shift.Place.DEPUTY);
    house.clock().pass(A_MINUTE);
    assertThat(phone.get("/" + second.secret()).statusCode())
        .as("a deputy reads too")
        .isEqualTo(200);
    assertThat(phone.send(page, DANGER).body()).doesNotContain("Nobody is reading just now");
  }

  @Test
  void a_red_answer_past_its_hour_closes_them_until_somebody_has_dealt_with_it() throws Exception {
    house.onDuty();
    phone.send(phone.open(young()), DANGER);
    var next = young();
    house.clock().pass(Duration.ofMinutes(62));
    closed(phone.get("/" + next.secret())); // not opened by the job yet, and it waits all the same
    house.get(OpenJob.class).run();
    house.clock().pass(A_MINUTE);
    closed(phone.get("/" + next.secret()));
    var parent = house.invited(1).getFirst();
    assertThat(phone.get("/" + parent.secret()).statusCode()).as("adults").isEqualTo(200);
    assertThat(phone.send(phone.open(parent), Map.of("listened", "agree")).body())
        .doesNotContain("Nobody is reading just now");
    Desk.of(house, Role.READER, Set.of("en")).clearAll();
    house.clock().pass(A_MINUTE);
    assertThat(phone.get("/" + next.secret()).statusCode()).isEqualTo(200);
  }

  /** The queue does not stand still because somebody works on what they found in it. */
  @Test
  void what_is_read_closes_no_form_once_it_is_in_somebodys_hands() throws Exception {
    house.onDuty();
    phone.send(phone.open(young()), DANGER);
    house.get(OpenJob.class).run();
    var next = young();
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    desk.post(sheet, sheet, Map.of("risk", "red"));
    house.clock().pass(Duration.ofMinutes(62));
    closed(phone.get("/" + next.secret())); // read, and nobody says that they deal with it
    desk.post(sheet, sheet + "/take", Map.of());
    house.clock().pass(A_MINUTE);
    assertThat(phone.get("/" + next.secret()).statusCode()).isEqualTo(200);
    assertThat(health().get("overdueMinutes").intValue()).as("it shows all the same").isPositive();
  }

  @Test
  void what_is_not_flagged_closes_them_when_the_promised_time_is_over() throws Exception {
    phone.send(
        phone.open(house.invited(1).getFirst()),
        Map.of("listened", "agree", "change", "It took too long."));
    house.get(OpenJob.class).run();
    house.clock().set(Instant.parse("2026-11-26T08:58:00Z")); // a Thursday; it was sent on Monday
    house.onDuty(); // takes a minute
    var next = young();
    assertThat(phone.get("/" + next.secret()).statusCode()).isEqualTo(200);
    house.clock().pass(A_MINUTE.multipliedBy(2));
    closed(phone.get("/" + next.secret()));
  }

  @Test
  void a_complaint_that_takes_weeks_closes_no_form() throws Exception {
    phone.send(
        phone.open(house.invited(1).getFirst()),
        Map.of("listened", "agree", "change", "I want to complain about the letters."));
    house.get(OpenJob.class).run();
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    desk.post(sheet, sheet, Map.of("risk", "C"));
    house.clock().pass(Duration.ofDays(7));
    house.onDuty();
    assertThat(phone.get("/" + young().secret()).statusCode()).isEqualTo(200);
  }

  @Test
  void on_a_weekend_the_reader_of_monday_counts() throws Exception {
    var token = young();
    var friday = LocalDate.of(2026, 11, 27);
    var reader = staff("of-friday");
    house.get(Rota.class).put(friday, reader);
    house.clock().set(Instant.parse("2026-11-27T16:59:00Z"));
    assertThat(phone.get("/" + token.secret()).statusCode()).isEqualTo(200);
    house.clock().set(Instant.parse("2026-11-27T17:00:00Z"));
    closed(phone.get("/" + token.secret()));
    house.get(Rota.class).put(friday.plusDays(3), reader);
    house.clock().set(Instant.parse("2026-11-28T03:00:00Z"));
    assertThat(phone.get("/" + token.secret()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_flood_by_a_poster_closes_posters_and_nobody_elses_form() throws Exception {
    house.onDuty();
    var asked = young();
    var poster = poster();
    for (int one = 0; one < 12; one++) {
      phone.send(phone.open(poster), DANGER);
    }
    phone.send(phone.open(poster), Map.of("respect", "agree", "ask", "They were on time."));
    phone.send(phone.open(young()), Map.of("respect", "agree", "ask", "They were on time."));
    var open = phone.open(poster);
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofMinutes(70));
    assertThat(phone.get("/" + asked.secret()).statusCode()).isEqualTo(200);
    closed(phone.get("/" + poster.secret()));
    assertThat(phone.send(open, DANGER).body())
        .contains("Nobody is reading just now", "so we cannot come to you");
    assertThat(health().get("overdueMinutes").intValue()).isZero();
    assertThat(health().get("openLinkOverdueMinutes").intValue()).isEqualTo(10);
    assertThat(health().get("unowned").intValue()).isZero();
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var queue = desk.get("/office/clearing").body();
    var lists = queue.split("By posters and tablets");
    assertThat(lists).hasSize(2);
    assertThat(lists[0].split("govuk-tag--red\">Red<")).as("the ten most urgent").hasSize(1 + 10);
    assertThat(lists[0]).contains("No flag");
    assertThat(lists[1].split("govuk-tag--red\">Red<")).hasSize(1 + 2);
    assertThat(lists[1]).contains("No flag");
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    try (var browser = new RealBrowser()) {
      var person = browser.person(RealBrowser.PHONE);
      desk.lend(person, house.address());
      var page = person.newPage();
      page.navigate(house.address() + sheet);
      RealBrowser.lookTwice(page, "clearing-unowned");
      desk.post(sheet, sheet + "/take", Map.of());
      page.navigate(house.address() + "/office/clearing");
      RealBrowser.lookTwice(page, "clearing-apart");
    }
  }

  @Test
  void a_flood_that_nobody_reads_for_a_week_closes_nobody_elses_form_either() throws Exception {
    var reader = staff("all-week");
    for (int day = 0; day < 14; day++) {
      house.get(Rota.class).put(today().plusDays(day), reader);
    }
    var poster = poster();
    house.clock().pass(A_MINUTE);
    phone.send(phone.open(poster), Map.of("respect", "agree", "ask", "They were on time."));
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(7));
    assertThat(phone.get("/" + young().secret()).statusCode()).isEqualTo(200);
    closed(phone.get("/" + poster.secret()));
    assertThat(health().get("oldestUnreadDays").intValue()).isZero();
    assertThat(health().get("openLinkUnreadDays").intValue()).isEqualTo(7);
  }

  @Test
  void where_nobody_can_be_reached_no_step_is_taken_it_shows_and_whoever_comes_is_told()
      throws Exception {
    staff("somebody"); // works here, is not on the rota, and has no address
    var parent = house.invited(1).getFirst();
    phone.send(phone.open(parent), Map.of("listened", "agree", "change", "He hits me at night."));
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofMinutes(10));
    house.get(EscalationJob.class).run();
    assertThat(house.database().column("SELECT step FROM bridge.alert")).isEmpty();
    assertThat(health().get("alertsFailing").intValue()).isEqualTo(10);
    var reached =
        new Staff(
            UUID.randomUUID(),
            "reached",
            "Reached",
            Set.of(Role.READER),
            Set.of(),
            Set.of("en"),
            "",
            "+447700900555");
    house.get(Hired.class).add(reached, "a password for tests");
    house.get(Rota.class).put(today(), reached);
    house.get(EscalationJob.class).run();
    assertThat(house.database().column("SELECT step FROM bridge.alert")).containsExactly("1");
    assertThat(house.get(RecordingPostman.class).messages())
        .anySatisfy(text -> assertThat(text.phone()).isEqualTo("+447700900555"));
    assertThat(health().get("alertsFailing").intValue()).isZero();
  }

  private static void closed(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("Not open just now", "tel:999", "0800 1111", "01632 960 100")
        .doesNotContain("name=\"nonce\"");
  }

  private LinkToken young() throws Exception {
    return house
        .invited(1, "conference-young-person", "YOUNG_PERSON", "12-17", "M5", "en", SetClock.START)
        .getFirst();
  }

  private Staff staff(String name) {
    var staff =
        new Staff(UUID.randomUUID(), name, name, Set.of(Role.READER), Set.of(), Set.of("en", "ar"));
    house.get(Hired.class).add(staff, "a password for tests");
    return staff;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), java.time.ZoneOffset.UTC);
  }

  private LinkToken poster() {
    var areas = house.get(ServiceAreas.class);
    var leaf =
        areas.parents().keySet().stream()
            .filter(key -> areas.children(key).isEmpty())
            .sorted()
            .findFirst()
            .orElseThrow();
    var form = house.get(Forms.class).find("service-young-person", 1).orElseThrow();
    var link =
        house.get(OpenLinks.class).make(OpenLink.Kind.POSTER, "waiting room", leaf, form, "en");
    return LinkToken.read(link.code()).orElseThrow();
  }

  private JsonNode health() throws Exception {
    return new ObjectMapper().readTree(phone.get("/health").body()).at("/details/reading/details");
  }
}
