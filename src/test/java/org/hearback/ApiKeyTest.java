package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearback.ApiClient.CONTACTS;
import static org.hearback.ApiClient.EVENTS;
import static org.hearback.ApiClient.assessment;
import static org.hearback.ApiClient.contact;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.hearback.access.ApiKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static TestHouse house;
  private static final String EVENT = assessment("a1", "c1", "2026-11-20", "FH-N1");

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
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer hearback_",
        "Bearer hearback_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Basic aGVhcmJhY2s6aGVhcmJhY2s=",
        "hearback_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void without_a_key_that_is_one_nothing_is_done_or_told(String header) throws Exception {
    var client = new ApiClient(house.address(), "");
    for (var path : List.of(EVENTS, CONTACTS, "/api/v1/nothing")) {
      var request =
          client
              .bare(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(EVENT));
      if (!header.isEmpty()) {
        request.header("Authorization", header);
      }
      var reply = client.send(request);
      reply.problem(401, "about:blank");
      assertThat(reply.http().headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("Bearer");
    }
    assertThat(house.database().column("SELECT 1 FROM vault.milestone_event")).isEmpty();
  }

  @Test
  void a_key_opens_what_its_scopes_say_and_no_more() throws Exception {
    var events = client("feed-events", "events");
    var contacts = client("feed-contacts", "contacts");
    var dana = contact("p1", "parent", "Dana", "", "yes");
    assertThat(events.post(EVENTS, EVENT).status()).isEqualTo(200);
    events.post(CONTACTS, dana).problem(403, "about:blank");
    assertThat(contacts.post(CONTACTS, dana).status()).isEqualTo(200);
    contacts.post(EVENTS, EVENT).problem(403, "about:blank");
    assertThat(house.database().column("SELECT actor FROM office.audit WHERE actor LIKE 'api:%'"))
        .containsExactly("api:feed-events", "api:feed-contacts");
  }

  @Test
  void a_key_that_is_revoked_opens_nothing_from_then_on() throws Exception {
    var client = client("feed", "events");
    assertThat(client.post(EVENTS, EVENT).status()).isEqualTo(200);
    assertThat(run("revoke", "feed")).isEqualTo("feed is revoked.");
    client.post(EVENTS, EVENT).problem(401, "about:blank");
    assertThatThrownBy(() -> run("revoke", "feed")).isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> run("feed", "events"))
        .as("a name stands in the audit")
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void only_a_hash_is_kept_and_no_key_is_another() throws Exception {
    var keys = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      keys.add(house.get(ApiKeys.class).make("k" + i, List.of("events")));
    }
    assertThat(keys).hasSize(100).allMatch(key -> key.matches("hearback_[A-Za-z0-9_-]{43}"));
    var kept =
        String.join(
            "\n",
            house
                .database()
                .column(
                    "SELECT CONCAT_WS('|', id, name, scopes, made_on, used_on, CAST(hash AS CHAR"
                        + " CHARACTER SET latin1), HEX(hash)) FROM office.api_key"));
    keys.forEach(key -> assertThat(kept).doesNotContain(key.substring(9)));
  }

  @Test
  void the_list_tells_the_day_of_the_last_use() throws Exception {
    var client = client("feed", "contacts,events");
    assertThat(run("list")).isEqualTo("feed (contacts, events), made 2026-11-23, last used never");
    house.clock().pass(Duration.ofDays(2));
    client.post(EVENTS, EVENT);
    assertThat(run("list")).endsWith("last used 2026-11-25");
    run("revoke", "feed");
    assertThat(run("list")).endsWith("last used 2026-11-25, revoked 2026-11-25");
    assertThat(house.database().column("SELECT act FROM office.audit ORDER BY no"))
        .containsExactly("api-key-made", "api-milestone-events", "api-key-revoked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "events", "A events", "a nothing", "a events contacts", "revoke none"})
  void a_command_that_is_none_says_what_to_type(String typed) {
    assertThatThrownBy(() -> run(typed.isEmpty() ? new String[0] : typed.split(" ")))
        .isInstanceOf(StartRefused.class)
        .hasMessageNotContaining("null");
  }

  private static String run(String... arguments) {
    return new ApiKeyCommand(house.get(ApiKeys.class)).run(List.of(arguments));
  }

  private static ApiClient client(String name, String scopes) {
    return new ApiClient(house.address(), run(name, scopes).lines().findFirst().orElseThrow());
  }
}
