package org.hearback.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * The values that one part of a label has anywhere, each with a number that it keeps. Safe for any
 * thread.
 */
final class Values {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new CopyOnWriteArrayList<>();

  /** The number of a value; a new one where it was never seen. */
  synchronized int number(String name) {
    return numbers.computeIfAbsent(
        name,
        _ -> {
          names.add(name);
          return names.size() - 1;
        });
  }

  String name(int number) {
    return names.get(number);
  }

  /** How many there are so far. */
  int many() {
    return names.size();
  }

  /** Those of which there is at least one. */
  List<Integer> numbers(int[] counts) {
    return IntStream.range(0, counts.length).filter(number -> counts[number] > 0).boxed().toList();
  }
}
