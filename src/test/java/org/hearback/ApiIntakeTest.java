package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.ApiClient.CONTACTS;
import static org.hearback.ApiClient.EVENTS;
import static org.hearback.ApiClient.assessment;
import static org.hearback.ApiClient.contact;
import static org.hearback.ApiClient.list;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearback.journey.Quarantine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine can hand in, what becomes of it, and how it is told when nothing does. */
class ApiIntakeTest {
  private static TestHouse house;
  private ApiClient client;

  @BeforeAll
  static void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() throws Exception {
    house.database().empty();
    house.clock().set(SetClock.START);
    client = ApiClient.of(house, "nightly");
  }

  @Test
  void one_event_goes_in_and_a_second_time_changes_nothing() throws Exception {
    var body = assessment("a1", "c1", "2026-11-20", "FH-N1");
    var reply = client.post(EVENTS, body);
    assertThat(reply.outcomes()).containsExactly("changed");
    assertThat(reply.http().body())
        .isEqualTo(
            "{\"items\":1,\"changed\":1,\"unchanged\":0,\"quarantined\":0,"
                + "\"outcomes\":[{\"outcome\":\"changed\"}]}");
    assertThat(client.post(EVENTS, body).outcomes()).containsExactly("unchanged");
    assertThat(events()).containsExactly("a1 M3 c1 family-help-north 2026-11-20 new");
  }

  @Test
  void a_batch_of_many_tables_goes_in_but_for_what_is_odd_which_is_quarantined() throws Exception {
    var bar =
        """
        {"table": "ssd_person", "row": {"pers_person_id": "c1", "pers_dob": "2015-01-01",
         "pers_expected_dob": null, "pers_death_date": "2026-11-01"}}
        """;
    var reply =
        client.post(
            EVENTS,
            list(
                assessment("a1", "c1", "2026-11-20", "FH-N1"),
                assessment("a2", "c2", "2026-11-20", "NOBODY"),
                bar,
                assessment("a3", "c3", "2026-02-30", "FH-N1"),
                assessment("a4", "c4", "", "FH-N1"),
                assessment("a5", "c5", "2026-11-20", "FH-N1"),
                assessment("a5", "c6", "2026-11-20", "FH-N1")));
    assertThat(reply.outcomes())
        .containsExactly(
            "changed",
            "quarantined unknown-team",
            "changed",
            "quarantined bad-date",
            "unchanged",
            "quarantined double-id",
            "quarantined double-id");
    assertThat(reply.json().get("quarantined").asInt()).isEqualTo(4);
    assertThat(events()).containsExactly("a1 M3 c1 family-help-north 2026-11-20 new");
    assertThat(house.database().column("SELECT CONCAT(person_id, ' ', reason) FROM vault.bar"))
        .containsExactly("c1 dead");
    var kept = house.get(Quarantine.class).of("api/nightly");
    assertThat(kept.stream().map(q -> q.line() + " " + q.reason()))
        .containsExactly("2 unknown-team", "4 bad-date", "6 double-id", "7 double-id");
    assertThat(kept.getFirst().text()).contains("\"NOBODY\"", "\"a2\"");
  }

  @Test
  void contacts_go_in_and_an_unreadable_one_makes_the_person_unknown() throws Exception {
    var dana = contact("p1", "parent", "Dana Fell", "07700 900123", "yes");
    assertThat(client.post(CONTACTS, dana).outcomes()).containsExactly("changed");
    assertThat(client.post(CONTACTS, list(dana.replace("\"yes\"", "\"maybe\""))).outcomes())
        .containsExactly("quarantined unknown-sms-ok");
    assertThat(house.database().column("SELECT sms_ok FROM vault.contact"))
        .containsExactly("unknown");
  }

  @Test
  void five_hundred_are_taken_and_one_more_is_not() throws Exception {
    var many =
        IntStream.range(0, 500)
            .mapToObj(
                i -> assessment("a" + i, "c" + i, "2026-11-20", "FH-N1").replaceAll("\\s+", " "))
            .toList();
    assertThat(client.post(EVENTS, list(many.toArray(String[]::new))).outcomes()).hasSize(500);
    var more = new ArrayList<>(many);
    more.add(assessment("a500", "c", "2026-11-20", "FH-N1"));
    client.post(EVENTS, list(more.toArray(String[]::new))).problem(422, "shape");
    assertThat(events()).hasSize(500);
    client.post(EVENTS, "[]").problem(422, "shape");
  }

