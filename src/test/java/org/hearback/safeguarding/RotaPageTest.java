package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.Desk;
import org.hearback.OneHouse;
import org.hearback.RealBrowser;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Shift;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leads keep the rota four weeks ahead; gaps stand out. The clock begins on a Monday. */
class RotaPageTest {
  private static final String PATH = "/office/rota";
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();

  @Test
  void a_lead_puts_a_reader_on_for_a_week_makes_them_deputy_for_a_day_and_takes_them_off()
      throws Exception {
    var lead = Desk.of(house, Role.LEAD, Set.of());
    var reader = reader("One Reader", Set.of("en", "ar"), "");
    assertThat(lead.get(PATH).body())
        .contains("Nobody is on duty on Mon 23 Nov to Fri 18 Dec.")
        .contains("One Reader has neither an e-mail address nor a phone number");
    assertThat(change(lead, "on", reader, "week-2026-11-23", "duty")).isEqualTo(303);
    assertThat(days(Shift.Place.DUTY))
        .containsExactly("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27");
    assertThat(change(lead, "on", reader, "day-2026-11-25", "deputy")).isEqualTo(303);
    assertThat(days(Shift.Place.DEPUTY)).containsExactly("2026-11-25");
    assertThat(days(Shift.Place.DUTY)).hasSize(4);
    assertThat(lead.get(PATH).body())
        .as("a day with only a deputy is a gap")
        .contains("Nobody is on duty on Wed 25 Nov, Mon 30 Nov to Fri 18 Dec.")
        .contains("One Reader (Arabic, English)");
    assertThat(change(lead, "off", reader, "week-2026-11-23", "duty")).isEqualTo(303);
    assertThat(days(Shift.Place.DUTY)).isEmpty();
    assertThat(house.database().column("SELECT act FROM office.audit WHERE act LIKE 'rota%'"))
        .containsExactly("rota-put-on", "rota-put-on", "rota-taken-off");
  }

  @Test
  void a_language_that_nobody_reads_for_days_stands_out_and_one_missing_for_a_day_at_its_day()
      throws Exception {
    var lead = Desk.of(house, Role.LEAD, Set.of());
    var english = reader("English Reader", Set.of("en"), "english@council.example");
    var arabic = reader("Arabic Reader", Set.of("ar"), "arabic@council.example");
    for (var week : Set.of("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14")) {
      change(lead, "on", english, "week-" + week, "duty");
    }
    change(lead, "on", arabic, "day-2026-12-01", "deputy");
    var page = lead.get(PATH).body();
    assertThat(page)
        .contains(
            "Nobody reads Polish, Romanian, Somali, Ukrainian, Urdu, Welsh in these four weeks")
        .contains("Nobody reads Arabic on Mon 23 Nov to Thu 26 Nov, Wed 2 Dec to Fri 18 Dec")
        .contains("Nobody reads Arabic on this day")
        .doesNotContain("Nobody is on duty", "neither an e-mail");
    assertThat(page.split("Nobody reads Arabic on this day", -1))
        .as("Friday and Monday before the first of December")
        .hasSize(1 + 2);
  }

  @Test
  void readers_see_it_and_change_nothing_and_nobody_else_sees_it() throws Exception {
    var reader = Desk.of(house, Role.READER, Set.of("en"));
    var me = reader("Another", Set.of("en"), "");
    var page = reader.get(PATH);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Week of 23 November").doesNotContain("Put on the rota");
    assertThat(page.body().split("aria-current=\"page\"", -1)).as("one entry").hasSize(2);
    assertThat(forbidden(reader, "on", me)).contains("/office/forbidden");
    assertThat(forbidden(reader, "off", me)).contains("/office/forbidden");
    assertThat(days(Shift.Place.DUTY)).isEmpty();
    for (var role : Set.of(Role.ANALYST, Role.MANAGER, Role.OPERATOR)) {
      assertThat(Desk.of(house, role, Set.of("en")).get(PATH).headers().firstValue("location"))
          .contains("/office/forbidden");
    }
  }

