package org.hearback.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is asked of ours and of the others, drawn from the comments by a seed: frequent, middling
 * and rare words in turn.
 *
 * @param without a word that must not be there; empty for none
 * @param branch an area right below the council; empty for none
 * @param group empty for none
 * @param year empty for none
 */
record SearchSpeedQuestion(
    Kind kind, List<String> words, String without, String branch, String group, String year) {

  enum Kind {
    TERM,
    PHRASE,
    /** One of three words. */
    ANY,
    /** Two words and not a third, of an area, a group and a year. */
    FILTERED,
    /** How many comments of each area hold a word. */
    AREAS
  }

  /** As it is typed into our search. */
  String typed() {
    return switch (kind) {
      case TERM, AREAS -> words.getFirst();
      case PHRASE -> "\"" + String.join(" ", words) + "\"";
      case ANY -> String.join(" | ", words);
      case FILTERED -> String.join(" ", words) + " -" + without;
    };
  }

  Filter filter() {
    return new Filter(branch, group, "", year, "", "");
  }

  /** Draws questions from what comments of every size have in common. */
  static final class Drawing {
    private static final int SAMPLE = 10_000;
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final Pattern RUN = Pattern.compile("(?<!\\S)[a-z]{2,}(?: [a-z]{2,})+(?!\\S)");

    /** How many of ten thousand comments hold a word: frequent, middling, rare. */
    private static final int[][] BANDS = {{100, 1500}, {10, 99}, {2, 9}};

    private static final int COMMON = 1500;

    private final SearchSpeedCorpus corpus;
    private final List<Comment> english;
    private final Map<String, Integer> held = new HashMap<>();
    private final List<List<String>> bands = new ArrayList<>();

    Drawing(SearchSpeedCorpus corpus) {
      this.corpus = corpus;
      english =
          corpus.first(SAMPLE).stream().filter(comment -> comment.language().equals("en")).toList();
      english.forEach(comment -> words(comment).forEach(word -> held.merge(word, 1, Integer::sum)));
      for (var band : BANDS) {
        bands.add(
            held.entrySet().stream()
                .filter(word -> word.getValue() >= band[0] && word.getValue() <= band[1])
                .map(Map.Entry::getKey)
                .sorted()
                .toList());
      }
    }

    private static List<String> words(Comment comment) {
      return Arrays.stream(comment.words().value().toLowerCase(Locale.ROOT).split("\\s+"))
          .filter(word -> WORD.matcher(word).matches())
          .distinct()
          .toList();
    }

    Map<Kind, List<SearchSpeedQuestion>> draw(int each, long seed) {
      return Arrays.stream(Kind.values())
          .collect(
              Collectors.toMap(
                  kind -> kind,
                  kind -> {
                    var chance = new SplittableRandom(seed * 31 + kind.ordinal());
                    var drawn = new ArrayList<SearchSpeedQuestion>();
                    while (drawn.size() < each) {
                      drawn.add(one(kind, drawn.size() % BANDS.length, chance));
                    }
                    return drawn;
                  }));
    }

    private SearchSpeedQuestion one(Kind kind, int band, SplittableRandom chance) {
      return switch (kind) {
        case TERM, AREAS -> plain(kind, List.of(word(band, chance)));
        case ANY ->
            plain(
                kind,
                List.of(
                    word(band, chance),
                    word(chance.nextInt(BANDS.length), chance),
                    word(chance.nextInt(BANDS.length), chance)));
        case PHRASE -> plain(kind, phrase(chance));
        case FILTERED -> filtered(chance);
      };
    }

    private static SearchSpeedQuestion plain(Kind kind, List<String> words) {
      return new SearchSpeedQuestion(kind, words, "", "", "", "");
    }

    private String word(int band, SplittableRandom chance) {
      var words = bands.get(band);
      return words.get(chance.nextInt(words.size()));
    }

    /** Two or three words that somebody wrote one after the other, not all of them everywhere. */
    private List<String> phrase(SplittableRandom chance) {
      while (true) {
        var comment = english.get(chance.nextInt(english.size()));
        var runs = RUN.matcher(comment.words().value()).results().map(run -> run.group()).toList();
        if (runs.isEmpty()) {
          continue;
        }
        var words = List.of(runs.get(chance.nextInt(runs.size())).split(" "));
        int length = Math.min(words.size(), 2 + chance.nextInt(2));
        int from = chance.nextInt(words.size() - length + 1);
        var phrase = words.subList(from, from + length);
        if (phrase.stream().anyMatch(word -> held.getOrDefault(word, COMMON) < COMMON)) {
          return List.copyOf(phrase);
        }
      }
    }

    private SearchSpeedQuestion filtered(SplittableRandom chance) {
      while (true) {
        var comment = english.get(chance.nextInt(english.size()));
        var words = words(comment).stream().filter(word -> held.get(word) <= COMMON).toList();
        var without = word(0, chance);
        var begin = without.substring(0, 3);
        if (words.size() < 2 || comment.words().value().toLowerCase(Locale.ROOT).contains(begin)) {
          continue;
        }
        int first = chance.nextInt(words.size());
        int second = (first + 1 + chance.nextInt(words.size() - 1)) % words.size();
        return new SearchSpeedQuestion(
            Kind.FILTERED,
            List.copyOf(new HashSet<>(List.of(words.get(first), words.get(second)))).stream()
                .sorted()
                .toList(),
            without,
            corpus.branch(comment.label()),
            comment.label().audience().group().name(),
            comment.label().period().substring(0, 4));
      }
    }
  }
}