  @Test
  void a_mark_of_a_broken_character_is_quarantined_as_in_a_file() throws Exception {
    assertThat(
            client
                .post(
                    EVENTS,
                    list(
                        assessment("a1", "c\uFFFD", "2026-11-20", "FH-N1"),
                        assessment("a2", "c\\ud800", "2026-11-20", "FH-N1"),
                        assessment("a3", "c\\u0000", "2026-11-20", "FH-N1")))
                .outcomes())
        .containsExactly(
            "quarantined not-utf-8", "quarantined not-utf-8", "quarantined control-character");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "[1,",
        "{} {}",
        "{\"table\": \"x\", \"table\": \"y\"}",
        "NaN",
        " "
      })
  void what_is_no_json_is_refused_whole(String body) throws Exception {
    client.post(EVENTS, body).problem(400, "json");
  }

  @Test
  void no_body_and_other_bytes_are_refused() throws Exception {
    assertThat(
            client
                .send(client.request(EVENTS).POST(HttpRequest.BodyPublishers.noBody()))
                .problem(400, "about:blank")
                .get("detail")
                .asText())
        .isNotBlank();
    var latin =
        contact("p1", "parent", "Zo\u00eb", "", "yes").getBytes(StandardCharsets.ISO_8859_1);
    client
        .send(client.request(CONTACTS).POST(HttpRequest.BodyPublishers.ofByteArray(latin)))
        .problem(400, "json");
    client
        .send(
            client
                .request(EVENTS)
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        assessment("a", "b", "2026-11-20", "FH-N1")
                            .getBytes(StandardCharsets.UTF_16))))
        .problem(400, "json");
  }

  @Test
  void another_shape_is_refused_whole_with_the_places() throws Exception {
    var good = assessment("a1", "c1", "2026-11-20", "FH-N1");
    var reply =
        client.post(
            EVENTS,
            list(
                good,
                good.replace("\"cina_person_id\": \"c1\",", ""),
                good.replace("\"c1\"", "7"),
                "{\"table\": \"ssd_address\", \"row\": {}}",
                "[]",
                good.replace("\"row\": {", "\"row\": {\"Dana Fell\": \"x\", \"note\": \"y\","),
                "{\"table\": 1}"));
    var errors = reply.problem(422, "shape").get("errors");
    assertThat(
            errors
                .valueStream()
                .map(e -> e.get("pointer").asText() + ": " + e.get("detail").asText()))
        .containsExactly(
            "/1/row: cina_person_id is missing",
            "/2/row: cina_person_id is neither a string nor null",
            "/3/table: is no table that is read",
            "/4: is not an object",
            "/5/row: something is not read; leave it out",
            "/5/row: note is not read; leave it out",
            "/6: row is missing",
            "/6/table: is not a string");
    assertThat(events()).isEmpty();
    assertThat(house.database().column("SELECT 1 FROM vault.quarantine")).isEmpty();
    assertThat(reply.http().body()).doesNotContain("Dana");
    client.post(CONTACTS, "\"text\"").problem(422, "shape");
    client.post(CONTACTS, good).problem(422, "shape");
    client.post(EVENTS, contact("p", "parent", "", "", "")).problem(422, "shape");
    client.post(EVENTS, "{\"table\": \"contacts\", \"row\": {}}").problem(422, "shape");
  }

  @Test
  void what_is_too_big_of_another_type_or_another_method_is_a_problem_too() throws Exception {
    client.post(EVENTS, "x".repeat(300_000)).problem(413, "about:blank");
    assertThat(refusedByTheServer()).isTrue();
    client
        .send(
            client
                .request(EVENTS)
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(
                            "x".repeat(300_000).getBytes(StandardCharsets.UTF_8)))))
        .problem(413, "about:blank");
    client.post(EVENTS, "a=b", "Content-Type", Visitor.FORM).problem(415, "about:blank");
    client.post(EVENTS, "{}", "Content-Type", "text/plain").problem(415, "about:blank");
    for (var method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      client
          .send(client.request(EVENTS).method(method, HttpRequest.BodyPublishers.ofString("{}")))
          .problem(405, "about:blank");
    }
    client.post("/api/v1/nothing", "{}").problem(404, "about:blank");
    client.post("/api/nothing", "{}").problem(404, "about:blank");
    client.post(EVENTS, "{}", "Accept", "text/html").problem(406, "about:blank");
  }

  /**
   * The server itself says so before anything of ours, and closes while the rest is on its way:
   * whether its word or the closing arrives first is a race.
   */
  private boolean refusedByTheServer() throws Exception {
    try {
      return client.post(EVENTS, "x".repeat(600_000)).status() == 413;
    } catch (IOException closed) {
      return true;
    }
  }

  @Test
  void who_browses_gets_a_problem_and_not_a_page() throws Exception {
    client.send(client.bare(EVENTS).header("Accept", "text/html")).problem(401, "about:blank");
    client
        .send(client.bare("/api/nothing").header("Accept", "text/html,*/*;q=0.8"))
        .problem(404, "about:blank");
  }

  @Test
  void each_request_that_is_taken_stands_in_the_audit_once() throws Exception {
    client.post(
        EVENTS,
        list(
            assessment("a1", "c1", "2026-11-20", "FH-N1"),
            assessment("a2", "c1", "2026-11-20", "FH-N1")));
    client.post(EVENTS, "{}");
    client.post(EVENTS, "{");
    client.post(CONTACTS, contact("p1", "parent", "Dana", "", "yes"));
    assertThat(
            house.database().column("SELECT CONCAT(actor, ' ', act) FROM office.audit ORDER BY no"))
        .containsExactly(
            "api-key-command api-key-made",
            "api:nightly api-milestone-events",
            "api:nightly api-contacts");
  }

  @Test
  void nothing_of_a_person_is_logged_or_answered() throws Exception {
    var secrets =
        List.of(
            new LogBook.Secret("name", "Quillfeather"),
            new LogBook.Secret("phone number", "07700900987"),
            new LogBook.Secret("e-mail", "quill@example.org"),
            new LogBook.Secret("person", "person-4711"));
    var item =
        contact("person-4711", "parent", "Keir Quillfeather", "07700 900987", "yes")
            .replace("\"email\": null", "\"email\": \"quill@example.org\"");
    try (var book = LogBook.open()) {
      for (var body :
          List.of(
              item,
              list(item, item.replace("\"parent\"", "\"Quillfeather\"")),
              list(item.replace("person_id", "Quillfeather")),
              item.replace("}", ""),
              item.replace("\"family_id\": \"f1\"", "\"family_id\": 07700900987"),
              item.replace("\"f1\"", "{\"Quillfeather\": 1}"),
              assessment("person-4711", "Quillfeather", "07700900987", "quill@example.org"))) {
        for (var path : List.of(CONTACTS, EVENTS)) {
          var reply = client.post(path, body, "Idempotency-Key", "k" + body.hashCode());
          for (var secret : secrets) {
            assertThat(reply.http().body()).doesNotContain(secret.text());
          }
        }
      }
      assertThat(book.betrayed(secrets)).isEmpty();
      assertThat(book.events()).anySatisfy(event -> assertThat(event).contains("api nightly"));
    }
    var kept = house.database().column("SELECT reply FROM vault.api_request");
    assertThat(kept)
        .isNotEmpty()
        .allSatisfy(json -> assertThat(json).doesNotContain("Quill", "4711"));
  }

  @Test
  void a_database_that_refuses_is_a_problem_and_nothing_has_gone_in() throws Exception {
    house.database().execute("REVOKE DELETE ON vault.* FROM 'courier'@'%'");
    try {
      client
          .post(
              EVENTS,
              """
              {"table": "ssd_person", "row": {"pers_person_id": "c1", "pers_dob": "",
               "pers_expected_dob": "", "pers_death_date": "2026-11-01"}}
              """)
          .problem(500, "about:blank");
    } finally {
      house.database().execute("GRANT DELETE ON vault.* TO 'courier'@'%'");
    }
    assertThat(house.database().column("SELECT 1 FROM vault.bar")).isEmpty();
  }

  private static List<String> events() throws Exception {
    return house
        .database()
        .column(
            "SELECT CONCAT_WS(' ', source_event_id, milestone, person_id, area, occurred_on, state)"
                + " FROM vault.milestone_event ORDER BY source_event_id");
  }
}
