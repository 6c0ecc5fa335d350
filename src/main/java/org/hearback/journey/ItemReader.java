package org.hearback.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearback.access.ApiFault;
import org.hearback.access.ApiRefused;

/**
 * Reads a body into items, as {@link CsvFile} reads a file into lines. It looks at the shape alone;
 * what an item says is looked at where lines are. A body of another shape is refused whole, with
 * the places where it differs.
 */
final class ItemReader {
  /** So many items a request. */
  static final int ITEMS_MAX = 500;

  private static final int FAULTS_MAX = 20;
  private static final Set<String> EVENT = Set.of("table", "row");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Intakes intakes;
  private final List<ApiFault> faults = new ArrayList<>();

  ItemReader(Intakes intakes) {
    this.intakes = intakes;
  }

  /** Items that each name their table. */
  List<Item> events(byte[] body) {
    return read(body, this::event);
  }

  /** Items that are contacts. */
  List<Item> contacts(byte[] body) {
    return read(body, (node, at, number) -> row(Intakes.CONTACTS, node, node, at, number));
  }

  private interface Shape {
    Item item(JsonNode node, String at, int number);
  }

  private List<Item> read(byte[] body, Shape shape) {
    var tree = tree(body);
    var items = new ArrayList<Item>();
    if (!tree.isArray()) {
      items.add(shape.item(tree, "", 1));
    } else if (tree.isEmpty() || tree.size() > ITEMS_MAX) {
      fault("", "holds no items, or more than " + ITEMS_MAX);
    } else {
      for (int i = 0; i < tree.size() && faults.size() < FAULTS_MAX; i++) {
        items.add(shape.item(tree.get(i), "/" + i, i + 1));
      }
    }
    if (!faults.isEmpty()) {
      throw new ApiRefused(
          422,
          "shape",
          "The body has another shape",
          "Nothing was taken. The places say what differs from the document.",
          faults.subList(0, Math.min(faults.size(), FAULTS_MAX)));
    }
    return items;
  }

  private static JsonNode tree(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      var tree = JSON.readTree(text);
      if (!tree.isMissingNode()) {
        return tree;
      }
    } catch (CharacterCodingException _) {
      throw notJson("It is not UTF-8.");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw notJson(
          at == null
              ? "Nothing was taken."
              : "Look at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
    }
    throw notJson("It is empty.");
  }

  private static ApiRefused notJson(String where) {
    return new ApiRefused(400, "json", "The body is not JSON", where, List.of());
  }

  private Item event(JsonNode node, String at, int number) {
    if (isObject(node, at)) {
      hasNoOther(node, at, EVENT);
      EVENT.forEach(name -> has(node, at, name));
    }
    if (node.has("table") && !node.get("table").isTextual()) {
      fault(at + "/table", "is not a string");
    }
    var table = node.path("table").asText();
    if (node.path("table").isTextual()
        && (table.equals(Intakes.CONTACTS) || intakes.find(table).isEmpty())) {
      fault(at + "/table", "is no table that is read");
      return row("", node, node.path("row"), at + "/row", number);
    }
    return row(table, node, node.path("row"), at + "/row", number);
  }

  /**
   * @param item as it came
   * @param row the object in it that holds the columns
   */
  private Item row(String table, JsonNode item, JsonNode row, String at, int number) {
    var values = new HashMap<String, String>();
    if (!row.isMissingNode() && isObject(row, at)) {
      intakes
          .find(table)
          .ifPresent(intake -> {
            hasNoOther(row, at, intake.known());
            new TreeSet<>(intake.columns()).forEach(name -> has(row, at, name));
          });
      row.properties().forEach(column -> value(column, at, values));
    }
    var odd =
        values.values().stream().map(Line::odd).filter(o -> !o.isEmpty()).findFirst().orElse("");
    return new Item(table, new Line(number, item.toString(), values, odd));
  }

  private void value(Map.Entry<String, JsonNode> column, String at, Map<String, String> values) {
    var node = column.getValue();
    if (node.isNull() || node.isTextual()) {
      values.put(column.getKey(), node.isNull() ? "" : node.textValue());
    } else {
      fault(at, printable(column.getKey()) + " is neither a string nor null");
    }
  }

  private boolean isObject(JsonNode node, String at) {
    if (!node.isObject()) {
      fault(at, "is not an object");
    }
    return node.isObject();
  }

  private void has(JsonNode node, String at, String name) {
    if (!node.has(name)) {
      fault(at, name + " is missing");
    }
  }

  /** What is not read must not be sent: it would be one more place where it lies. */
  private void hasNoOther(JsonNode node, String at, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            fault(at, printable(name) + " is not read; leave it out");
          }
        });
  }

  private void fault(String at, String detail) {
    faults.add(new ApiFault(at, detail));
  }

  /** What looks like a column is named; whatever else stands there may be personal. */
  private static String printable(String name) {
    return name.matches("[a-z0-9_]{1,40}") ? name : "something";
  }
}
