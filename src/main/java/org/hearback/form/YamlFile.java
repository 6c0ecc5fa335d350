package org.hearback.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** A file of lists under {@code forms/} with the schema that stands beside it. Pure. */
final class YamlFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private YamlFile() {}

  /** Throws with the file's name and what its schema says. */
  static JsonNode read(String path, String yaml, String schema) {
    try {
      var tree = YAML.readTree(yaml);
      var errors =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema, InputFormat.JSON)
              .validate(tree);
      if (!errors.isEmpty()) {
        throw new IllegalStateException(path + ": " + errors);
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + " is not YAML", e);
    }
  }
}
