package org.hearback.safeguarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearback.anonymity.Span;

/**
 * What clearing has found out about one answer. Sealed and padded like the envelope.
 *
 * @param spans the stretches of each free text that point to a person, by question key
 * @param english what a free text says in English, in its reader's words, by question key
 */
record Work(Map<String, List<Span>> spans, Map<String, String> english) {
  /** In bytes, for all texts of one answer; what is sealed has to fit into one length. */
  static final int ENGLISH_MAX = 6_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  Work {
    var copy = new LinkedHashMap<String, List<Span>>();
    spans.forEach((question, found) -> copy.put(question, List.copyOf(found)));
    spans = Map.copyOf(copy);
    // Work from before there were renderings has none.
    english = english == null ? Map.of() : Map.copyOf(english);
  }

  static Work of(Map<String, List<Span>> spans) {
    return new Work(spans, Map.of());
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Work read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Work.class);
    } catch (IOException e) {
      throw new UncheckedIOException("clearing work cannot be read", e);
    }
  }
}
