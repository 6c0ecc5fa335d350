package org.hearback.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.Query;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The inner loops by themselves, by JMH: sorting a thousand comments into the shipped themes, one
 * search of ten thousand comments, marking the hits of five comments. {@code
 * infra/bench/search-inner}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class SearchInner {
  private static final int COMMENTS = 10_000;
  private static final int BATCH = 1000;
  private static final int QUESTIONS = 64;

  private Tagger tagger;
  private List<Comment> batch;
  private SearchSpeedOurs ours;
  private List<SearchSpeedQuestion> questions;
  private List<Query> queries;
  private int next;

  /** The same comments and questions each time. */
  @Setup
  public void fill() throws IOException {
    var areas = SearchSpeed.areas();
    var corpus = new SearchSpeedCorpus(areas);
    tagger = new Tagger(ThemeFile.read());
    batch = corpus.first(BATCH);
    var work = Files.createDirectories(Path.of("target/search-speed").toAbsolutePath());
    ours = new SearchSpeedOurs(Files.createTempDirectory(work, "inner"), areas);
    ours.build(ThemeBook.EMPTY, corpus.pages(COMMENTS));
    var drawn = new SearchSpeedQuestion.Drawing(corpus).draw(QUESTIONS, 3);
    questions = drawn.values().stream().flatMap(Collection::stream).toList();
    var terms = drawn.get(SearchSpeedQuestion.Kind.TERM);
    queries =
        terms.stream().map(question -> Asked.words(question.typed(), SearchTest.NO_KEYS)).toList();
  }

  @TearDown
  public void close() throws IOException {
    ours.close();
  }

  @Benchmark
  public Object tagBatch() throws IOException {
    return tagger.tags(batch);
  }

  @Benchmark
  public Object search() {
    return ours.found(questions.get(next++ % questions.size()));
  }

  @Benchmark
  public Object highlight() throws IOException {
    int at = next++ % queries.size();
    return ours.marked(queries.get(at));
  }

  public static void main(String[] args) throws RunnerException {
    var options = new OptionsBuilder().include(SearchInner.class.getName() + "\\.").build();
    var line = new StringBuilder("search-inner");
    for (RunResult result : new Runner(options).run()) {
      var name =
          result
              .getPrimaryResult()
              .getLabel()
              .replaceAll("([A-Z])", "_$1")
              .toLowerCase(Locale.ROOT);
      line.append(
          String.format(Locale.ROOT, " %s_us=%.0f", name, result.getPrimaryResult().getScore()));
    }
    System.out.println(line);
  }
}
