package org.hearback.theme;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearback.journey.Definition;
import org.hearback.journey.ServiceAreas;
import org.hearback.theme.SearchSpeedQuestion.Kind;
import org.yaml.snakeyaml.Yaml;

/**
 * How fast searches are beside MariaDB's FULLTEXT and SQLite's FTS5, how fast an index is built and
 * comments are sorted: {@code infra/bench/search-speed}. Each engine is asked in one thread, after
 * a warm-up with other questions; each question is asked once.
 */
public final class SearchSpeed {
  private static final Path WORK = Path.of("target/search-speed").toAbsolutePath();
  private static final long SEED = 20_261_127;
  private static final long WARM_SEED = 1;
  private static final long WARM_NANOS = 15_000_000_000L;
  private static final int TAGGED = 20_000;
  private static final int AGREED = 60;
  private static final double ALIKE = 0.05;
  private static final Set<String> ALONE = Set.of("--alone", "--meaning");

  private final SearchSpeedCorpus corpus;
  private final SearchSpeedQuestion.Drawing drawing;
  private final ServiceAreas areas;
  private final int queries;
  private final boolean alone;
  private final boolean meaning;
  private final int hybrid;
  private final long capNanos;
  private final double ownHeap;
  private final Map<String, String> last = new LinkedHashMap<>();

  private SearchSpeed(Map<String, String> options) throws java.io.IOException {
    areas = areas();
    corpus = new SearchSpeedCorpus(areas);
    drawing = new SearchSpeedQuestion.Drawing(corpus);
    queries = Integer.parseInt(options.getOrDefault("--queries", "200"));
    alone = options.containsKey("--alone");
    meaning = options.containsKey("--meaning");
    hybrid = Integer.parseInt(options.getOrDefault("--hybrid", "1000000"));
    capNanos = Long.parseLong(options.getOrDefault("--cap", "60")) * 1_000_000_000L;
    ownHeap = heap();
  }

  /** Megabytes that a collection leaves. */
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  public static void main(String[] args) throws Exception {
    var options = new HashMap<String, String>();
    for (int at = 0; at < args.length; at++) {
      options.put(args[at], ALONE.contains(args[at]) ? "" : args[++at]);
    }
    var sizes = options.getOrDefault("--sizes", "10000,50000,1000000").split(",");
    var speed = new SearchSpeed(options);
    System.out.println(
        speed.corpus.isOfPeople()
            ? "Sentences of patients' comments (../shared/data/themes) and of the theme book."
            : "Sentences of the theme book alone: ../shared/data/themes is not there.");
    Files.createDirectories(WORK);
    for (var size : sizes) {
      speed.run(Integer.parseInt(size));
    }
    var line = new StringBuilder("search-speed");
    speed.last.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
    System.out.println(line);
    System.exit(0);
  }

  @SuppressWarnings("unchecked")
  static ServiceAreas areas() {
    Map<String, Object> file = new Yaml().load(Definition.text("service-areas"));
    var parents = new HashMap<String, String>();
    ((Map<String, Map<String, Object>>) file.get("areas"))
        .forEach((key, area) -> {
          if (area.get("parent") instanceof String parent) {
            parents.put(key, parent);
          }
        });
    return new ServiceAreas(parents, file.get("council").toString());
  }

  private void run(int size) throws Exception {
    long from = System.nanoTime();
    System.out.printf(Locale.ROOT, "%n%,d comments%n%n", size);
    var questions = drawing.draw(queries, SEED);
    if (!meaning) {
      byWords(size, questions);
    }
    if (meaning || size <= hybrid) {
      var times =
          new SearchSpeedHybrid(corpus)
              .times(
                  WORK, areas, corpus, size, List.of(drawing.draw(queries, WARM_SEED), questions));
      last.put("hybrid_p50_ms", tenths(percentile(times, 0.5)));
      last.put("hybrid_p99_ms", tenths(percentile(times, 0.99)));
    }
    System.out.printf(Locale.ROOT, "%nin %.0f s%n", (System.nanoTime() - from) / 1e9);
  }

