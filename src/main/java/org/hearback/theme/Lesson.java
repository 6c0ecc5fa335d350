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
   * @param side which way all of it points; empty where they said nothing of it, or more than one
   */
  record Said(UUID comment, Set<String> themes, Optional<Side> side) {
    public Said {
      themes = Set.copyOf(themes);
    }
  }

  Lesson {
    said = List.copyOf(said);
  }

  /**
   * A comment in English.
   *
   * @param meant by it
   */
  record Read(Said said, String english, Meant meant) {
    Likeness.Example ofThemes() {
      return new Likeness.Example(english, meant, said.themes(), true);
    }

    Optional<Leaning.Example> ofSide() {
      return said.side()
          .map(side -> new Leaning.Example(Traits.words(english), meant.whole(), side));
    }
  }

  /** Of the same comments and words on them: nodes that learn from the same have the same. */
  String key() {
    var lines = new StringBuilder();
    for (var one : said) {
      lines.append(one.comment()).append(one.themes().stream().sorted().toList());
      one.side().ifPresent(side -> lines.append(side.stored()));
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
   * What can be learnt from: without comments that have no English.
   *
   * @param known what an index knows of their meaning, so that they are not read again
   */
  List<Read> read(Meaning meaning, Documents.Known known) throws IOException {
    var read = new ArrayList<Read>();
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
              .or(() -> Meant.read(english.get(), meaning))
              .ifPresent(meant -> read.add(new Read(one, english.get(), meant)));
        }
      }
    }
    return read;
  }
}
