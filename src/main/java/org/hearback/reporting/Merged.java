package org.hearback.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that fall together as one. Pure. */
final class Merged {
  private Merged() {}

  /** Those of one key added up, in the order in which the keys come first. */
  static <R> List<R> of(Stream<R> rows, Function<R, Object> key, BinaryOperator<R> plus) {
    return List.copyOf(
        rows.collect(Collectors.toMap(key, Function.identity(), plus, LinkedHashMap::new))
            .values());
  }
}
