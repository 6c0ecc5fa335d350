package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the answer is one that the document knows, and never a failure of ours; and
 * what the document does not allow is not taken.
 */
class ApiFuzzTest {
  private static final long SEED = 20261124;
  private static final int SERVERS_OWN_LIMIT = 512 * 1024;
  private static TestHouse house;
  private final ApiDocument document = ApiDocument.read();

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
  }

  @Test
  @Tag("everyday")
  void five_hundred_requests_get_what_the_document_says() throws Exception {
    send(500);
  }

  @Test
  @Tag("full")
  void ten_thousand_requests_get_what_the_document_says() throws Exception {
    send(10_000);
  }

  private void send(int requests) throws Exception {
    var client = ApiClient.of(house, "fuzz");
    var made = new ApiRequests(document, SEED);
    var seen = new TreeMap<String, Integer>();
    for (int i = 0; i < requests; i++) {
      var request = made.next();
      seen.merge(answer(client, i, request), 1, Integer::sum);
    }
    System.out.println("requests by answer: " + seen);
    assertThat(seen.keySet())
        .as("every kind of answer was met")
        .contains("200", "200 again", "400", "401", "405", "406", "413", "415", "422");
  }

  private String answer(ApiClient client, int number, ApiRequests.Made request) throws Exception {
    try {
      return check(number, request, client.send(request.with(client)));
    } catch (IOException e) {
      // Beyond its limit the server closes while the rest is on its way: all that a sender may see.
      assertThat(request.body().length)
          .as("request %d of seed %d ended with %s", number, SEED, e.getMessage())
          .isGreaterThan(SERVERS_OWN_LIMIT);
      return "closed by the server";
    }
  }

  private String check(int number, ApiRequests.Made request, ApiClient.Reply reply) {
    var what =
        "request %d of seed %d: %s %s of %d bytes, answered %d: %s"
            .formatted(
                number,
                SEED,
                request.method(),
                request.path(),
                request.body().length,
                reply.status(),
                reply.http().body());
    assertThat(reply.status()).as(what).isLessThan(500);
    if (request.body().length > SERVERS_OWN_LIMIT) { // refused before anything of ours is asked
      assertThat(reply.status()).as(what).isEqualTo(413);
      return "413 of the server";
    }
    var path = request.path().replaceFirst("(/|\\?.*)$", "");
    var known = document.root().get("paths").has(path);
    var answer =
        known && request.method().equals("POST")
            ? document.answer(path, reply.status())
            : Map.entry("application/problem+json", "ApiProblem");
    assertThat(reply.type()).as(what).isEqualTo(answer.getKey());
    assertThat(document.faults(answer.getValue(), reply.json())).as(what).isEmpty();
    Visitor.isPlain(reply.http());
    if (known && request.sound() && reply.status() == 200) {
      var schema = document.operation(path).at("/requestBody/content/application~1json/schema");
      var body = json(request.body());
      assertThat(body).as(what).isPresent();
      assertThat(document.faults(ApiDocument.name(schema), body.orElseThrow())).as(what).isEmpty();
    }
    return reply.status()
        + (reply.http().headers().firstValue("Idempotent-Replayed").isPresent() ? " again" : "");
  }

  private static Optional<JsonNode> json(byte[] body) {
    try {
      return Optional.of(ApiClient.JSON.readTree(new String(body, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
