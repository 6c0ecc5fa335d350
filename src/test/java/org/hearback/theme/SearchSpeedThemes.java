package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.hearback.journey.ServiceAreas;

/** How fast comments are sorted into themes, and what a search feels of it. */
final class SearchSpeedThemes {
  private static final int MANY = 200;
  private static final double REPLACED = 0.5;
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final int SORTED_MOST = 20_000;
  private static final int TOGETHER = 4_000;
  private static final long SORTED_NANOS = 20_000_000_000L;
  private static final long SEARCHED_NANOS = 30_000_000_000L;

  private SearchSpeedThemes() {}

  /**
   * Two hundred: those of the shipped book, and again with every second word of each English query
   * drawn from the comments.
   */
  static ThemeBook many(SearchSpeedQuestion.Drawing drawing) {
    var words =
        drawing.draw(3000, 78).get(SearchSpeedQuestion.Kind.TERM).stream()
            .map(question -> question.words().getFirst())
            .toList();
    var chance = new SplittableRandom(79);
    var shipped = ThemeFile.read().themes();
    var themes = new ArrayList<Theme>();
    for (int at = 0; at < MANY; at++) {
      var like = shipped.get(at % shipped.size());
      var queries = new HashMap<>(like.queries());
      if (at >= shipped.size()) {
        queries.computeIfPresent(
            "en", (_, those) -> those.stream().map(query -> other(query, words, chance)).toList());
      }
      themes.add(SearchSpeedOurs.with(like, like.key() + "-" + at, Map.copyOf(queries)));
    }
    return new ThemeBook("many", themes);
  }

  private static String other(String query, List<String> words, SplittableRandom chance) {
    return WORD.matcher(query)
        .replaceAll(word ->
            chance.nextDouble() < REPLACED
                ? words.get(chance.nextInt(words.size()))
                : word.group());
  }

  /**
   * Comments a second that are made documents with their themes, once the queries are read; four
   * thousand at a time, which the product cuts up as it likes.
   */
  static double perSecond(ThemeBook book, SearchSpeedCorpus corpus, ServiceAreas areas)
      throws IOException {
    var documents = new Documents(areas, new Tagger(book));
    var cutter = new Cutter();
    documents.of(corpus.first(1000), Documents.Known.NOTHING, cutter);
    var comments = corpus.first(SORTED_MOST);
    long sorted = 0;
    long tags = 0;
    long nanos = 0;
    for (int at = 0; at < SORTED_MOST && nanos < SORTED_NANOS; at += TOGETHER) {
      var some = comments.subList(at, at + TOGETHER);
      long from = System.nanoTime();
      var made = documents.of(some, Documents.Known.NOTHING, cutter);
      nanos += System.nanoTime() - from;
      sorted += made.size();
      tags += made.stream().mapToLong(one -> one.getValues(CommentDocument.THEME).length).sum();
    }
    double perSecond = sorted / (nanos / 1e9);
    System.out.printf(
        Locale.ROOT,
        "| %d themes, %,d queries | %,.0f comments/s | %.1f tags a comment, %,d comments |%n",
        book.themes().size(),
        book.themes().stream()
            .mapToInt(theme -> theme.queries().values().stream().mapToInt(List::size).sum())
            .sum(),
        perSecond,
        (double) tags / sorted,
        sorted);
    return perSecond;
  }

  /**
   * The 99th percentile of searches while all comments are sorted anew beside them, over the same
   * without. What was built so far is in place afterwards.
   */
  static double whileSorting(
      SearchSpeedOurs ours,
      SearchSpeedCorpus corpus,
      int size,
      Map<SearchSpeedQuestion.Kind, List<SearchSpeedQuestion>> questions)
      throws Exception {
    var all = questions.values().stream().flatMap(List::stream).toList();
    double idle = percentile(ours, all, 0);
    var sorted = new AtomicLong();
    var enough = new AtomicLong();
    var pages = corpus.pages(size);
    var rebuild =
        Thread.ofPlatform()
            .start(() ->
                ours.build(
                    ThemeFile.read(),
                    new java.util.Iterator<>() {
                      @Override
                      public boolean hasNext() {
                        return pages.hasNext() && enough.get() == 0;
                      }

                      @Override
                      public List<Comment> next() {
                        var page = pages.next();
                        sorted.addAndGet(page.size());
                        return page;
                      }
                    }));
    while (sorted.get() == 0) {
      Thread.onSpinWait();
    }
    double busy = percentile(ours, all, SEARCHED_NANOS);
    boolean whole = !rebuild.isAlive();
    enough.set(1);
    rebuild.join();
    System.out.printf(
        Locale.ROOT,
        "| re-tag of %,d beside searches | p99 %.1f ms, idle %.1f ms | %,d sorted meanwhile%s |%n",
        size,
        busy,
        idle,
        sorted.get(),
        whole ? ", done before the searches were" : "");
    return busy / idle;
  }

  private static double percentile(
      SearchSpeedOurs ours, List<SearchSpeedQuestion> all, long leastNanos) {
    var times = new ArrayList<Double>();
    long from = System.nanoTime();
    do {
      for (var question : all) {
        long one = System.nanoTime();
        ours.ask(question);
        times.add((System.nanoTime() - one) / 1e6);
      }
    } while (System.nanoTime() - from < leastNanos);
    return SearchSpeed.percentile(times, 0.99);
  }
}
