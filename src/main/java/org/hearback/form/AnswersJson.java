package org.hearback.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The bytes of answers inside a seal: one JSON object by question key, words as a string and ticks
 * as a list. Equal answers give equal bytes. Pure; safe for any thread.
 */
public final class AnswersJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnswersJson() {}

  public static byte[] write(Answers answers) {
    var tree = JsonNodeFactory.instance.objectNode();
    answers
        .byQuestion()
        .forEach((key, answer) -> {
          switch (answer) {
            case Answer.Ticks(var options) -> options.forEach(tree.withArray(key)::add);
            case Answer.Words(var raw) -> tree.put(key, raw);
          }
        });
    if (answers.scribe() != Scribe.NOBODY) {
      tree.put(Scribe.QUESTION, answers.scribe().key());
    }
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (IOException _) {
      // The cause could quote what somebody wrote.
      throw new IllegalArgumentException("answers hold a character that is none");
    }
  }

  /**
   * Throws {@link IllegalArgumentException}, without quoting them, for bytes that {@link #write}
   * did not make.
   */
  public static Answers read(byte[] bytes) {
    try {
      var tree = JSON.readTree(bytes);
      if (!tree.isObject()) {
        throw new IllegalArgumentException("these bytes are not answers");
      }
      var answers = new LinkedHashMap<String, Answer>();
      tree.properties().stream()
          .filter(entry -> !entry.getKey().equals(Scribe.QUESTION))
          .forEach(entry -> answers.put(entry.getKey(), answer(entry.getValue())));
      return new Answers(answers).with(scribe(tree));
    } catch (IOException _) {
      throw new IllegalArgumentException("these bytes are not answers");
    }
  }

  private static Scribe scribe(JsonNode tree) {
    return tree.has(Scribe.QUESTION)
        ? Scribe.of(tree.get(Scribe.QUESTION).asText())
            .orElseThrow(() -> new IllegalArgumentException("these bytes are not answers"))
        : Scribe.NOBODY;
  }

  private static Answer answer(JsonNode node) {
    if (node.isTextual()) {
      return new Answer.Words(node.asText());
    }
    if (!node.isArray() || node.isEmpty()) {
      throw new IllegalArgumentException("these bytes are not answers");
    }
    List<String> options = node.valueStream().map(JsonNode::asText).toList();
    return new Answer.Ticks(options);
  }
}
