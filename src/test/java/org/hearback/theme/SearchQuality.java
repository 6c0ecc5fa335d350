package org.hearback.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * How good the order of hits is, on collections of {@code corpus.jsonl queries.jsonl qrels.tsv}:
 * {@code infra/bench/search-quality}. Beside ours, in the same run, what Lucene does out of the
 * box.
 */
final class SearchQuality {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST = 10;
  private static final int SEEN = 100;

  private record Collection(
      String name,
      SequencedMap<String, String> documents,
      Map<String, String> queries,
      Map<String, Map<String, Integer>> judged) {

    Figures figures(Asking asking) throws IOException {
      double ndcg = 0;
      double recall = 0;
      for (var one : judged.entrySet()) {
        var found = asking.about(queries.get(one.getKey()));
        ndcg += ndcg(found, one.getValue());
        recall += recall(found, one.getValue());
      }
      return new Figures(ndcg / judged.size(), recall / judged.size());
    }
  }

  private record Figures(double ndcg, double recall) {}

  private SearchQuality() {}

  public static void main(String[] folders) throws IOException {
    var last = new StringBuilder("search-quality");
    System.out.printf("%-12s %-24s %8s %10s%n", "collection", "way", "nDCG@10", "recall@100");
    for (var folder : folders) {
      var collection = read(Path.of(folder));
      row(collection, "EnglishAnalyzer, BM25", plain(collection));
      try (var ours = new Ours(collection)) {
        var words = collection.figures(ours::words);
        row(collection, "words", words);
        row(collection, "meaning", collection.figures(ours::meaning));
        var both = collection.figures(ours::both);
        row(collection, "both", both);
        last.append(" %s_words=%.3f".formatted(collection.name(), words.ndcg()));
        last.append(" %s_both=%.3f".formatted(collection.name(), both.ndcg()));
      }
    }
    System.out.println(last);
    System.exit(0); // the model leaves threads behind
  }

