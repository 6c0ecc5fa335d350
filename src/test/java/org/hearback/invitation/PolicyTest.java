package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.journey.Audience;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.ContactRole;
import org.hearback.journey.Milestone;
import org.hearback.journey.Milestones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule on both sides of its boundary; everything else about the family is as good as can be.
 */
class PolicyTest {
  private static final LocalDate DUE = LocalDate.parse("2026-11-30");
  private static final Milestones RULES =
      new Milestones(
          42,
          14,
          92,
          new Milestones.Caps(60, 2, 2),
          new Milestones.Flags(Set.of("refuge"), Set.of("interpreter")),
          Map.of(),
          List.of(),
          Set.of());
  private final Policy policy = new Policy(RULES);

  private Milestone.Ask ask = ask(Audience.PARENT, List.of(), Milestone.Route.OWN);
  private boolean cancelled;
  private boolean stopped;
  private Set<ContactRole> sharers = Set.of();
  private Set<ContactRole> mailSharers = Set.of();
  private Set<ContactRole> neighbours = Set.of();
  private Set<Channel> carried = Set.of(Channel.values());
  private boolean confirmed = true;
  private boolean review;
  private int reviews;
  private LocalDate on = DUE;
  private Contact child = contact("c", ContactRole.CHILD, "", "12-17", Contact.Ok.UNKNOWN);
  private Contact parent = contact("p", ContactRole.PARENT, "+447700900123", "", Contact.Ok.YES);
  private Contact route = contact("r", ContactRole.ROUTE, "+447700900125", "", Contact.Ok.YES);
  private final List<String> bars = new ArrayList<>();
  private final List<LocalDate> askedOn = new ArrayList<>();
  private final List<YearMonth> askedIn = new ArrayList<>();

  @Test
  void a_parent_is_asked_when_nothing_stands_against_it() {
    assertThat(verdict()).isEqualTo("send to p");
  }

  @Test
  void a_called_off_event_a_bar_and_a_stop_each_forbid() {
    cancelled = true;
    assertThat(verdict()).isEqualTo("event-cancelled");
    cancelled = false;
    bars.add("dead");
    assertThat(verdict()).isEqualTo("barred:dead");
    bars.clear();
    stopped = true;
    assertThat(verdict()).isEqualTo("stopped");
  }

