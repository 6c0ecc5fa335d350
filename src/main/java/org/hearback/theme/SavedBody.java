package org.hearback.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is sealed of a saved search: its name and what it asks for, always from the first page.
 * Padded, as sealing keeps the length and a length tells something of the words.
 */
record SavedBody(String name, SearchRequest asked) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 512;
  private static final String NEWEST = "newest";

  // Older ones end before it.
  private static final int MENTIONS = 9;
  private static final int POINTS = 10;

  String written() {
    var filter = asked.filter();
    var parts =
        List.of(
            name,
            asked.words(),
            filter.area(),
            filter.group(),
            filter.milestone(),
            filter.period(),
            filter.language(),
            filter.theme(),
            asked.order() == Order.NEWEST ? NEWEST : "",
            filter.mentions(),
            filter.points());
    try {
      return padded(JSON.writeValueAsString(parts));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a search cannot be written", e);
    }
  }

  static SavedBody read(String text) {
    try {
      var parts = JSON.readValue(text, String[].class);
      var filter =
          new Filter(
              parts[2],
              parts[3],
              parts[4],
              parts[5],
              parts[6],
              parts[7],
              later(parts, MENTIONS),
              later(parts, POINTS));
      var order = parts[8].equals(NEWEST) ? Order.NEWEST : Order.BEST;
      return new SavedBody(
          parts[0], new SearchRequest(true, parts[1], Optional.empty(), filter, order, 1));
    } catch (JsonProcessingException _) { // it would quote what is written there
      throw new IllegalStateException("a saved search cannot be read");
    }
  }

  private static String later(String[] parts, int at) {
    return parts.length > at ? parts[at] : "";
  }

  /** Blanks behind it mean nothing to whoever reads it. */
  private static String padded(String text) {
    int over = text.getBytes(StandardCharsets.UTF_8).length % BLOCK;
    return over == 0 ? text : text + " ".repeat(BLOCK - over);
  }

  /** Neither its name nor its words reach logs. */
  @Override
  public String toString() {
    return "SavedBody";
  }
}
