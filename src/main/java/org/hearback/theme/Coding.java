package org.hearback.theme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a person says that a comment is about. Immutable. */
sealed interface Coding {
  /** More say nothing about a comment of a few sentences. */
  int MOST = Tagger.TAGS_MOST;

  /** In the place of a side. */
  String NOT_SAID = "?";

  /**
   * These themes, and no other.
   *
   * @param themes keys, each once; empty where no theme of the book fits
   * @param sides which way it says some of them
   */
  record About(List<String> themes, Map<String, Side> sides) implements Coding {
    public About(List<String> themes) {
      this(themes, Map.of());
    }

    public About {
      themes = List.copyOf(themes);
      sides = Map.copyOf(sides);
      if (!themes.containsAll(sides.keySet())) {
        throw new IllegalArgumentException("a side of a theme that it does not say");
      }
      if (themes.size() > MOST || themes.stream().distinct().count() < themes.size()) {
        throw new IllegalArgumentException("three different themes at most");
      }
    }
  }

  /** Nobody can tell from what it says: too thin, or off the point. */
  record Unclear() implements Coding {
    @Override
    public List<String> themes() {
      return List.of();
    }

    @Override
    public Map<String, Side> sides() {
      return Map.of();
    }
  }

  /** Keys; none where it is unclear. */
  List<String> themes();

  /** Which way it says some of them. */
  Map<String, Side> sides();

  /** Which way all of it points; empty where nothing is said of it, or more than one. */
  default Optional<Side> side() {
    var sides = EnumSet.noneOf(Side.class);
    sides.addAll(sides().values());
    return sides.size() == 1 ? sides.stream().findFirst() : Optional.empty();
  }

  /**
   * What is left of it in a book that has not all of its themes any more; empty where nothing is,
   * so that the comment is one that nobody has looked at.
   */
  default Optional<Coding> within(ThemeBook book) {
    var left = themes().stream().filter(theme -> book.find(theme).isPresent()).toList();
    if (left.size() == themes().size()) {
      return Optional.of(this);
    }
    var sides = new HashMap<>(sides());
    sides.keySet().retainAll(left);
    return left.isEmpty() ? Optional.empty() : Optional.of(new About(left, sides));
  }

  /** As it stands in a column beside {@link #inOneLine}. */
  default String said() {
    return switch (this) {
      case About _ -> "themes";
      case Unclear _ -> "unclear";
    };
  }

  default String inOneLine() {
    return String.join(" ", themes());
  }

  /** A sign a theme, in their order; empty where no side is said. */
  default String signs() {
    return sides().isEmpty()
        ? ""
        : themes().stream()
            .map(theme ->
                Optional.ofNullable(sides().get(theme))
                    .map(side -> Character.toString(side.stored()))
                    .orElse(NOT_SAID))
            .collect(Collectors.joining());
  }

  /** Back from two columns. */
  static Coding stored(String said, String themes) {
    return stored(said, themes, "");
  }

  /** Back from three. */
  static Coding stored(String said, String themes, String signs) {
    if (said.equals("unclear")) {
      return new Unclear();
    }
    var keys = Arrays.stream(themes.split(" ")).filter(Predicate.not(String::isEmpty)).toList();
    var sides = new HashMap<String, Side>();
    for (int at = 0; at < Math.min(keys.size(), signs.length()); at++) {
      var theme = keys.get(at);
      Side.of(signs.charAt(at)).ifPresent(side -> sides.put(theme, side));
    }
    return new About(keys, sides);
  }
}
