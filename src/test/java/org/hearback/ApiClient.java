package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearback.access.ApiKeys;

/** A council's case system: it has a key and sends JSON. */
final class ApiClient {
  static final String EVENTS = "/api/v1/milestone-events";
  static final String CONTACTS = "/api/v1/contacts";
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI house;
  private final String key;

  ApiClient(URI house, String key) {
    this.house = house;
    this.key = key;
  }

  /** With a new key that may do everything. */
  static ApiClient of(TestHouse house, String name) {
    return new ApiClient(
        house.address(), house.get(ApiKeys.class).make(name, List.of("events", "contacts")));
  }

  /** A reply, whose JSON is read when it is asked for. */
  record Reply(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String type() {
      return http.headers().firstValue("Content-Type").orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(http.body());
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + http.body(), e);
      }
    }

    /** Each outcome in a word, with its reason. */
    List<String> outcomes() {
      assertThat(status()).as(http.body()).isEqualTo(200);
      return json().get("outcomes").valueStream().map(Reply::word).toList();
    }

    private static String word(JsonNode outcome) {
      var reason = outcome.path("reason").asText();
      return outcome.get("outcome").asText() + (reason.isEmpty() ? "" : " " + reason);
    }

    /** That it is a problem of this status and kind; gives it. */
    JsonNode problem(int status, String kind) {
      assertThat(status()).as(http.body()).isEqualTo(status);
      assertThat(type()).isEqualTo("application/problem+json");
      var problem = json();
      assertThat(problem.properties().stream().map(Map.Entry::getKey))
          .containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
      assertThat(problem.get("status").asInt()).isEqualTo(status);
      assertThat(problem.get("type").asText())
          .isEqualTo(kind.equals("about:blank") ? kind : "urn:problem-type:hearback:" + kind);
      assertThat(problem.get("title").asText()).isNotBlank();
      assertThat(problem.get("detail").asText()).isNotBlank();
      return problem;
    }
  }

  Reply post(String path, String body, String... headers) throws Exception {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request = bare(path).header("Authorization", "Bearer " + key);
    request.header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(house.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  Reply send(HttpRequest.Builder request) throws Exception {
    return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  static String list(String... items) {
    return Arrays.stream(items).collect(Collectors.joining(",", "[", "]"));
  }

  static String assessment(String id, String child, String day, String team) {
    return """
    {"table": "ssd_cin_assessments", "row": {"cina_assessment_id": "%s", "cina_person_id": "%s",
     "cina_assessment_auth_date": "%s", "cina_assessment_team": "%s"}}
    """
        .formatted(id, child, day, team);
  }

  static String contact(String id, String role, String name, String phone, String smsOk) {
    return """
    {"person_id": "%s", "role": "%s", "family_id": "f1", "name": "%s", "phone": "%s",
     "email": null, "language": "en", "age_band": "", "sms_ok": "%s", "legal_flags": "",
     "updated_at": "2026-11-20T08:00:00Z"}
    """
        .formatted(id, role, name, phone, smsOk);
  }
}
