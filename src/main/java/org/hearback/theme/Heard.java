package org.hearback.theme;

import java.util.List;
import java.util.Set;

/**
 * One answer, as far as themes over time ask for it.
 *
 * @param quarter key, for example {@code 2026-Q4}; empty where the label has only a year
 * @param comments the themes of each of its comments, by key
 */
record Heard(String quarter, List<Set<String>> comments) {
  Heard {
    comments = List.copyOf(comments);
  }
}
