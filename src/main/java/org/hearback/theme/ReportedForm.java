package org.hearback.theme;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.hearback.anonymity.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose for one reported comment.
 *
 * @param how {@code some}, {@code whole} or {@code nothing}
 * @param ticked suggestions to take out
 * @param more further words, a line each
 */
record ReportedForm(String how, List<String> ticked, String more) {

  static ReportedForm read(@Nullable String body) {
    var fields = new QueryStringDecoder(body == null ? "" : body, false).parameters();
    return new ReportedForm(
        first(fields, "how"),
        List.copyOf(fields.getOrDefault("take", List.of())),
        first(fields, "more"));
  }

  boolean whole() {
    return how.equals("whole");
  }

  /** What is to be taken out, with the tag that will stand for it. */
  SequencedMap<String, Tag> taken(Map<String, Tag> suggestions) {
    var taken = new LinkedHashMap<String, Tag>();
    if (!whole()) {
      ticked.forEach(words -> taken.put(words, suggestions.getOrDefault(words, Tag.DETAIL)));
      more.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> taken.putIfAbsent(line, suggestions.getOrDefault(line, Tag.DETAIL)));
    }
    return taken;
  }

  /** Nothing chosen, or both that something goes and that nothing need. */
  boolean unclear(Map<String, Tag> taken) {
    return !whole() && taken.isEmpty() != how.equals("nothing");
  }

  /** Words do not reach logs. */
  @Override
  public String toString() {
    return "ReportedForm[" + how + "]";
  }

  private static String first(Map<String, List<String>> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getFirst).orElse("");
  }
}
