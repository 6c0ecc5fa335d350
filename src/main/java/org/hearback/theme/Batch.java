package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some comments, of which all stored queries of their language are asked: what a query finds here
 * it finds in a search. For one thread.
 */
final class Batch {
  // What a sieve needs in memory grows with them, what a query costs hardly does.
  private static final int TOGETHER = 512;

  private record Words(int comment, Cutter.Text text) {}

  private final int size;
  private final Map<Endings, List<Words>> words = new EnumMap<>(Endings.class);

  Batch(List<CutComment> comments) {
    size = comments.size();
    for (int at = 0; at < size; at++) {
      int place = at;
      comments.get(at).texts().forEach(text -> add(place, text));
    }
  }

  /** Of one text that nobody has sent. */
  Batch(Endings endings, String text) {
    size = 1;
    add(0, new Cutter().cut(text, Optional.of(endings)));
  }

  private void add(int comment, Cutter.Text text) {
    text.own()
        .ifPresent(own ->
            words
                .computeIfAbsent(own.endings(), _ -> new ArrayList<>())
                .add(new Words(comment, text)));
  }

  /**
   * What some queries found: for each comment, by key, how many.
   *
   * @param queries of a language
   */
  record Trial(Function<Endings, Sieve> queries, List<Map<String, Integer>> found) {}

  /** Of these queries; nothing is found before they are asked. */
  Trial trial(Function<Endings, Sieve> queries) {
    var found = new ArrayList<Map<String, Integer>>();
    for (int at = 0; at < size; at++) {
      found.add(new LinkedHashMap<>());
    }
    return new Trial(queries, found);
  }

  /** All of them of the same words, which are read once. */
  void ask(List<Trial> trials) throws IOException {
    for (var language : words.entrySet()) {
      var endings = language.getKey();
      int reach =
          trials.stream().mapToInt(trial -> trial.queries().apply(endings).reach()).max().orElse(0);
      if (trials.stream().allMatch(trial -> trial.queries().apply(endings).isEmpty())) {
        continue;
      }
      var all = language.getValue();
      for (int from = 0; from < all.size(); from += TOGETHER) {
        var some = all.subList(from, Math.min(all.size(), from + TOGETHER));
        var texts = some.stream().map(Words::text).toList();
        var sifting = new Sifting(endings, texts, reach);
        for (var trial : trials) {
          sifting.through(
              trial.queries().apply(endings),
              (key, text) ->
                  trial.found().get(some.get(text).comment()).merge(key, 1, Integer::sum));
        }
      }
    }
  }
}
