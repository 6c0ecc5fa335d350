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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
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
    var conditions = new HashMap<String, Condition>();
    for (var node : tree.get("questions")) {
      questions.add(question(node));
      if (node.has("when")) {
        conditions.put(node.get("key").asText(), condition(node.get("when")));
      }
    }
    return new Form(
        name,
        version,
        Audience.valueOf(tree.get("audience").asText()),
        use(tree),
        questions,
        conditions,
        Optional.ofNullable(tree.get("like")).map(JsonNode::asText));
  }

  private static Form.Use use(JsonNode tree) {
    if (tree.path("open").asBoolean()) {
      return Form.Use.OPEN;
    }
    return tree.path("scribed").asBoolean() ? Form.Use.SCRIBED : Form.Use.OWN;
  }

  private static Condition condition(JsonNode when) {
    var ticked = new TreeMap<String, List<String>>();
    when.properties()
        .forEach(entry ->
            ticked.put(
                entry.getKey(), entry.getValue().valueStream().map(JsonNode::asText).toList()));
    return new Condition(ticked);
  }

  private static Question question(JsonNode node) {
    var key = node.get("key").asText();
    var item = Optional.ofNullable(node.get("item")).map(it -> CoreItem.valueOf(it.asText()));
    return switch (node.get("type").asText()) {
      case "agree5" -> new Question.PickOne(key, item, Question.Look.AGREE, options(node));
      case "ybn" -> new Question.PickOne(key, item, Question.Look.YES_BIT_NO, options(node));
      case "face3" -> new Question.PickOne(key, item, Question.Look.FACE3, options(node));
      case "face5" -> new Question.PickOne(key, item, Question.Look.FACE5, options(node));
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