  private static void row(Collection collection, String way, Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %-24s %8.3f %10.3f%n",
        collection.name(),
        way,
        figures.ndcg(),
        figures.recall());
  }

  private static Figures plain(Collection collection) throws IOException {
    var analyzer = new EnglishAnalyzer();
    var builder = new QueryBuilder(analyzer);
    try (var directory = new ByteBuffersDirectory()) {
      fill(
          directory,
          new IndexWriterConfig(analyzer),
          collection,
          (document, text) -> document.add(new TextField("text", text, Field.Store.NO)));
      try (var reader = DirectoryReader.open(directory)) {
        var searcher = new IndexSearcher(reader);
        return collection.figures(typed -> {
          var query = builder.createBooleanQuery("text", typed);
          return ids(searcher, numbers(searcher, query));
        });
      }
    }
  }

  /** As a search of ours orders it that finds no document with all of the words. */
  private static final class Ours implements AutoCloseable {
    private final Meaning meaning = MiniLm.meaning();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    Ours(Collection collection) throws IOException {
      fill(
          directory,
          new IndexWriterConfig(Analysis.ANALYZER).setCodec(Generation.CODEC),
          collection,
          (document, text) -> {
            document.add(new TextField(Analysis.FOLDED, text, Field.Store.NO));
            document.add(new TextField(Endings.ENGLISH.field(), text, Field.Store.NO));
            meaning
                .of(text)
                .ifPresent(direction ->
                    document.add(
                        new KnnFloatVectorField(
                            CommentDocument.MEANING,
                            direction,
                            VectorSimilarityFunction.DOT_PRODUCT)));
          });
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
    }

    List<String> words(String typed) throws IOException {
      return ids(searcher, byWords(typed));
    }

    List<String> meaning(String typed) throws IOException {
      return ids(searcher, byMeaning(typed));
    }

    List<String> both(String typed) throws IOException {
      return ids(searcher, Fused.of(byWords(typed), byMeaning(typed)));
    }

    private List<Integer> byWords(String typed) throws IOException {
      return numbers(searcher, Asked.some(typed, SearchTest.NO_KEYS));
    }

    private List<Integer> byMeaning(String typed) throws IOException {
      var direction = meaning.of(typed);
      return direction.isEmpty()
          ? List.of()
          : Nearest.to(direction.get(), searcher, MatchAllDocsQuery.INSTANCE).documents();
    }

    @Override
    public void close() throws IOException {
      reader.close();
      directory.close();
    }
  }

  private interface Filling {
    void with(Document document, String text);
  }

  private interface Asking {
    List<String> about(String typed) throws IOException;
  }

  private static void fill(
      ByteBuffersDirectory directory,
      IndexWriterConfig config,
      Collection collection,
      Filling filling)
      throws IOException {
    try (var writer = new IndexWriter(directory, config)) {
      for (var one : collection.documents().entrySet()) {
        var document = new Document();
        document.add(new StringField(CommentDocument.ID, one.getKey(), Field.Store.YES));
        document.add(new SortedDocValuesField(CommentDocument.ID, new BytesRef(one.getKey())));
        filling.with(document, one.getValue());
        writer.addDocument(document);
      }
    }
  }

  private static List<Integer> numbers(IndexSearcher searcher, Query query) throws IOException {
    return Arrays.stream(searcher.search(query, SEEN).scoreDocs).map(hit -> hit.doc).toList();
  }

  private static List<String> ids(IndexSearcher searcher, List<Integer> documents)
      throws IOException {
    var ids = new ArrayList<String>();
    for (int document : documents.subList(0, Math.min(SEEN, documents.size()))) {
      ids.add(searcher.storedFields().document(document).get(CommentDocument.ID));
    }
    return ids;
  }

  private static double ndcg(List<String> found, Map<String, Integer> judged) {
    double best = 0;
    var grades = judged.values().stream().sorted((a, b) -> b - a).toList();
    for (int at = 0; at < Math.min(FIRST, grades.size()); at++) {
      best += gain(grades.get(at), at);
    }
    double got = 0;
    for (int at = 0; at < Math.min(FIRST, found.size()); at++) {
      got += gain(judged.getOrDefault(found.get(at), 0), at);
    }
    return best == 0 ? 0 : got / best;
  }

  private static double gain(int grade, int at) {
    return grade / (Math.log(at + 2) / Math.log(2));
  }

  private static double recall(List<String> found, Map<String, Integer> judged) {
    var wanted = judged.entrySet().stream().filter(it -> it.getValue() > 0).toList();
    long there = wanted.stream().filter(it -> found.contains(it.getKey())).count();
    return wanted.isEmpty() ? 0 : (double) there / wanted.size();
  }

  private static Collection read(Path folder) throws IOException {
    var documents = new LinkedHashMap<String, String>();
    for (var line : lines(folder.resolve("corpus.jsonl"))) {
      documents.put(
          line.get("_id").asText(),
          (line.path("title").asText("") + " " + line.get("text").asText()).strip());
    }
    var queries =
        lines(folder.resolve("queries.jsonl")).stream()
            .collect(
                Collectors.toMap(
                    line -> line.get("_id").asText(), line -> line.get("text").asText()));
    var judged = new LinkedHashMap<String, Map<String, Integer>>();
    for (var line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
      var part = line.split("\t");
      if (part.length >= 3
          && part[part.length - 1].matches("-?\\d+")
          && queries.containsKey(part[0])) {
        judged
            .computeIfAbsent(part[0], _ -> new HashMap<>())
            .put(part[part.length - 2], Math.max(0, Integer.parseInt(part[part.length - 1])));
      }
    }
    judged.values().removeIf(grades -> grades.values().stream().noneMatch(grade -> grade > 0));
    return new Collection(folder.getFileName().toString(), documents, queries, judged);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> {
            try {
              return JSON.readTree(line);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          })
          .toList();
    }
  }
}
