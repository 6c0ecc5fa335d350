package org.hearback.theme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a person says that a comment is about. Immutable. */
sealed interface Coding {
  /** More say nothing about a comment of a few sentences. */
  int MOST = Tagger.TAGS_MOST;

  /**
   * These themes, and no other.
   *
   * @param themes keys, each once; empty where no theme of the book fits
   */
  record About(List<String> themes) implements Coding {
    public About {
      themes = List.copyOf(themes);
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
  }

  /** Keys; none where it is unclear. */
  List<String> themes();

  /**
   * What is left of it in a book that has not all of its themes any more; empty where nothing is,
   * so that the comment is one that nobody has looked at.
   */
  default Optional<Coding> within(ThemeBook book) {
    var left = themes().stream().filter(theme -> book.find(theme).isPresent()).toList();
    if (left.size() == themes().size()) {
      return Optional.of(this);
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(new About(left));
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

  /** Back from two columns. */
  static Coding stored(String said, String themes) {
    return said.equals("unclear")
        ? new Unclear()
        : new About(
            Arrays.stream(themes.split(" ")).filter(Predicate.not(String::isEmpty)).toList());
  }
}
