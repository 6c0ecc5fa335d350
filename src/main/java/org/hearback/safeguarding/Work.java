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
 * What clearing has found out about one answer: which stretches of each free text point to a
 * person. It holds no words of its own; it is sealed and padded like the envelope all the same.
 *
 * @param spans by question key
 */
record Work(Map<String, List<Span>> spans) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Work {
    var copy = new LinkedHashMap<String, List<Span>>();
    spans.forEach((question, found) -> copy.put(question, List.copyOf(found)));
    spans = Map.copyOf(copy);
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
