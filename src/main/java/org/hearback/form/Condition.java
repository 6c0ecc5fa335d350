package org.hearback.form;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * When a question is shown: after all of these earlier questions were answered with one of the
 * options named. A question that is itself not shown counts as not answered. Immutable.
 *
 * @param ticked the options that open it, by the earlier question's key
 */
public record Condition(SequencedMap<String, List<String>> ticked) {

  public Condition {
    var copy = new TreeMap<String, List<String>>();
    ticked.forEach((question, options) -> copy.put(question, List.copyOf(options)));
    ticked = java.util.Collections.unmodifiableSequencedMap(copy);
  }

  /** Of one earlier question. */
  public static Condition of(String question, String... options) {
    return new Condition(new TreeMap<>(Map.of(question, List.of(options))));
  }
}
