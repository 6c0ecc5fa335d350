package org.hearback.journey;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A file of {@code forms/} that a council edits, checked against the JSON Schema beside it before
 * it is believed.
 */
public final class Definition {
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private Definition() {}

  /** Reads {@code forms/<name>.yml} from the class path. */
  static <T> T read(String name, Class<T> type) {
    return parse(name, text(name), type);
  }

  /** The text of {@code forms/<name>.yml} on the class path. */
  public static String text(String name) {
    try (var yaml = open("/forms/" + name + ".yml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a definition from its text.
   *
   * @throws IllegalArgumentException with every place where the text breaks the schema
   */
  public static <T> T parse(String name, String text, Class<T> type) {
    try (var schema = open("/forms/" + name + ".schema.json")) {
      JsonNode tree = YAML.readTree(text);
      var errors =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema)
              .validate(tree);
      if (!errors.isEmpty()) {
        throw new IllegalArgumentException(
            "forms/"
                + name
                + ".yml: "
                + errors.stream().map(Error::toString).collect(Collectors.joining("; ")));
      }
      return YAML.treeToValue(tree, type);
    } catch (IOException e) {
      throw new IllegalArgumentException("forms/" + name + ".yml: " + e.getMessage(), e);
    }
  }

  private static InputStream open(String path) {
    var in = Definition.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("not in the jar: " + path);
    }
    return in;
  }
}
