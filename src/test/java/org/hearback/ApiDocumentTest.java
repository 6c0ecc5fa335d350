package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hearback.web.SecurityHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document is whole, tells of the API and of nothing else, and can be read by a person. */
class ApiDocumentTest {
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

  @Test
  void it_tells_of_the_ways_in_and_of_no_page() {
    assertThat(names(document.root().get("paths")))
        .containsExactlyInAnyOrder("/api/v1/milestone-events", "/api/v1/contacts");
    assertThat(names(document.root().at("/components/schemas")))
        .containsExactlyInAnyOrder(
            "ApiFault",
            "ApiProblem",
            "ContactItem",
            "ContactItems",
            "EventItem",
            "EventItems",
            "Outcomes",
            "Outcomes.Outcome",
            "Outcomes.What");
    for (var path : names(document.root().get("paths"))) {
      assertThat(names(document.root().get("paths").get(path))).containsExactly("post");
      var operation = document.operation(path);
      assertThat(names(operation.get("responses"))).containsExactlyInAnyOrder("200", "4XX", "503");
      assertThat(operation.at("/security/0/key").isArray()).isTrue();
      assertThat(names(operation.at("/requestBody/content"))).containsExactly("application/json");
    }
    assertThat(document.root().get("openapi").asText()).isEqualTo("3.0.1");
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(
            everywhere(document.root())
                .filter(node -> node.has("$ref"))
                .map(node -> node.get("$ref").asText())
                .distinct())
        .hasSizeGreaterThan(5)
        .allSatisfy(ref ->
            assertThat(document.root().at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }

  @Test
  void every_example_is_one_of_what_it_stands_beside() {
    var registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    assertThat(
            everywhere(document.root().at("/components/schemas"))
                .filter(node -> node.has("example") && node.has("type")))
        .isNotEmpty()
        .allSatisfy(schema ->
            assertThat(registry.getSchema(schema).validate(schema.get("example")))
                .as(schema.toString())
                .isEmpty());
  }

  @Test
  void the_documents_own_examples_are_taken() throws Exception {
    var client = ApiClient.of(house, "reader");
    var event = example("EventItem");
    event.put("table", event.get("table").asText());
    assertThat(document.faults("EventItems", event)).isEmpty();
    assertThat(client.post(ApiClient.EVENTS, event.toString()).outcomes())
        .containsExactly("changed");
    var contact = example("ContactItem");
    assertThat(document.faults("ContactItems", contact)).isEmpty();
    assertThat(client.post(ApiClient.CONTACTS, contact.toString()).outcomes())
        .containsExactly("changed");
  }

  @Test
  void a_body_of_another_shape_breaks_it() {
    var contact = example("ContactItem");
    contact.put("more", "x");
    assertThat(document.faults("ContactItems", contact)).isNotEmpty();
    contact.remove(List.of("more", "role"));
    assertThat(document.faults("ContactItems", contact)).isNotEmpty();
    assertThat(document.faults("EventItems", ApiClient.JSON.createArrayNode())).isNotEmpty();
  }

  @Test
  void it_is_served_to_everybody_as_the_compiler_wrote_it() throws Exception {
    var client = new ApiClient(house.address(), "");
    var reply = client.send(client.bare("/api/openapi.json"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.type()).startsWith("application/json");
    assertThat(reply.json()).isEqualTo(document.root());
    assertThat(reply.http().body()).doesNotContain("office", "/answer", "Staff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs/index.html",
        "/api/docs/..%2fapplication.yml",
        "/api/docs/swagger-ui-standalone-preset.js",
        "/api/docs/x"
      })
  void nothing_else_is_served_beside_it(String path) throws Exception {
    var client = new ApiClient(house.address(), "");
    client.send(client.bare(path)).problem(404, "about:blank");
    client
        .send(client.bare("/api/docs").POST(HttpRequest.BodyPublishers.ofString("x")))
        .problem(405, "about:blank");
  }

  @Test
  void a_person_reads_it_in_a_browser_under_the_policy_of_the_house() {
    try (var browser = new RealBrowser();
        var person = browser.person(RealBrowser.DESK)) {
      var page = person.newPage();
      var asked = new ArrayList<String>();
      var said = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      page.onConsoleMessage(message -> said.add(message.type() + " " + message.text()));
      page.onPageError(said::add);
      var response = page.navigate(house.address().resolve("/api/docs").toString());
      assertThat(response.headers())
          .containsEntry("content-security-policy", SecurityHeaders.POLICY);
      page.waitForSelector(".opblock-post >> nth=1");
      assertThat(page.content()).contains("/api/v1/milestone-events", "/api/v1/contacts");
      page.click(".opblock-post >> nth=0");
      page.waitForSelector(".opblock-body");
      page.screenshot(
          new com.microsoft.playwright.Page.ScreenshotOptions()
              .setPath(java.nio.file.Path.of("target/shots/api-docs.png"))
              .setFullPage(true));
      assertThat(page.querySelectorAll(".try-out__btn, .authorize"))
          .as("a key does not belong into a page")
          .isEmpty();
      assertThat(asked)
          .allMatch(url -> url.startsWith(house.address().toString()) || url.startsWith("data:"));
      assertThat(said).as("what the policy refused, and what broke").isEmpty();
    }
  }

  private ObjectNode example(String schema) {
    var item = ApiClient.JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> property :
        document.root().at("/components/schemas/" + schema + "/properties").properties()) {
      item.set(
          property.getKey(),
          property.getValue().has("example")
              ? property.getValue().get("example")
              : ApiClient.JSON.nullNode());
    }
    return item;
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Stream<JsonNode> everywhere(JsonNode node) {
    return Stream.concat(
        Stream.of(node),
        StreamSupport.stream(node.spliterator(), false).flatMap(ApiDocumentTest::everywhere));
  }
}
