package org.hearback.theme;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;

/**
 * The queries by which comments of one language are put under one key: a theme, or an area that
 * they talk about.
 */
record Stored(String key, List<Query> queries) {
  Stored {
    queries = List.copyOf(queries);
  }

  /** No queries where nothing is written for the language. */
  static Stored of(String key, Map<String, List<String>> byLanguage, Endings endings) {
    var fields = List.of(Analysis.FOLDED, endings.field());
    return new Stored(
        key,
        byLanguage.getOrDefault(endings.language(), List.of()).stream()
            .map(query -> Asked.stored(query, fields))
            .toList());
  }
}
