package org.hearback.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearback.journey.Definition;
import org.jspecify.annotations.Nullable;

/** {@code forms/mentions.yml} as it stands. */
record MentionFile(LinkedHashMap<String, Area> areas) {

  /**
   * @param name only of what is no service area of the council
   * @param words by language: a comment talks about it when one of the queries finds it
   */
  record Area(@Nullable String name, Map<String, List<String>> words) {
    Area {
      words = Map.copyOf(words);
    }
  }

  /** Its text, on the class path. */
  static String text() {
    return Definition.text("mentions");
  }

  /**
   * @throws IllegalArgumentException with every place where the text breaks its schema
   */
  static MentionFile parse(String text) {
    return Definition.parse("mentions", text, MentionFile.class);
  }
}
