package org.hearback.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearback.journey.Audience;

/**
 * Turns the text of one form file into a {@link Form}. Refuses what the schema or the lint refuses.
 */
final class FormFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Schema schema;

  FormFile(String schema) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema, InputFormat.JSON);
  }

  Form read(String name, int version, String yaml) {
    var file = name + "/" + version + ".yml";
    var tree = tree(file, yaml);
    var errors = schema.validate(tree);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("forms/" + file + ": " + errors);
    }
    var form = form(name, version, tree);
    var problems = FormLint.problems(form);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("forms/" + file + ": " + problems);
    }
    return form;
  }

  private static JsonNode tree(String file, String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("forms/" + file + " is not YAML", e);
    }
  }

  private static Form form(String name, int version, JsonNode tree) {
    var questions = new ArrayList<Question>();
    tree.get("questions").forEach(node -> questions.add(question(node)));
    return new Form(
        name,
        version,
        Audience.valueOf(tree.get("audience").asText()),
        tree.path("open").asBoolean(),
        questions);
  }

  private static Question question(JsonNode node) {
    var key = node.get("key").asText();
    var item = Optional.ofNullable(node.get("item")).map(it -> CoreItem.valueOf(it.asText()));
    return switch (node.get("type").asText()) {
      case "agree5" -> new Question.PickOne(key, item, Question.Look.AGREE, options(node));
      case "ybn" -> new Question.PickOne(key, item, Question.Look.YES_BIT_NO, options(node));
      case "pick1" -> new Question.PickOne(key, item, Question.Look.LIST, options(node));
      case "pickN" -> new Question.PickMany(key, item, options(node));
      case "refer" -> new Question.Refer(key, options(node));
      case "text" -> new Question.OpenText(key, node.get("lengthMax").asInt());
      case String other -> throw new IllegalStateException("a type past the schema: " + other);
    };
  }

  private static List<Option> options(JsonNode node) {
    return node.get("options").properties().stream()
        .map(entry -> option(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Option option(String key, JsonNode node) {
    var standing = Standing.valueOf(upper(node.get("standing")));
    var danger = Optional.ofNullable(node.get("danger")).map(FormFile::upper).orElse("NONE");
    return new Option(key, standing, Option.Danger.valueOf(danger));
  }

  private static String upper(JsonNode node) {
    return node.asText().toUpperCase(Locale.ROOT);
  }
}
