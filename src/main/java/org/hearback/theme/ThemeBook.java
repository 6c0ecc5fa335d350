package org.hearback.theme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * All themes that comments are sorted by. Immutable.
 *
 * @param version another book has another: what was tagged by one is tagged again by the next
 */
record ThemeBook(String version, List<Theme> themes) {
  static final ThemeBook EMPTY = new ThemeBook("", List.of());

  ThemeBook {
    themes = List.copyOf(themes);
    var keys = new HashSet<String>();
    for (var theme : themes) {
      if (!keys.add(theme.key())) {
        throw new IllegalArgumentException("two themes of one key: " + theme.key());
      }
    }
  }

  Optional<Theme> find(String key) {
    return themes.stream().filter(theme -> theme.key().equals(key)).findFirst();
  }
}