  private void byWords(int size, Map<SearchSpeedQuestion.Kind, List<SearchSpeedQuestion>> questions)
      throws Exception {
    var asked = new ArrayList<Asked>();
    try (var ours = new SearchSpeedOurs(Files.createTempDirectory(WORK, "ours"), areas)) {
      build(ours, size);
      asked.add(ask(ours, questions));
      all(asked.getFirst());
      if (!alone) {
        try (var fts5 = SearchSpeedFts5.start(WORK.resolve("fts5.db"), corpus)) {
          asked.add(other(fts5, size, questions));
        }
        try (var fulltext = SearchSpeedFulltext.start(corpus)) {
          asked.add(other(fulltext, size, questions));
        }
      }
      table(asked);
      agreement(asked, questions);
      System.out.println();
      last.put("tag_per_s", whole(SearchSpeedThemes.perSecond(ThemeFile.read(), corpus, areas)));
      last.put(
          "tag_200_per_s",
          whole(SearchSpeedThemes.perSecond(SearchSpeedThemes.many(drawing), corpus, areas)));
      last.put(
          "retag_p99_ratio", tenths(SearchSpeedThemes.whileSorting(ours, corpus, size, questions)));
    }
  }

  /** Without themes, with the shipped book as far as patience goes, and with light themes. */
  private void build(SearchSpeedOurs ours, int size) throws Exception {
    double tagged = perSecond(ours, ThemeFile.read(), corpus.pages(Math.min(TAGGED, size)));
    var pages = corpus.pages(size);
    double plain = perSecond(ours, ThemeBook.EMPTY, pages);
    long bytes = ours.bytes();
    double light = perSecond(ours, SearchSpeedOurs.light(drawing), corpus.pages(size));
    System.out.printf(
        Locale.ROOT,
        "%.0f MB of text, %.0f words a comment; index %.0f MB%n"
            + "indexed a second: %,.0f without themes, %,.0f with %d themes of one word,"
            + " %,.0f with the shipped book (%,d comments)%n%n",
        pages.bytes() / 1e6,
        (double) pages.words() / size,
        bytes / 1e6,
        plain,
        light,
        ThemeFile.read().themes().size(),
        tagged,
        Math.min(TAGGED, size));
    last.put("index_per_s", whole(plain));
    last.put("tagged_index_per_s", whole(tagged));
    last.put("index_to_text", String.format(Locale.ROOT, "%.2f", (double) bytes / pages.bytes()));
  }

  private static double perSecond(
      SearchSpeedOurs ours, ThemeBook book, SearchSpeedCorpus.Pages pages) {
    long from = System.nanoTime();
    ours.build(book, pages);
    return pages.made() / ((System.nanoTime() - from - pages.nanos()) / 1e9);
  }

  /** Milliseconds of each question, in the order in which they were asked, and what was found. */
  private record Asked(String engine, Map<Kind, List<Double>> times, Map<Kind, List<Long>> found) {}

  private Asked ask(SearchSpeedEngine engine, Map<Kind, List<SearchSpeedQuestion>> questions)
      throws Exception {
    var warm = drawing.draw(queries, WARM_SEED);
    var times = new EnumMap<Kind, List<Double>>(Kind.class);
    var found = new EnumMap<Kind, List<Long>>(Kind.class);
    for (var kind : Kind.values()) {
      timed(engine, warm.get(kind), Math.min(WARM_NANOS, capNanos), new ArrayList<>());
    }
    for (var kind : Kind.values()) {
      var totals = new ArrayList<Long>();
      times.put(kind, timed(engine, questions.get(kind), capNanos, totals));
      found.put(kind, totals);
    }
    return new Asked(engine.name(), times, found);
  }