  @ParameterizedTest
  @CsvSource({"YES, send to p", "NO, texts-not-wanted", "UNKNOWN, texts-not-known-safe"})
  void only_a_clear_yes_lets_a_text_go(Contact.Ok sms, String verdict) {
    parent = contact("p", ContactRole.PARENT, "+447700900123", "", sms);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"refuge, flag", "interpreter, send to p", "new-kind-of-order, unknown-flag"})
  void a_flag_stops_unless_it_is_known_to_be_harmless_whoever_of_them_has_it(
      String flag, String verdict) {
    parent = flagged(parent, flag);
    assertThat(verdict()).isEqualTo(verdict);
    parent = flagged(parent, "interpreter");
    child = flagged(child, flag);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void without_a_phone_there_is_no_text() {
    parent = contact("p", ContactRole.PARENT, "", "", Contact.Ok.YES);
    assertThat(verdict()).isEqualTo("no-phone");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, send to p",
    "2026-10-02, asked-recently",
    "2026-11-30, asked-recently",
    "2027-01-28, asked-recently",
    "2027-01-29, send to p"
  })
  void one_invitation_in_sixty_days_on_either_side(LocalDate other, String verdict) {
    askedOn.add(other);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-10, 2026-08, send to p",
    "2025-10, 2027-12, send to p",
    "2025-11, 2027-11, asked-enough",
    "2026-08, 2026-01, asked-enough",
    "2026-08, 2027-12, send to p"
  })
  void two_invitations_in_twelve_months_and_one_more(
      YearMonth one, YearMonth other, String verdict) {
    askedIn.addAll(List.of(one, other));
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"true, 1, send to p", "true, 2, enough-reviews", "false, 2, send to p"})
  void two_reviews_a_year(boolean about, int before, String verdict) {
    review = about;
    reviews = before;
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-14, send to p", "2026-12-15, too-late"})
  void fourteen_days_after_the_due_day_it_is_too_late(LocalDate day, String verdict) {
    on = day;
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"12-17, send to r", "8-11, age", "18-25, age", "'', age"})
  void a_young_person_of_the_right_age_is_asked_through_the_route_person(
      String band, String verdict) {
    young();
    child = contact("c", ContactRole.CHILD, "+447700900111", band, Contact.Ok.UNKNOWN);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void a_route_person_must_be_there_be_safe_to_text_and_have_a_phone_of_their_own() {
    young();
    route = contact("r", ContactRole.ROUTE, "+447700900125", "", Contact.Ok.UNKNOWN);
    assertThat(verdict()).isEqualTo("texts-not-known-safe");
    route = contact("r", ContactRole.ROUTE, "+447700900125", "", Contact.Ok.YES);
    sharers = Set.of(ContactRole.PARENT);
    assertThat(verdict()).isEqualTo("route-shares-phone");
    sharers = Set.of(ContactRole.ROUTE, ContactRole.WORKER);
    assertThat(verdict()).as("the school's one phone for two families").isEqualTo("send to r");
    route = contact("r", ContactRole.WORKER, "+447700900125", "", Contact.Ok.YES);
    assertThat(verdict()).isEqualTo("no-route-person");
  }

  @ParameterizedTest
  @CsvSource({
    "PARENT, phone-shared",
    "CARER, phone-shared",
    "CARE_LEAVER, phone-shared",
    "ROUTE, phone-shared",
    "WORKER, phone-shared",
    "CHILD, send to p"
  })
  void a_number_that_another_adult_has_gets_nothing(ContactRole other, String verdict) {
    sharers = Set.of(other);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void a_record_that_the_feed_holds_no_more_gets_nothing() {
    confirmed = false;
    assertThat(verdict()).isEqualTo("contact-out-of-date");
  }

  @Test
  void a_young_person_who_wants_no_texts_gets_none_through_others_either() {
    young();
    child = contact("c", ContactRole.CHILD, "", "12-17", Contact.Ok.NO);
    assertThat(verdict()).isEqualTo("texts-not-wanted");
  }

  @ParameterizedTest
  @CsvSource({
    "YES, YES, YES, send to p",
    "UNKNOWN, YES, YES, email to p",
    "NO, YES, YES, email to p",
    "NO, NO, YES, letter to p",
    "NO, UNKNOWN, YES, letter to p",
    "NO, NO, UNKNOWN, texts-not-wanted",
    "UNKNOWN, NO, NO, texts-not-known-safe"
  })
  void the_first_channel_that_the_record_allows_is_taken(
      Contact.Ok sms, Contact.Ok mail, Contact.Ok post, String verdict) {
    everyChannel();
    parent = reached(ContactRole.PARENT, sms, mail, post);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void one_that_nobody_carries_is_taken_only_where_there_is_no_other() {
    everyChannel();
    carried = Set.of(Channel.EMAIL);
    parent = reached(ContactRole.PARENT, Contact.Ok.YES, Contact.Ok.YES, Contact.Ok.YES);
    assertThat(verdict()).isEqualTo("email to p");
    parent = reached(ContactRole.PARENT, Contact.Ok.YES, Contact.Ok.NO, Contact.Ok.YES);
    assertThat(verdict()).as("it waits").isEqualTo("send to p");
  }

  @ParameterizedTest
  @CsvSource({"PARENT, email-shared", "WORKER, email-shared", "CHILD, email to p"})
  void a_mailbox_of_another_adult_gets_nothing(ContactRole other, String verdict) {
    ask = by(Audience.PARENT, Channel.EMAIL);
    parent = reached(ContactRole.PARENT, Contact.Ok.NO, Contact.Ok.YES, Contact.Ok.NO);
    mailSharers = Set.of(other);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"PARENT, address-shared", "CARE_LEAVER, address-shared", "CHILD, letter to p"})
  void a_front_door_of_another_adult_gets_no_letter(ContactRole other, String verdict) {
    ask = by(Audience.PARENT, Channel.LETTER);
    parent = reached(ContactRole.PARENT, Contact.Ok.NO, Contact.Ok.NO, Contact.Ok.YES);
    neighbours = Set.of(other);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "WORKER, email to p",
    "PARTNER, email to p",
    "ROUTE, email to p",
    "CHILD, email-shared",
    "PARENT, email-shared",
    "CARE_LEAVER, email-shared"
  })
  void a_professional_may_stand_in_several_records_and_no_family_may_read_along(
      ContactRole other, String verdict) {
    ask = by(Audience.STAFF, Channel.EMAIL);
    child = contact("c", ContactRole.CHILD, "", "12-17", Contact.Ok.NO);
    parent = reached(ContactRole.WORKER, Contact.Ok.NO, Contact.Ok.YES, Contact.Ok.NO);
    mailSharers = Set.of(other);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void no_address_is_told_as_such() {
    ask = by(Audience.PARENT, Channel.LETTER);
    parent = contact("p", ContactRole.PARENT, "", "", Contact.Ok.NO);
    assertThat(verdict()).isEqualTo("letters-not-known-safe");
  }

  private void everyChannel() {
    ask = by(Audience.PARENT, Channel.values());
  }

  private static Milestone.Ask by(Audience audience, Channel... channels) {
    return new Milestone.Ask(
        audience,
        List.of(),
        "form",
        1,
        new Milestone.Delay(7, 0),
        Milestone.Route.OWN,
        List.of(channels));
  }

  private static Contact reached(
      ContactRole role, Contact.Ok sms, Contact.Ok mail, Contact.Ok post) {
    return new Contact(
        "p",
        role,
        "f",
        "Name",
        "+447700900123",
        "p@example.org",
        List.of("1 Sample Street", "ZZ1 1ZZ"),
        "en",
        "",
        sms,
        mail,
        post,
        List.of(),
        DUE);
  }

  private void young() {
    ask = ask(Audience.YOUNG_PERSON, List.of("12-17"), Milestone.Route.ROUTE_PERSON);
  }

  private String verdict() {
    boolean young = ask.audience() == Audience.YOUNG_PERSON;
    var asked = young ? child : parent;
    var to =
        young
            ? (route.role() == ContactRole.ROUTE ? List.of(route) : List.<Contact>of())
            : List.of(parent);
    var situation =
        new Situation(
            ask,
            cancelled,
            child,
            asked,
            to,
            Map.of(Channel.TEXT, sharers, Channel.EMAIL, mailSharers, Channel.LETTER, neighbours),
            carried,
            confirmed,
            bars,
            stopped,
            askedOn,
            askedIn,
            review,
            reviews,
            DUE,
            on);
    return switch (policy.weigh(situation)) {
      case Policy.Verdict.Send(var contact, var channel) when channel == Channel.TEXT ->
          "send to " + contact.person();
      case Policy.Verdict.Send(var contact, var channel) ->
          channel.key() + " to " + contact.person();
      case Policy.Verdict.Refuse(var reason) -> reason;
    };
  }

  private static Milestone.Ask ask(Audience audience, List<String> bands, Milestone.Route by) {
    return new Milestone.Ask(
        audience, bands, "form", 1, new Milestone.Delay(7, 0), by, List.of(Channel.TEXT));
  }

  private static Contact contact(
      String person, ContactRole role, String phone, String band, Contact.Ok sms) {
    return new Contact(
        person,
        role,
        "f",
        "Name",
        phone,
        "",
        List.of(),
        "en",
        band,
        sms,
        Contact.Ok.UNKNOWN,
        Contact.Ok.UNKNOWN,
        List.of(),
        DUE);
  }

  private static Contact flagged(Contact contact, String flag) {
    return new Contact(
        contact.person(),
        contact.role(),
        "f",
        "Name",
        contact.phone(),
        "",
        List.of(),
        "en",
        contact.ageBand(),
        contact.sms(),
        contact.mail(),
        contact.post(),
        List.of(flag),
        contact.seenOn());
  }
}
