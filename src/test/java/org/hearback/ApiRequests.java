package org.hearback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests made from the document, sound and unsound, the same for the same seed. */
final class ApiRequests {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a1",
          "c1",
          "f1",
          "N",
          "Y",
          "yes",
          "no",
          "parent",
          "child",
          "route",
          "en",
          "ar",
          "12-17",
          "2026-11-20",
          "20/11/2026",
          "2026-13-01",
          "2026-11-20T08:00:00Z",
          "FH-N1",
          "07700 900123",
          "NULL",
          "x".repeat(65),
          "y".repeat(9_000),
          "\u0000",
          "\uFFFD",
          "\uD800",
          "\u202E",
          "\uD83D\uDE00",
          "'; DROP TABLE x; --",
          "<script>",
          "${x}",
          "%00",
          "../..");

  private final Random random;
  private final ApiDocument document;
  private final List<Made> repeatable = new ArrayList<>();

  ApiRequests(ApiDocument document, long seed) {
    this.document = document;
    this.random = new Random(seed);
  }

  /**
   * One request.
   *
   * @param body what is sent, if it is sent as it should be
   * @param sound whether nothing but the body can be wrong with it
   */
  record Made(String path, String method, byte[] body, List<String> headers, boolean sound) {
    HttpRequest.Builder with(ApiClient client) {
      return client
          .request(path, headers.toArray(String[]::new))
          .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    }
  }

  Made next() {
    if (!repeatable.isEmpty() && chance(12)) {
      return repeatable.get(random.nextInt(repeatable.size()));
    }
    var made = fresh();
    if (made.sound() && made.headers().contains("Idempotency-Key")) {
      repeatable.add(made);
    }
    return made;
  }

  private Made fresh() {
    var paths = document.root().get("paths").properties().stream().toList();
    var path = paths.get(random.nextInt(paths.size())).getKey();
    var schema = document.operation(path).at("/requestBody/content/application~1json/schema");
    var tree = value(schema);
    for (int n = random.nextInt(4); n > 1; n--) {
      tree = bent(tree);
    }
    var body = tree.toString().getBytes(StandardCharsets.UTF_8);
    var headers = new ArrayList<String>();
    if (chance(4)) {
      headers.addAll(
          List.of("Idempotency-Key", chance(10) ? "x".repeat(200) : "k" + random.nextInt(40)));
    }
    return switch (random.nextInt(14)) {
      case 0 -> new Made(path, "POST", broken(body), headers, true);
      case 1 -> odd(path, body, headers);
      default -> new Made(path, "POST", body, headers, true);
    };
  }

  private Made odd(String path, byte[] body, List<String> headers) {
    switch (random.nextInt(7)) {
      case 0 ->
          headers.addAll(
              List.of(
                  "Content-Type",
                  pick(
                      List.of(
                          "text/plain",
                          "text/xml",
                          "application/x-www-form-urlencoded",
                          "multipart/form-data",
                          "*/*"))));
      case 1 -> headers.addAll(List.of("Accept", pick(List.of("text/html", "image/png"))));
      case 2 ->
          headers.addAll(
              List.of(
                  "Authorization",
                  pick(List.of("Bearer x", "Basic eDp5", "Bearer hearback_" + "A".repeat(43)))));
      case 3 -> {
        return new Made(
            path, pick(List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")), body, headers, false);
      }
      case 4 -> {
        return new Made(
            path + pick(List.of("/", "/x", "/%00", "?x=y", "//")), "POST", body, headers, false);
      }
      case 5 -> {
        return new Made(
            path, "POST", " ".repeat(270_000).getBytes(StandardCharsets.UTF_8), headers, false);
      }
      default -> headers.addAll(List.of("Accept", "application/json", "X-Odd", "\u00e9"));
    }
    return new Made(path, "POST", body, headers, false);
  }

  /** Something that the schema allows, of what can be made without knowing more. */
  private JsonNode value(JsonNode schema) {
    if (schema.has("$ref")) {
      return value(document.root().at(schema.get("$ref").asText().substring(1)));
    }
    if (schema.has("oneOf")) {
      return value(schema.get("oneOf").get(random.nextInt(schema.get("oneOf").size())));
    }
    return switch (schema.path("type").asText()) {
      case "array" -> array(schema);
      case "object" -> object(schema);
      default -> {
        if (schema.path("nullable").asBoolean() && chance(8)) {
          yield ApiClient.JSON.nullNode();
        }
        var example = schema.has("example") && !chance(4);
        yield ApiClient.JSON
            .getNodeFactory()
            .textNode(example ? schema.get("example").asText() : pick(TEXTS));
      }
    };
  }

  private ArrayNode array(JsonNode schema) {
    int most = schema.path("maxItems").asInt(5);
    int size = chance(150) ? most + random.nextInt(2) : 1 + random.nextInt(6);
    var array = ApiClient.JSON.createArrayNode();
    for (int i = 0; i < size; i++) {
      array.add(value(schema.get("items")));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema) {
    var object = ApiClient.JSON.createObjectNode();
    if (schema.has("properties")) {
      schema
          .get("properties")
          .properties()
          .forEach(p -> object.set(p.getKey(), value(p.getValue())));
    } else {
      schema
          .get("example")
          .fieldNames()
          .forEachRemaining(name ->
              object.set(
                  name,
                  chance(3)
                      ? value(schema.get("additionalProperties"))
                      : schema.get("example").get(name)));
    }
    return object;
  }

  /** One place is made another: left out, put in, of another type. */
  private JsonNode bent(JsonNode tree) {
    var places = new ArrayList<JsonNode>();
    collect(tree, places);
    if (places.isEmpty()) {
      return any();
    }
    switch (places.get(random.nextInt(places.size()))) {
      case ObjectNode object -> {
        var names = object.properties().stream().map(p -> p.getKey()).toList();
        if (names.isEmpty() || chance(4)) {
          object.set(chance(2) ? "more" : pick(TEXTS), any());
        } else if (chance(2)) {
          object.remove(pick(names));
        } else {
          object.set(pick(names), any());
        }
      }
      case ArrayNode array -> {
        if (chance(3)) {
          array.removeAll();
        } else {
          array.add(any());
        }
      }
      default -> {}
    }
    return tree;
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }

  private JsonNode any() {
    var nodes = ApiClient.JSON.getNodeFactory();
    return switch (random.nextInt(8)) {
      case 0 -> nodes.numberNode(random.nextLong());
      case 1 -> nodes.numberNode(random.nextDouble() * 1e300);
      case 2 -> nodes.booleanNode(random.nextBoolean());
      case 3 -> nodes.nullNode();
      case 4 -> nodes.arrayNode().add(pick(TEXTS));
      case 5 -> nodes.objectNode().put(pick(TEXTS), pick(TEXTS));
      case 6 -> deep();
      default -> nodes.textNode(pick(TEXTS));
    };
  }

  private JsonNode deep() {
    JsonNode node = ApiClient.JSON.nullNode();
    for (int i = random.nextInt(200); i > 0; i--) {
      node = ApiClient.JSON.createArrayNode().add(node);
    }
    return node;
  }

  /** Bytes cut off, put in or changed. */
  private byte[] broken(byte[] body) {
    var copy = body.clone();
    int at = random.nextInt(copy.length);
    if (chance(2)) {
      return java.util.Arrays.copyOf(copy, at);
    }
    copy[at] = (byte) random.nextInt(256);
    return copy;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
