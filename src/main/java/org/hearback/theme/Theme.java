package org.hearback.theme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One theme of the book: what it is about, when a comment belongs to it, and how such comments are
 * found. Immutable.
 *
 * @param key never changes: tags and saved searches name it
 * @param means one sentence
 * @param counts cases that belong to it
 * @param not what looks like it and belongs elsewhere
 * @param unclear when a comment gets no label
 * @param areas where it is mostly about; empty for everywhere
 * @param queries by language: a comment belongs to the theme when one of them finds it
 * @param examples by language: what people say who mean it
 */
record Theme(
    String key,
    String name,
    String means,
    List<String> counts,
    List<String> not,
    List<String> unclear,
    Polarity polarity,
    List<String> areas,
    Map<String, List<String>> queries,
    Map<String, List<String>> examples) {
  Theme {
    counts = List.copyOf(counts);
    not = List.copyOf(not);
    unclear = List.copyOf(unclear);
    areas = List.copyOf(areas);
    queries = Map.copyOf(queries);
    examples = Map.copyOf(examples);
  }

  /** One of which nothing is written yet: it finds nothing. */
  static Theme blank(String key) {
    return new Theme(
        key,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        Polarity.EITHER,
        List.of(),
        Map.of(),
        Map.of());
  }

  /** What stands for it in English: its examples, its name and the cases that belong to it. */
  List<String> inEnglish() {
    return Stream.of(
            examples.getOrDefault(Endings.ENGLISH.language(), List.of()), List.of(name), counts)
        .flatMap(List::stream)
        .filter(said -> !said.isBlank())
        .toList();
  }

  /** Which way people mostly say it; empty where they say it either way. */
  Optional<Side> usually() {
    return switch (polarity) {
      case EITHER -> Optional.empty();
      case MOSTLY_MINUS -> Optional.of(Side.MINUS);
      case MOSTLY_PLUS -> Optional.of(Side.PLUS);
    };
  }

  /** Which way comments of a theme mostly point. */
  enum Polarity {
    @JsonProperty("either")
    EITHER,
    @JsonProperty("mostly-minus")
    MOSTLY_MINUS,
    @JsonProperty("mostly-plus")
    MOSTLY_PLUS
  }
}
