package org.hearback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The document of the API as the compiler wrote it, and what it says. */
final class ApiDocument {
  private static final Path FILE = Path.of("target/classes/META-INF/swagger/hearback.json");

  private final ObjectNode root;
  private final Map<String, Schema> schemas = new HashMap<>();

  private ApiDocument(ObjectNode root) {
    this.root = root;
    root.at("/components/schemas").fieldNames().forEachRemaining(this::compile);
  }

  static ApiDocument read() {
    try {
      return new ApiDocument((ObjectNode) ApiClient.JSON.readTree(Files.readString(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode operation(String path) {
    return root.get("paths").get(path).get("post");
  }

  /** Where a value breaks a schema of the document. */
  List<String> faults(String schema, JsonNode value) {
    return schemas.get(schema).validate(value).stream().map(Object::toString).toList();
  }

  /** What is documented for a status of an operation: its media type and its schema's name. */
  Map.Entry<String, String> answer(String path, int status) {
    var answers = operation(path).get("responses");
    var answer =
        answers.has(String.valueOf(status))
            ? answers.get(String.valueOf(status))
            : answers.path(status / 100 + "XX");
    if (answer.isMissingNode()) {
      throw new AssertionError("the document knows no " + status + " of " + path);
    }
    var content = answer.get("content").properties().iterator().next();
    return Map.entry(content.getKey(), name(content.getValue().get("schema")));
  }

  static String name(JsonNode schema) {
    return schema.get("$ref").asText().replaceFirst("^#/components/schemas/", "");
  }

  private void compile(String name) {
    var schema = ApiClient.JSON.createObjectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", root.get("components"));
    schemas.put(name, SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(schema));
  }
}
