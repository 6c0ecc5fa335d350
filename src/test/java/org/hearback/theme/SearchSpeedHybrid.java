package org.hearback.theme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.lucene.util.VectorUtil;
import org.hearback.journey.ServiceAreas;
import org.hearback.theme.SearchSpeedQuestion.Kind;

/**
 * How long a search by words and by meaning takes, the reading of what is typed with it. To read a
 * million comments would take the model hours: a comment points between two of some thousand
 * sentences that were really read, and a little elsewhere, so that directions lie as close together
 * and as far apart as those of people's sentences.
 */
final class SearchSpeedHybrid {
  private static final int READ = 2000;
  private static final float SECOND = 0.6f;
  private static final float ELSEWHERE = 0.02f;
  private static final long SEED = 80;

  private final Meaning model = MiniLm.meaning();
  private final List<float[]> read = new ArrayList<>();

  SearchSpeedHybrid(SearchSpeedCorpus corpus) {
    long from = System.nanoTime();
    for (var comment : corpus.first(2 * READ)) {
      if (read.size() < READ && comment.language().equals("en")) {
        var words = comment.words().value().split("\\s+");
        var sentence = String.join(" ", Arrays.copyOf(words, Math.min(words.length, 16)));
        model.of(sentence).ifPresent(read::add);
      }
    }
    if (read.size() < READ) {
      throw new IllegalStateException("the model does not read");
    }
    System.out.printf(
        Locale.ROOT,
        "the model reads %,.0f sentences of 16 words a second%n",
        read.size() / ((System.nanoTime() - from) / 1e9));
  }

  /** Milliseconds of each question: single words, and three together as they are typed. */
  List<Double> times(
      Path work,
      ServiceAreas areas,
      SearchSpeedCorpus corpus,
      int size,
      List<Map<Kind, List<SearchSpeedQuestion>>> warmAndAsked)
      throws Exception {
    var placed = new Meaning(model.model(), this::placed);
    try (var ours =
        new SearchSpeedOurs(Files.createTempDirectory(work, "hybrid"), areas, placed, model)) {
      ours.build(ThemeBook.EMPTY, corpus.pages(1)); // the first is by words alone
      long from = System.nanoTime();
      ours.build(ThemeBook.EMPTY, corpus.pages(size));
      System.out.printf(
          Locale.ROOT,
          "indexed a second with directions: %,.0f%n",
          size / ((System.nanoTime() - from) / 1e9));
      if (ours.reach() != Search.Reach.MEANING) {
        throw new IllegalStateException("nothing is found by meaning");
      }
      var times = new ArrayList<Double>();
      for (var questions : warmAndAsked) {
        times.clear();
        for (var kind : List.of(Kind.TERM, Kind.ANY)) {
          for (var question : questions.get(kind)) {
            long one = System.nanoTime();
            ours.found(String.join(" ", question.words()));
            times.add((System.nanoTime() - one) / 1e6);
          }
        }
      }
      return times;
    }
  }

  private float[] placed(String text) {
    var chance = new SplittableRandom(SEED + text.hashCode());
    var one = read.get(chance.nextInt(READ)).clone();
    var other = read.get(chance.nextInt(READ));
    for (int at = 0; at < one.length; at++) {
      one[at] += SECOND * other[at] + ELSEWHERE * (float) chance.nextGaussian();
    }
    return VectorUtil.l2normalize(one);
  }
}
