package org.hearback.theme;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;

/**
 * What a page of trends costs in time and heap, beside the same counts in SQL: {@code
 * infra/bench/trends}. One thread; each question is asked once, after a warm-up with others. What
 * SQL counts is compared with what ours does.
 */
public final class TrendsSpeed {
  private static final Path WORK = Path.of("target/trends-speed").toAbsolutePath();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final CellSpan NOW = Disclosure.newestClosed(TODAY);
  private static final Staff ANALYST =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));
  private static final int MEGABYTE = 1 << 20;
  private static final int WARM = 300;
  private static final int WORDS_WARM = 3;
  private static final int WORDS_MOST = 20; // each takes a second

  private enum Kind {
    /** A theme's quarters. */
    QUARTERS,
    /** What rose or fell. */
    CHANGES,
    /** Which themes come together. */
    TOGETHER,
    /** The words that mark out what is chosen; not asked of SQL. */
    WORDS
  }

  private static final List<Kind> COUNTED = List.of(Kind.QUARTERS, Kind.CHANGES, Kind.TOGETHER);

  private record Question(String theme, Filter filter) {}

  private final TrendsSpeedCorpus corpus;
  private final int queries;
  private final boolean alone;
  private String last = "";

  private TrendsSpeed(Map<String, String> options) throws java.io.IOException {
    corpus =
        new TrendsSpeedCorpus(
            new SearchSpeedCorpus(SearchSpeed.areas()),
            ThemeFile.read().themes().stream().map(Theme::key).toList());
    queries = Integer.parseInt(options.getOrDefault("--queries", "100"));
    alone = options.containsKey("--alone");
  }

  public static void main(String[] args) throws Exception {
    var options = new HashMap<String, String>();
    for (int at = 0; at < args.length; at++) {
      options.put(args[at], args[at].equals("--alone") ? "" : args[++at]);
    }
    var speed = new TrendsSpeed(options);
    Files.createDirectories(WORK);
    for (var size : options.getOrDefault("--sizes", "10000,50000,200000").split(",")) {
      speed.run(Integer.parseInt(size));
    }
    System.out.println(speed.last);
    System.exit(0);
  }

  private void run(int size) throws Exception {
    var folder = Files.createTempDirectory(WORK, "index");
    var documents =
        new Documents(SearchSpeed.areas(), new Tagger(ThemeBook.EMPTY), corpus::said, Meaning.NONE);
    var index = new CommentIndex(new IndexFolder(folder), () -> documents);
    try {
      index.rebuild(corpus.pages(size), 0, new Position(1, ""), _ -> Optional.empty());
      measure(size, index);
    } finally {
      index.close();
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void measure(int size, CommentIndex index) throws Exception {
    var trends = new Trends(index);
    var words =
        new MarkingWords(
            index,
            SearchTest.NO_KEYS,
            mock(Reports.class, withSettings().stubOnly()),
            Meaning.NONE);
    double before = heap();
    long first = System.nanoTime();
    var all = trends.counts(Filter.none(), ANALYST);
    double firstMs = (System.nanoTime() - first) / 1e6;
    double kept = Math.max(0, heap() - before); // other things go meanwhile
    int segments = index.read((searcher, _) -> searcher.getIndexReader().leaves().size());
    System.out.printf(
        Locale.ROOT,
        "%n%,d comments of %,d answers in %d segments; the first page after a commit %.0f ms,"
            + " kept for the next %.1f MB, counting takes %.1f MB (%.0f bytes a comment)%n%n",
        size,
        all.answers(),
        segments,
        firstMs,
        kept,
        allocated(() -> trends.counts(Filter.none(), ANALYST)) / MEGABYTE,
        allocated(() -> trends.counts(Filter.none(), ANALYST)) / size);
    var times = new HashMap<Kind, List<Double>>();
    for (var kind : Kind.values()) {
      var ask = asking(kind, trends, words);
      boolean few = kind == Kind.WORDS;
      drawn(few ? WORDS_WARM : WARM, 1).forEach(ask::of);
      times.put(kind, timed(drawn(few ? Math.min(WORDS_MOST, queries) : queries, 2), ask));
    }
    double page = allocated(() -> asking(Kind.TOGETHER, trends, words).of(none())) / MEGABYTE;
    var theirs = alone ? Map.<Kind, List<Double>>of() : sql(size, trends);
    table(times, theirs);
    last = lastLine(size, times, firstMs, kept + page) + ratio(times, theirs);
  }

  private static String lastLine(
      int size, Map<Kind, List<Double>> times, double firstMs, double heap) {
    var pages = new ArrayList<Double>();
    COUNTED.forEach(kind -> pages.addAll(times.get(kind)));
    return String.format(
        Locale.ROOT,
        "trends comments=%d p50_ms=%.1f p99_ms=%.1f words_p50_ms=%.0f words_p99_ms=%.0f"
            + " first_ms=%.0f heap_mb=%.1f",
        size,
        median(pages),
        SearchSpeed.percentile(pages, 0.99),
        median(times.get(Kind.WORDS)),
        SearchSpeed.percentile(times.get(Kind.WORDS), 0.99),
        firstMs,
        heap);
  }

  /** The geometric mean of how many times as long it takes in SQL. */
  private static String ratio(Map<Kind, List<Double>> ours, Map<Kind, List<Double>> theirs) {
    double product = 1;
    for (var kind : theirs.keySet()) {
      product *= median(theirs.get(kind)) / median(ours.get(kind));
    }
    return theirs.isEmpty()
        ? ""
        : String.format(Locale.ROOT, " vs_sql=%.1f", Math.pow(product, 1.0 / theirs.size()));
  }

  private interface Asking {
    void of(Question question);
  }

  private Asking asking(Kind kind, Trends trends, MarkingWords words) {
    return switch (kind) {
      case QUARTERS ->
          question ->
              Course.top(
                  List.of(
                      Course.of(
                          trends.counts(question.filter(), ANALYST), question.theme(), TODAY)));
      case CHANGES ->
          question ->
              Comparison.of(trends.counts(question.filter(), ANALYST), corpus.themes(), NOW);
      case TOGETHER -> question -> Together.of(trends.counts(question.filter(), ANALYST));
      case WORDS ->
          question -> {
            var filter =
                question.filter().equals(Filter.none())
                    ? Filter.none().with(CommentDocument.THEME, question.theme())
                    : question.filter();
            words.of("", filter, ANALYST);
          };
    };
  }

  /** A third of everything, of an area below the council, of an area and a group. */
  private List<Question> drawn(int many, long seed) {
    var chance = new SplittableRandom(seed);
    var drawn = new ArrayList<Question>();
    while (drawn.size() < many) {
      var comment = corpus.comment(chance.nextInt(10_000));
      var branch = corpus.branch(comment);
      var group = comment.label().audience().group().name();
      var theme = corpus.themes().get(chance.nextInt(corpus.themes().size()));
      if (!branch.isEmpty()) {
        drawn.add(
            new Question(
                theme,
                switch (drawn.size() % 3) {
                  case 0 -> Filter.none();
                  case 1 -> Filter.none().with(CommentDocument.IN_AREA, branch);
                  default -> new Filter(branch, group, "", "", "", "");
                }));
      }
    }
    return drawn;
  }

  private Question none() {
    return new Question(corpus.themes().getFirst(), Filter.none());
  }

  private static List<Double> timed(List<Question> questions, Asking asking) {
    var times = new ArrayList<Double>();
    for (var question : questions) {
      long from = System.nanoTime();
      asking.of(question);
      times.add((System.nanoTime() - from) / 1e6);
    }
    return times;
  }

  private Map<Kind, List<Double>> sql(int size, Trends trends) throws Exception {
    var times = new HashMap<Kind, List<Double>>();
    try (var sql = TrendsSpeedSql.start()) {
      sql.load(corpus, corpus.pages(size));
      var quarters =
          List.of(NOW.key(), Comparison.back(NOW, 1).key(), Comparison.back(NOW, 4).key());
      for (var question : drawn(9, 3)) { // the warm-up
        agree(question, quarters, trends.counts(question.filter(), ANALYST), sql);
      }
      for (var kind : COUNTED) {
        var its = new ArrayList<Double>();
        for (var question : drawn(queries, 2)) {
          long from = System.nanoTime();
          switch (kind) {
            case QUARTERS -> sql.quarters(question.theme(), question.filter());
            case CHANGES -> sql.changes(quarters, question.filter());
            default -> sql.together(question.filter());
          }
          its.add((System.nanoTime() - from) / 1e6);
        }
        times.put(kind, its);
      }
    }
    return times;
  }

  /** Two ways to the same numbers. */
  private void agree(Question question, List<String> quarters, ThemeCounts ours, TrendsSpeedSql sql)
      throws Exception {
    var theme = new HashMap<String, List<Integer>>();
    ours.quarters()
        .forEach((quarter, all) ->
            theme.put(quarter, List.of(all, ours.saying(question.theme(), quarter))));
    var its = sql.quarters(question.theme(), question.filter());
    its.remove("");
    equal(its, theme);
    var changes = new HashMap<String, List<Integer>>();
    for (var quarter : quarters) {
      put(changes, quarter, ours.in(quarter));
      corpus.themes().forEach(one -> put(changes, one + " " + quarter, ours.saying(one, quarter)));
    }
    equal(sql.changes(quarters, question.filter()), changes);
    var together = new HashMap<String, List<Integer>>();
    ours.themes().forEach((one, answers) -> put(together, one, answers));
    ours.pairs()
        .forEach((pair, both) ->
            together.put(
                pair.one() + " " + pair.other(),
                List.of(both.answers(), both.answersInOneComment(), both.comments())));
    equal(sql.together(question.filter()), together);
  }

  private static void put(Map<String, List<Integer>> counts, String key, int count) {
    if (count > 0) {
      counts.put(key, List.of(count));
    }
  }

  private static void equal(Map<String, List<Integer>> theirs, Map<String, List<Integer>> ours) {
    if (!theirs.equals(ours)) {
      throw new IllegalStateException("SQL counts otherwise: " + theirs + " and not " + ours);
    }
  }

  private static void table(Map<Kind, List<Double>> ours, Map<Kind, List<Double>> theirs) {
    System.out.println("| what | ours p50, p99 ms | SQL p50, p99 ms | SQL over ours |");
    System.out.println("|---|---|---|---|");
    for (var kind : Kind.values()) {
      var other = theirs.get(kind);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %s |%n",
          kind.name().toLowerCase(Locale.ROOT),
          both(ours.get(kind)),
          other == null ? "" : both(other),
          other == null
              ? ""
              : String.format(Locale.ROOT, "%.1f", median(other) / median(ours.get(kind))));
    }
    System.out.println();
  }

  private static String both(List<Double> times) {
    return String.format(
        Locale.ROOT, "%.1f, %.1f", median(times), SearchSpeed.percentile(times, 0.99));
  }

  private static double median(List<Double> times) {
    return SearchSpeed.percentile(times, 0.5);
  }

  /** Bytes that this thread takes for it, whether it gives them back or not. */
  private static double allocated(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run();
    long from = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - from;
  }

  /** Megabytes that collections leave. */
  private static double heap() {
    for (int time = 0; time < 3; time++) {
      System.gc();
    }
    return (double) ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }
}