  private static List<Double> timed(
      SearchSpeedEngine engine, List<SearchSpeedQuestion> questions, long most, List<Long> found)
      throws Exception {
    var times = new ArrayList<Double>();
    long begin = System.nanoTime();
    for (var question : questions) {
      if (System.nanoTime() - begin > most) {
        break;
      }
      long from = System.nanoTime();
      found.add(engine.ask(question));
      times.add((System.nanoTime() - from) / 1e6);
    }
    return times;
  }

  private Asked other(
      SearchSpeedSql engine, int size, Map<Kind, List<SearchSpeedQuestion>> questions)
      throws Exception {
    var pages = corpus.pages(size);
    long from = System.nanoTime();
    engine.load(pages);
    System.out.printf(
        Locale.ROOT,
        "%s took %,.0f a second up%n",
        engine.name(),
        size / ((System.nanoTime() - from - pages.nanos()) / 1e9));
    return ask(engine, questions);
  }

  private void all(Asked ours) {
    var times = ours.times().values().stream().flatMap(List::stream).toList();
    last.put("p50_ms", tenths(percentile(times, 0.5)));
    last.put("p99_ms", tenths(percentile(times, 0.99)));
    last.put("heap_mb", whole(heap() - ownHeap));
    System.out.printf(
        Locale.ROOT,
        "ours, all kinds: p50 %s ms, p99 %s ms; heap %s MB%n",
        last.get("p50_ms"),
        last.get("p99_ms"),
        last.get("heap_mb"));
  }

  /**
   * A row a kind and engine; theirs over ours are medians of the questions that both were asked.
   */
  private void table(List<Asked> asked) {
    System.out.println("\n| engine | kind | asked | p50 ms | p99 ms | over ours |");
    System.out.println("|---|---|---|---|---|---|");
    var ours = asked.getFirst();
    for (var engine : asked) {
      double product = 1;
      for (var kind : Kind.values()) {
        var times = engine.times().get(kind);
        var same = ours.times().get(kind).subList(0, Math.min(times.size(), queries));
        double ratio = percentile(times, 0.5) / percentile(same, 0.5);
        product *= ratio;
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %d | %.2f | %.2f | %s |%n",
            engine.engine(),
            kind.name().toLowerCase(Locale.ROOT),
            times.size(),
            percentile(times, 0.5),
            percentile(times, 0.99),
            engine == ours ? "" : tenths(ratio));
      }
      if (engine != ours) {
        last.put(
            "vs_" + engine.engine().toLowerCase(Locale.ROOT),
            tenths(Math.pow(product, 1.0 / Kind.values().length)));
      }
    }
  }

  /** What others find of the first single words, beside what ours does. */
  private static void agreement(List<Asked> asked, Map<Kind, List<SearchSpeedQuestion>> questions) {
    var ours = asked.getFirst().found().get(Kind.TERM);
    for (var engine : asked.subList(1, asked.size())) {
      var theirs = engine.found().get(Kind.TERM);
      int most = Math.min(AGREED, theirs.size());
      long equal = 0;
      long alike = 0;
      long within = 0;
      var apart = new ArrayList<String>();
      for (int at = 0; at < most; at++) {
        long own = ours.get(at);
        long other = theirs.get(at);
        equal += own == other ? 1 : 0;
        boolean near = Math.abs(own - other) <= ALIKE * Math.max(own, other);
        alike += near ? 1 : 0;
        within += other <= own ? 1 : 0;
        if (!near && apart.size() < 5) {
          apart.add(
              "%s %d/%d"
                  .formatted(questions.get(Kind.TERM).get(at).words().getFirst(), other, own));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s finds, of %d words: as many as ours %d, within %.0f %% %d, not more %d; apart"
              + " (theirs/ours): %s%n",
          engine.engine(),
          most,
          equal,
          ALIKE * 100,
          alike,
          within,
          apart);
    }
  }

  /** By nearest rank. */
  static double percentile(List<Double> times, double share) {
    var sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
