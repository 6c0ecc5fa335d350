package org.hearback.theme;

import java.util.List;
import org.hearback.theme.Sought.Choice;

/**
 * All stored queries of one language, ready to be asked of many texts. Immutable, safe for any
 * thread.
 *
 * @param keys in the order in which they are written
 * @param choices by number
 * @param reach over how many places a hit may stretch
 */
record Sieve(List<Key> keys, List<Choice> choices, int reach) {
  /** What is put under one key. */
  record Key(String key, List<Sought> queries) {}

  static Sieve of(List<Stored> stored) {
    var reader = new SoughtReader();
    var keys =
        stored.stream()
            .map(one -> new Key(one.key(), one.queries().stream().map(reader::read).toList()))
            .toList();
    return new Sieve(keys, reader.choices(), reader.reach());
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }
}
