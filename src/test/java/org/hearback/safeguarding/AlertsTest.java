package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearback.Desk;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.SetClock;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Shift;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.form.Forms;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.ServiceAreas;
import org.hearback.tryout.MailMessage;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of what waits, when, how often, and in which words. */
class AlertsTest {
  private static final String SECRET = "a secret of a webhook for tests alone";
  private static final String NIGHT = "+441632960999";
  private static final LocalDate MONDAY = LocalDate.ofInstant(SetClock.START, ZoneOffset.UTC);
  private static final Map<String, String> DANGER =
      Map.of("listened", "agree", "change", "He hits me every night and I am scared.");
  private static final Map<String, String> DANGER_IN_ARABIC =
      Map.of("listened", "agree", "change", "هو يضربني كل ليلة وأنا خائف");

  /** What the other system was told, with its signature. */
  private static final List<String> HOOKED = new CopyOnWriteArrayList<>();

  private static volatile int hookAnswers = 204;
  private static final HttpServer HOOK = hook();

  @RegisterExtension
  private static final OneHouse ONE =
      new OneHouse(
          Map.of(
              "hearback.alerts.webhook",
              "http://127.0.0.1:" + HOOK.getAddress().getPort() + "/hook",
              "hearback.alerts.webhook-secret",
              SECRET,
              "hearback.alerts.night",
              NIGHT));

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());
  private final RecordingPostman postman = house.get(RecordingPostman.class);
  private int mailsBefore;
  private int textsBefore;

  @BeforeEach
  void begin() {
    mailsBefore = postman.mails().size();
    textsBefore = postman.messages().size();
    HOOKED.clear();
    hookAnswers = 204;
  }

  @AfterAll
  static void stop() {
    HOOK.stop(0);
  }

  @Test
  void readers_of_its_language_are_told_then_deputies_then_leads_and_each_once() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    reader("arabic", Set.of("ar"), Shift.Place.DUTY);
    reader("deputy", Set.of("en"), Shift.Place.DEPUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    sent("en", DANGER);
    escalate();
    escalate();
    assertThat(mailed()).containsExactly("english");
    assertThat(postman.mails().getFirst().plain())
        .startsWith("Something waits at the duty desk. Please look within the hour. http")
        .endsWith("/office");
    after(29);
    assertThat(mailed()).hasSize(1);
    after(31);
    after(40);
    assertThat(mailed()).containsExactlyInAnyOrder("english", "english", "arabic", "deputy");
    after(60);
    assertThat(mailed()).hasSize(4);
    after(61);
    after(90);
    assertThat(mailed()).hasSize(5).endsWith("lead");
    assertThat(postman.mails().getFirst().plain()).contains("It is overdue.");
    assertThat(HOOKED).hasSize(3);
    assertThat(HOOKED.getFirst())
        .contains("{\"what\":\"waiting\",\"due\":\"2026-11-23T11:00:00Z\"}");
    assertThat(HOOKED.getLast()).contains("\"overdue\"");
  }

  @Test
  void where_nobody_on_duty_reads_the_language_all_on_duty_are_told() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    reader("welsh", Set.of("cy"), Shift.Place.DUTY);
    reader("deputy", Set.of("ar"), Shift.Place.DEPUTY);
    sent("ar", DANGER_IN_ARABIC);
    escalate();
    assertThat(mailed()).containsExactlyInAnyOrder("english", "welsh");
  }

  @Test
  void what_somebody_deals_with_asks_no_deputy_and_the_leads_when_it_is_late() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    reader("deputy", Set.of("en"), Shift.Place.DEPUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    var token = sent("en", DANGER);
    assertThat(token).isNotNull();
    escalate();
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(health().get("unowned").intValue()).isEqualTo(20);
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    assertThat(desk.get(sheet).body()).contains("I am dealing with it", "Nobody has said yet");
    assertThat(desk.post(sheet, sheet + "/take", Map.of()).statusCode()).isEqualTo(303);
    assertThat(desk.get(sheet).body()).contains("You deal with it").doesNotContain("I am dealing");
    assertThat(desk.get("/office/clearing").body()).contains("A READER deals with it");
    assertThat(Desk.of(house, Role.READER, Set.of("en")).get(sheet).body())
        .contains("A READER deals with it", "I am dealing with it");
    assertThat(house.database().column("SELECT act FROM office.audit WHERE act LIKE 'concern%'"))
        .containsExactly("concern-taken");
    assertThat(health().get("unowned").intValue()).isZero();
    after(45);
    assertThat(mailed()).containsExactly("english");
    after(61);
    assertThat(mailed()).containsExactly("english", "lead");
  }

  @Test
  void several_at_once_are_one_message_a_person_and_two_nodes_send_it_once() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    for (int one = 0; one < 3; one++) {
      sent("en", DANGER);
    }
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < 4; node++) {
        nodes.submit(this::escalate);
      }
    }
    escalate();
    assertThat(mailed().stream().distinct()).containsExactly("english");
    assertThat(house.database().column("SELECT COUNT(*) FROM bridge.alert")).containsExactly("3");
    assertThat(mailed().size())
        .as("one, or one more where a node found the second while the first was being sent")
        .isLessThanOrEqualTo(3);
    begin();
    sent("en", DANGER);
    sent("en", DANGER);
    escalate();
    assertThat(mailed()).containsExactly("english");
    assertThat(HOOKED).hasSize(1);
  }

  @Test
  void at_night_a_red_one_goes_to_the_emergency_team_and_in_the_morning_to_the_desk()
      throws Exception {
    house.clock().set(Instant.parse("2026-11-23T20:00:00Z"));
    reader("english", Set.of("en"), MONDAY.plusDays(1), Shift.Place.DUTY);
    sent("en", DANGER);
    escalate();
    escalate();
    assertThat(mailed()).isEmpty();
    assertThat(texted()).containsExactly(NIGHT);
    assertThat(postman.messages().getFirst().text()).contains("within the hour");
    house.clock().set(Instant.parse("2026-11-24T09:00:00Z"));
    escalate();
    assertThat(mailed()).containsExactly("english");
    assertThat(texted()).hasSize(1);
  }

  @Test
  void a_way_that_fails_is_tried_again_shows_on_health_and_stops_no_other() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    hookAnswers = 500;
    sent("en", DANGER);
    escalate();
    assertThat(mailed()).containsExactly("english");
    assertThat(HOOKED).hasSize(1);
    assertThat(health().get("alertsFailing").intValue()).isPositive();
    house.clock().pass(Duration.ofMinutes(3));
    escalate();
    assertThat(HOOKED).hasSize(2);
    assertThat(health().get("alertsFailing").intValue()).isEqualTo(3);
    hookAnswers = 200;
    house.clock().pass(Duration.ofMinutes(5));
    escalate();
    escalate();
    assertThat(HOOKED).hasSize(3);
    assertThat(health().get("alertsFailing").intValue()).isZero();
    assertThat(mailed()).containsExactly("english");
    assertThat(health().get("alertsGoOut").booleanValue()).isTrue();
    var told = HOOKED.getLast().split("\n", 2);
    assertThat(told[0]).isEqualTo(signed(house.clock().instant().getEpochSecond(), told[1]));
  }

  /** The screen has found less in it than a person does. */
  @Test
  void what_a_reader_finds_more_urgent_has_an_hour_from_then_and_everybody_is_asked_again()
      throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    reader("deputy", Set.of("en"), Shift.Place.DEPUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    sent("en", Map.of("listened", "agree", "change", "My boyfriend shouts at me."));
    escalate();
    assertThat(mailed()).containsExactly("english");
    house.clock().pass(Duration.ofMinutes(5));
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    assertThat(desk.post(sheet, sheet, Map.of("risk", "red")).statusCode()).isEqualTo(303);
    assertThat(house.database().column("SELECT CONCAT(level, ' ', due_at) FROM bridge.concern"))
        .containsExactly("red 2026-11-23 11:05:00");
    after(6);
    assertThat(mailed()).containsExactly("english", "english");
    after(36);
    assertThat(mailed()).containsExactlyInAnyOrder("english", "english", "english", "deputy");
    after(66);
    assertThat(mailed()).hasSize(5).endsWith("lead");
  }

  /** What was due this morning has an hour from now. */
  @Test
  void what_is_overdue_and_found_more_urgent_is_told_anew() throws Exception {
    reader("english", Set.of("en"), MONDAY.plusDays(1), Shift.Place.DUTY);
    reader("deputy", Set.of("en"), MONDAY.plusDays(1), Shift.Place.DEPUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    sent("en", Map.of("listened", "agree", "change", "My boyfriend shouts at me."));
    after(25 * 60);
    assertThat(mailed()).contains("english", "deputy", "lead");
    int before = mailed().size();
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    assertThat(desk.post(sheet, sheet, Map.of("risk", "red")).statusCode()).isEqualTo(303);
    after(25 * 60 + 1);
    assertThat(mailed()).hasSize(before + 1).endsWith("english");
    after(25 * 60 + 31);
    assertThat(mailed().subList(before + 1, mailed().size())).contains("deputy");
    after(26 * 60 + 1);
    assertThat(mailed()).endsWith("lead");
  }

  @Test
  void what_is_overdue_and_found_less_urgent_is_told_when_that_is_overdue() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    sent("en", DANGER);
    escalate();
    after(61);
    int before = mailed().size();
    assertThat(mailed()).contains("lead");
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    desk.post(sheet, sheet, Map.of("risk", "amber"));
    after(65);
    assertThat(mailed()).hasSize(before);
    after(26 * 60);
    assertThat(mailed().subList(before, mailed().size())).contains("lead");
  }

  /** Nobody can open it, and nobody can tell whether it waits: so it does. */
  @Test
  void without_the_key_folder_everybody_is_told_all_the_same() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    var token = house.invited(1).getFirst();
    assertThat(phone.send(phone.open(token), DANGER).statusCode()).isEqualTo(200);
    var keys =
        Path.of(house.context().getRequiredProperty("hearback.keys.folder", String.class))
            .resolve("weeks/private");
    var aside = Files.move(keys, keys.resolveSibling("aside"));
    try {
      escalate();
      assertThat(mailed()).containsExactly("english");
    } finally {
      if (Files.exists(keys)) {
        Files.delete(keys);
      }
      Files.move(aside, keys);
    }
  }

  @Test
  void what_a_reader_finds_less_urgent_has_the_time_of_what_it_is() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    sent("en", DANGER);
    escalate();
    house.clock().pass(Duration.ofMinutes(5));
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    desk.post(sheet, sheet, Map.of("risk", "amber"));
    assertThat(house.database().column("SELECT CONCAT(level, ' ', due_at) FROM bridge.concern"))
        .containsExactly("amber 2026-11-24 10:05:00");
    after(66);
    assertThat(mailed()).containsExactly("english");
  }

  /** Sent on a Monday: three working days at the most, so by the opening on Thursday. */
  @Test
  void what_is_not_flagged_and_not_read_in_time_is_told_to_the_leads_once() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    sent("en", Map.of("listened", "agree", "change", "It took too long."));
    house.clock().set(Instant.parse("2026-11-26T09:00:00Z"));
    escalate();
    assertThat(mailed()).isEmpty();
    house.clock().set(Instant.parse("2026-11-26T09:01:00Z"));
    escalate();
    escalate();
    assertThat(mailed()).containsExactly("lead");
    assertThat(postman.mails().getFirst().plain()).contains("It is overdue.");
    sent("en", Map.of("listened", "agree", "change", "It was fine."));
    Desk.of(house, Role.READER, Set.of("en")).clearAll();
    house.clock().pass(Duration.ofDays(14));
    escalate();
    assertThat(mailed()).as("it was read").containsExactly("lead");
  }

  /** The leads were told that nobody had read it; of the worry in it they know nothing yet. */
  @Test
  void a_worry_in_what_was_late_is_told_of_from_the_beginning() throws Exception {
    reader("english", Set.of("en"), LocalDate.parse("2026-11-26"), Shift.Place.DUTY);
    person("lead", Set.of(Role.LEAD), Set.of());
    sent("en", Map.of("listened", "agree", "change", "It took too long."));
    house.clock().set(Instant.parse("2026-11-26T10:00:00Z"));
    escalate();
    assertThat(mailed()).containsExactly("lead");
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var sheet = "/office/clearing/" + desk.waiting().getFirst();
    assertThat(desk.post(sheet, sheet, Map.of("risk", "red")).statusCode()).isEqualTo(303);
    escalate();
    assertThat(mailed()).containsExactly("lead", "english");
    house.clock().pass(Duration.ofMinutes(61));
    escalate();
    assertThat(mailed()).containsExactlyInAnyOrder("lead", "english", "english", "lead");
  }

  @Test
  void what_was_late_is_told_though_the_first_try_failed() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    hookAnswers = 500;
    sent("en", Map.of("listened", "agree", "change", "It took too long."));
    house.clock().set(Instant.parse("2026-11-26T09:01:00Z"));
    escalate();
    assertThat(HOOKED).hasSize(1);
    hookAnswers = 200;
    house.clock().pass(Duration.ofMinutes(3));
    escalate();
    assertThat(HOOKED).hasSize(2);
    assertThat(health().get("alertsFailing").intValue()).isZero();
  }

  @Test
  void of_what_a_lead_opened_alone_somebody_else_is_told() {
    var alone = person("lead", Set.of(Role.LEAD), Set.of());
    assertThat(told(alone)).as("there is nobody else").containsExactly("lead", "webhook");
    reader("english", Set.of("en"), Shift.Place.DUTY);
    assertThat(told(alone)).containsExactly("english", "webhook");
    person("other", Set.of(Role.LEAD), Set.of());
    assertThat(told(alone)).containsExactly("other", "webhook");
  }

  private List<String> told(Staff alone) {
    var staff = house.get(StaffList.class);
    return house.get(UnlockAlarm.class).whom(alone).stream()
        .map(Recipient::who)
        .map(who ->
            who.equals(Recipient.WEBHOOK)
                ? who
                : staff.holding(Role.LEAD).stream()
                    .filter(person -> person.id().toString().equals(who))
                    .map(Staff::signIn)
                    .findAny()
                    .orElse("english"))
        .toList();
  }

  @Test
  void an_alert_tells_nothing_of_what_it_is_about() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    sent("en", DANGER);
    escalate();
    var red = postman.mails().getFirst();
    house.database().empty();
    reader("english", Set.of("en"), Shift.Place.DUTY);
    sent("en", Map.of("listened", "agree", "change", "My boyfriend shouts at me."));
    assertThat(house.database().column("SELECT level FROM bridge.concern"))
        .containsExactly("amber");
    house.database().execute("UPDATE bridge.concern SET due_at = '2026-11-23 11:00:00'");
    escalate();
    var amber = postman.mails().getFirst();
    assertThat(amber).isNotSameAs(red);
    assertThat(amber.plain()).isEqualTo(red.plain()).doesNotContainPattern("[0-9a-f]{8}-");
    assertThat(amber.subject()).isEqualTo(red.subject()).isEqualTo(AlertWords.SUBJECT);
  }

  @Test
  void a_flood_of_a_poster_rings_once_an_hour() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    var poster = poster();
    for (int one = 0; one < 5; one++) {
      phone.send(phone.open(poster), DANGER);
    }
    house.get(OpenJob.class).run();
    escalate();
    assertThat(mailed()).containsExactly("english");
    for (int minutes = 1; minutes < 20; minutes += 5) {
      phone.send(phone.open(poster), DANGER);
      house.get(OpenJob.class).run();
      after(minutes);
    }
    assertThat(mailed()).hasSize(1);
    sent("en", DANGER);
    escalate();
    assertThat(mailed()).as("of who was asked at once").hasSize(2);
  }

  @Test
  void what_a_poster_brought_that_is_late_keeps_nobody_from_hearing_of_a_flagged_one()
      throws Exception {
    person("lead", Set.of(Role.LEAD), Set.of());
    var poster = poster();
    phone.send(phone.open(poster), Map.of("listened", "agree", "change", "It took too long."));
    house.get(OpenJob.class).run();
    house.clock().set(Instant.parse("2026-11-26T10:00:00Z"));
    escalate();
    assertThat(mailed()).containsExactly("lead");
    phone.send(phone.open(poster), DANGER);
    house.get(OpenJob.class).run();
    house.database().execute("UPDATE bridge.concern SET due_at = '2026-11-26 10:00:30'");
    house.clock().pass(Duration.ofMinutes(1));
    escalate();
    assertThat(mailed()).containsExactly("lead", "lead");
    phone.send(phone.open(poster), DANGER);
    house.get(OpenJob.class).run();
    house.database().execute("UPDATE bridge.concern SET due_at = '2026-11-26 10:01:30'");
    house.clock().pass(Duration.ofMinutes(1));
    escalate();
    assertThat(mailed()).as("of flagged ones once an hour").hasSize(2);
  }

  @Test
  void when_all_is_closed_nothing_is_said_any_more_and_nothing_of_it_is_kept() throws Exception {
    reader("english", Set.of("en"), Shift.Place.DUTY);
    hookAnswers = 500;
    sent("en", DANGER);
    escalate();
    house.database().execute("UPDATE bridge.concern SET state = 'closed'");
    hookAnswers = 200;
    after(30);
    assertThat(HOOKED).hasSize(1);
    assertThat(house.database().column("SELECT way FROM bridge.alert_message")).isEmpty();
    assertThat(health().get("alertsFailing").intValue()).isZero();
  }

  /** One parent's answer, opened. */
  private LinkToken sent(String language, Map<String, String> answers) throws Exception {
    var token =
        house
            .invited(1, "assessment-parent", "PARENT", "", "M3", language, SetClock.START)
            .getFirst();
    assertThat(phone.send(phone.open(token), answers).statusCode()).isEqualTo(200);
    house.get(OpenJob.class).run();
    return token;
  }

  private LinkToken poster() {
    var areas = house.get(ServiceAreas.class);
    var leaf =
        areas.parents().keySet().stream()
            .filter(key -> areas.children(key).isEmpty())
            .sorted()
            .findFirst()
            .orElseThrow();
    var form = house.get(Forms.class).find("service-parent", 1).orElseThrow();
    var link =
        house.get(OpenLinks.class).make(OpenLink.Kind.POSTER, "waiting room", leaf, form, "en");
    return LinkToken.read(link.code()).orElseThrow();
  }

  private void reader(String name, Set<String> languages, Shift.Place place) {
    reader(name, languages, MONDAY, place);
  }

  private void reader(String name, Set<String> languages, LocalDate day, Shift.Place place) {
    house.get(Rota.class).put(day, person(name, Set.of(Role.READER), languages), place);
  }

  private Staff person(String name, Set<Role> roles, Set<String> languages) {
    var staff =
        new Staff(
            UUID.randomUUID(),
            name,
            name,
            roles,
            Set.of(),
            languages,
            name + "@council.example",
            "");
    house.get(Hired.class).add(staff, "a password for tests");
    return staff;
  }

  private void escalate() {
    house.get(EscalationJob.class).run();
  }

  /** So many minutes after the test began. */
  private void after(int minutes) {
    house.clock().set(SetClock.START.plus(Duration.ofMinutes(minutes)));
    escalate();
  }

  private List<String> mailed() {
    var mails = postman.mails();
    return mails.subList(0, mails.size() - mailsBefore).reversed().stream()
        .map(MailMessage::to)
        .map(to -> to.replace("@council.example", ""))
        .toList();
  }

  private List<String> texted() {
    var texts = postman.messages();
    return texts.subList(0, texts.size() - textsBefore).stream()
        .map(org.hearback.tryout.PhoneMessage::phone)
        .toList();
  }

  private JsonNode health() throws Exception {
    return new ObjectMapper().readTree(phone.get("/health").body()).at("/details/reading/details");
  }

  private static String signed(long at, String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var hash = mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8));
    return "t=" + at + ",v1=" + HexFormat.of().formatHex(hash);
  }

  private static HttpServer hook() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hook",
          exchange -> {
            try (exchange) {
              HOOKED.add(
                  exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE)
                      + "\n"
                      + new String(
                          exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
              exchange.sendResponseHeaders(hookAnswers, -1);
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