  @Test
  void what_is_no_working_day_of_these_weeks_or_no_reader_is_refused() throws Exception {
    var lead = Desk.of(house, Role.LEAD, Set.of());
    var reader = reader("One Reader", Set.of("en"), "");
    for (var when : Set.of("", "day-2026-11-28", "day-2026-11-20", "day-2027-01-11", "week-x")) {
      assertThat(change(lead, "on", reader, when, "duty")).as(when).isEqualTo(422);
    }
    var refused =
        lead.post(PATH, PATH + "/on", Map.of("when", "day-2026-11-24", "place", "deputy")).body();
    assertThat(refused)
        .as("what was chosen is chosen still")
        .contains("value=\"day-2026-11-24\" selected")
        .containsPattern("value=\"deputy\" checked");
    var analyst =
        new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));
    house.get(Hired.class).add(analyst, "a password for tests");
    assertThat(change(lead, "on", analyst, "day-2026-11-24", "duty")).isEqualTo(422);
    assertThat(days(Shift.Place.DUTY)).isEmpty();
  }

  @Test
  void bank_holidays_are_closed_and_a_list_that_ends_soon_says_so() throws Exception {
    house.clock().set(Instant.parse("2026-12-21T10:00:00Z"));
    var lead = Desk.of(house, Role.LEAD, Set.of());
    var page = lead.get(PATH).body();
    assertThat(page.split("Closed: bank holiday", -1))
        .as("25, 28 December, new year")
        .hasSize(1 + 3);
    assertThat(page)
        .contains("Nobody is on duty on Mon 21 Dec to Fri 15 Jan.")
        .doesNotContain("The list of bank holidays ends");
    house.clock().set(Instant.parse("2027-11-01T10:00:00Z"));
    assertThat(lead.get(PATH).body())
        .contains("The list of bank holidays ends on 28 December 2027.");
  }

  @Test
  void it_fits_a_phone_and_a_desk() throws Exception {
    var lead = Desk.of(house, Role.LEAD, Set.of());
    var english = reader("Sample reader, second", Set.of("en", "pl"), "e@council.example");
    var arabic = reader("A reader of Arabic", Set.of("ar", "en"), "");
    change(lead, "on", english, "week-2026-11-23", "duty");
    change(lead, "on", arabic, "week-2026-11-23", "deputy");
    change(lead, "on", arabic, "week-2026-11-30", "duty");
    change(lead, "off", english, "day-2026-11-24", "");
    try (var browser = new RealBrowser()) {
      var person = browser.person(RealBrowser.PHONE);
      lead.lend(person, house.address());
      var page = person.newPage();
      page.navigate(house.address() + PATH);
      RealBrowser.lookTwice(page, "rota");
      page.getByText("Put on the rota").click();
      assertThat(page.locator(".govuk-error-summary").isVisible()).isTrue();
      RealBrowser.lookTwice(page, "rota-error");
    }
  }

  private int change(Desk lead, String how, Staff reader, String when, String place)
      throws Exception {
    return lead.post(
            PATH,
            PATH + "/" + how,
            Map.of("person", reader.id().toString(), "when", when, "place", place))
        .statusCode();
  }

  private static java.util.Optional<String> forbidden(Desk reader, String how, Staff me)
      throws Exception {
    return reader
        .post(
            PATH,
            PATH + "/" + how,
            Map.of("person", me.id().toString(), "when", "day-" + MONDAY, "place", "duty"))
        .headers()
        .firstValue("location");
  }

  private Staff reader(String name, Set<String> languages, String email) {
    var staff =
        new Staff(
            UUID.randomUUID(), name, name, Set.of(Role.READER), Set.of(), languages, email, "");
    house.get(Hired.class).add(staff, "a password for tests");
    return staff;
  }

  private java.util.List<String> days(Shift.Place place) {
    return house.get(Rota.class).shifts(MONDAY, MONDAY.plusDays(60)).stream()
        .filter(shift -> shift.place() == place)
        .map(shift -> shift.day().toString())
        .toList();
  }
}
