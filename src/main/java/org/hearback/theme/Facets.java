package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

/**
 * How many of the found comments stand under each value of each part of the label, each theme, each
 * other area and each way in which they point. What it knows of a segment it keeps in memory, some
 * 16 bytes a comment, until the segment is gone; of a commit whose answers were counted some 7
 * bytes an answer more. One a {@link Generation}; safe for any thread.
 */
final class Facets {
  /** The parts of a label that are counted. */
  static final List<String> COUNTED =
      List.of(
          CommentDocument.IN_AREA,
          CommentDocument.GROUP,
          CommentDocument.MILESTONE,
          CommentDocument.IN_PERIOD,
          CommentDocument.LANGUAGE,
          CommentDocument.THEME,
          CommentDocument.MENTIONS,
          CommentDocument.POINTS);

  private static final String BETWEEN = "\n";

  private final Map<String, Values> values =
      COUNTED.stream().collect(Collectors.toMap(part -> part, _ -> new Values()));
  private final Map<IndexReader.CacheKey, Map<String, Column>> segments = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, Answers> commits = new ConcurrentHashMap<>();

  /**
   * What a query found.
   *
   * @param total the number of comments
   * @param values by part of the label and value, the most frequent first; only what was found at
   *     all
   */
  record Counted(long total, Map<String, Map<String, Integer>> values) {}

  /**
   * To be counted under each of these values. They are kept together as one: few combinations are
   * different, and a comment is counted by one step a part.
   */
  static void add(Document document, String part, List<String> values) {
    var there = values.stream().filter(value -> !value.isEmpty()).toList();
    if (!there.isEmpty()) {
      document.add(
          new SortedDocValuesField(column(part), new BytesRef(String.join(BETWEEN, there))));
    }
  }

  private static String column(String part) {
    return "count_" + part;
  }

  Counted count(IndexSearcher searcher, Query query, List<String> parts) throws IOException {
    return named(searcher.search(query, counting(parts)), parts);
  }

  /** What a query found, and the first of it. */
  record Both(Counted counted, TopFieldDocs first) {}

  /**
   * Counts and looks for the first in one go: for queries by which it costs more to see whether
   * they find a comment than how well. All others may skip most of what is not among the first.
   */
  Both countWithFirst(
      IndexSearcher searcher, Query query, List<String> parts, TopFieldCollectorManager first)
      throws IOException {
    var both = searcher.search(query, new MultiCollectorManager(counting(parts), first));
    return new Both(named((Counting.Sum) both[0], parts), (TopFieldDocs) both[1]);
  }

  private Counting counting(List<String> parts) {
    return new Counting(leaf -> columns(leaf, parts), parts.size());
  }

  private Counted named(Counting.Sum found, List<String> parts) {
    var counts = new LinkedHashMap<String, Map<String, Integer>>();
    for (int part = 0; part < parts.size(); part++) {
      counts.put(parts.get(part), named(values.get(parts.get(part)), found.counts().get(part)));
    }
    return new Counted(found.total(), counts);
  }

  private static Map<String, Integer> named(Values values, int[] counts) {
    var named = new LinkedHashMap<String, Integer>();
    var most = Comparator.comparingInt((Integer number) -> counts[number]).reversed();
    values.numbers(counts).stream()
        .sorted(most.thenComparing(values::name))
        .forEach(number -> named.put(values.name(number), counts[number]));
    return named;
  }

  /** Reads what a searcher will need, so that the first search does not wait for it. */
  void warm(IndexReader reader) {
    for (var leaf : reader.leaves()) {
      columns(leaf, COUNTED);
    }
  }

  /** One part of the label of every comment. */
  Labels labels(IndexReader reader, String part) {
    var leaves = reader.leaves();
    var columns = leaves.stream().map(leaf -> columns(leaf, List.of(part)).getFirst()).toList();
    return new Labels(values.get(part), leaves, columns);
  }

  /**
   * Which comments belong together. Made when a commit is first asked for it, as many commits never
   * are, and kept until it is gone.
   */
  Answers answers(IndexReader reader) {
    var commit = reader.getReaderCacheHelper();
    return commits.computeIfAbsent(
        commit.getKey(),
        _ -> {
          commit.addClosedListener(commits::remove);
          try {
            return Answers.of(reader);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private List<Column> columns(LeafReaderContext leaf, List<String> parts) {
    var segment = leaf.reader().getCoreCacheHelper();
    var columns =
        segments.computeIfAbsent(
            segment.getKey(),
            _ -> {
              segment.addClosedListener(segments::remove);
              return columns(leaf.reader());
            });
    return parts.stream().map(columns::get).toList();
  }

  private Map<String, Column> columns(LeafReader reader) {
    return COUNTED.stream()
        .collect(
            Collectors.toMap(
                part -> part,
                part -> {
                  try {
                    return Column.of(reader, column(part), BETWEEN, values.get(part));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }
}
