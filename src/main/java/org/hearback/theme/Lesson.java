package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearback.anonymity.RedactedText;

/**
 * What people said of comments, as far as likeness learns from it. Immutable.
 *
 * @param said in the order of the random ids
 * @param texts those of some comments that may be read
 */
record Lesson(List<Said> said, Function<List<UUID>, List<Comment>> texts) {
  /** A theme that fewer people's words name learns from none of them. */
  static final int LEAST = 10;

  static final Lesson NONE = new Lesson(List.of(), _ -> List.of());

  private static final int SOME = 500;

  /**
   * Of one comment.
   *
   * @param themes keys; empty where no theme of the book fits
   */
  record Said(UUID comment, Set<String> themes) {
    public Said {
      themes = Set.copyOf(themes);
    }
  }

  Lesson {
    said = List.copyOf(said);
  }

  /** Of the same comments and words on them: nodes that learn from the same have the same. */
  String key() {
    var lines = new StringBuilder();
    for (var one : said) {
      lines.append(one.comment()).append(one.themes().stream().sorted().toList());
    }
    return said.isEmpty()
        ? "-"
        : said.size() + "." + Integer.toHexString(lines.toString().hashCode());
  }

  /** How many comments people gave to a theme. */
  long of(String theme) {
    return said.stream().filter(one -> one.themes().contains(theme)).count();
  }

  /** How many of them a theme learns from. */
  long counting(String theme) {
    long all = of(theme);
    return all < LEAST ? 0 : all;
  }

  /**
   * As texts whose themes are known; without those that have no English.
   *
   * @param known what an index knows of their meaning, so that they are not read again
   */
  List<Likeness.Example> examples(Meaning meaning, Documents.Known known) throws IOException {
    var examples = new ArrayList<Likeness.Example>();
    for (int from = 0; from < said.size(); from += SOME) {
      var some = said.subList(from, Math.min(said.size(), from + SOME));
      var comments =
          texts.apply(some.stream().map(Said::comment).toList()).stream()
              .collect(Collectors.toMap(Comment::id, Function.identity()));
      for (var one : some) {
        var english =
            Optional.ofNullable(comments.get(one.comment()))
                .flatMap(Comment::inEnglish)
                .map(RedactedText::value)
                .filter(it -> !it.isBlank());
        if (english.isPresent()) {
          known
              .meaning(one.comment(), english.get())
              .or(() -> meaning.of(english.get()))
              .map(direction -> new Likeness.Example(english.get(), direction, one.themes(), true))
              .ifPresent(examples::add);
        }
      }
    }
    return examples;
  }
}
