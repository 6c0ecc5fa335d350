package org.hearback.theme;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The comments of search-speed, of which two in five belong to an answer that has one already,
 * anywhere before, and share its label. Their themes are drawn by chance, rare ones and frequent
 * ones, as if people had said them: what sorting costs is told by search-speed.
 */
final class TrendsSpeedCorpus {
  private static final long SEED = 28_11_2026;
  private static final double FURTHER = 0.4;
  private static final int PAGE = 1000;
  private static final double[] THEMES_OF_A_COMMENT = {0.35, 0.75, 0.93}; // none, one, two

  private final SearchSpeedCorpus comments;
  private final List<String> themes;

  TrendsSpeedCorpus(SearchSpeedCorpus comments, List<String> themes) {
    this.comments = comments;
    this.themes = themes;
  }

  List<String> themes() {
    return themes;
  }

  String branch(Comment comment) {
    return comments.branch(comment.label());
  }

  private static SplittableRandom chance(long number) {
    return new SplittableRandom(SEED * 1_000_003 + number);
  }

  private static boolean isFurther(long number) {
    return number > 0 && chance(number).nextDouble() < FURTHER;
  }

  /** The comment that an answer has first. */
  private static long first(long number) {
    var chance = chance(-number);
    long first = number;
    while (isFurther(first)) {
      first = chance.nextLong(number);
    }
    return first;
  }

  Comment comment(long number) {
    var own = comments.comment(number);
    long first = first(number);
    if (first == number) {
      return own;
    }
    var answer = comments.comment(first);
    return new Comment(
        own.id(),
        answer.response(),
        own.form(),
        own.formVersion(),
        own.question(),
        own.language(),
        own.words(),
        own.english(),
        answer.label());
  }

  Map<UUID, Coding> said(List<UUID> ids) {
    return ids.stream().collect(Collectors.toMap(id -> id, id -> new Coding.About(themes(id))));
  }

  /** The same ones each time. */
  List<String> themes(UUID comment) {
    var chance = new SplittableRandom(comment.getLeastSignificantBits());
    double share = chance.nextDouble();
    int many = 0;
    while (many < THEMES_OF_A_COMMENT.length && share >= THEMES_OF_A_COMMENT[many]) {
      many++;
    }
    var drawn = new ArrayList<String>();
    while (drawn.size() < many) {
      double rank = chance.nextDouble();
      var theme = themes.get((int) (rank * rank * themes.size()));
      if (!drawn.contains(theme)) {
        drawn.add(theme);
      }
    }
    return drawn;
  }

  Iterator<List<Comment>> pages(long size) {
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public List<Comment> next() {
        var page = new ArrayList<Comment>();
        for (; page.size() < PAGE && next < size; next++) {
          page.add(comment(next));
        }
        return page;
      }
    };
  }
}
