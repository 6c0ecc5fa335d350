package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.hearback.anonymity.RedactedText;

/**
 * Which themes comments belong to: those of whose stored queries one or more find them, and those
 * whose examples they are like; first the theme for which most speaks. A pure function of the book,
 * the lesson and the words; safe for any thread.
 *
 * <p>The queries are asked of an index in memory that holds just these comments: so a thousand cost
 * hardly more than one, and what a query finds here it finds in a search.
 */
final class Tagger {
  /** More say nothing about a comment of a few sentences. */
  static final int TAGS_MOST = 3;

  private record Stored(Theme theme, List<Query> queries) {}

  // Being like the examples counts as much as two queries: each sees what the other misses.
  private static final int LIKENESS = 2;

  /**
   * A theme and how sure it is.
   *
   * @param queries how many of its queries say so
   * @param alike whether it is like its examples
   * @param likeness to them, from 0 to 1; 0 where no meaning is known
   */
  record Tag(String theme, int queries, boolean alike, double likeness) {
    int strength() {
      return queries + (alike ? LIKENESS : 0);
    }
  }

  private record Words(int comment, String text) {}

  private final ThemeBook book;
  private final Lesson lesson;
  // Made when a comment of the language first comes: there are some thousand queries.
  private final Map<Endings, List<Stored>> stored;
  // By model.
  private final Map<String, Likeness> learnt = new ConcurrentHashMap<>();

  Tagger(ThemeBook book) {
    this(book, Lesson.NONE, new ConcurrentHashMap<>());
  }

  private Tagger(ThemeBook book, Lesson lesson, Map<Endings, List<Stored>> stored) {
    this.book = book;
    this.lesson = lesson;
    this.stored = stored;
  }

  /** The same book, which also learns from what people said. */
  Tagger with(Lesson other) {
    return other.said().equals(lesson.said()) ? this : new Tagger(book, other, stored);
  }

  private List<Stored> stored(Endings endings) {
    var fields = List.of(Analysis.FOLDED, endings.field());
    return book.themes().stream()
        .map(theme ->
            new Stored(
                theme,
                theme.queries().getOrDefault(endings.language(), List.of()).stream()
                    .map(query -> Asked.stored(query, fields))
                    .toList()))
        .filter(theme -> !theme.queries().isEmpty())
        .toList();
  }

  ThemeBook book() {
    return book;
  }

  /** What it learns from beside the book. */
  Lesson lesson() {
    return lesson;
  }

  /**
   * Learns what a theme is like from its examples and from what people said, once; it takes
   * seconds, so whoever makes an index does it, and no page. Until then tags come by queries alone.
   *
   * @param known what an index knows of the meaning of comments
   */
  synchronized void learn(Meaning meaning, Documents.Known known) throws IOException {
    if (meaning.isThere() && !learnt.containsKey(meaning.model())) {
      var examples = written(meaning);
      examples.addAll(lesson.examples(meaning, known));
      learnt.put(meaning.model(), Likeness.of(examples));
    }
  }

  /** By words alone. */
  Map<UUID, List<Tag>> tags(List<Comment> comments) throws IOException {
    return tags(comments, Map.of(), Meaning.NONE);
  }

  /**
   * For each comment its tags, the strongest first, at most {@link #TAGS_MOST}.
   *
   * @param meant the direction of its English, for those that have one
   * @param meaning what found the directions
   */
  Map<UUID, List<Tag>> tags(List<Comment> comments, Map<UUID, float[]> meant, Meaning meaning)
      throws IOException {
    var words = new EnumMap<Endings, List<Words>>(Endings.class);
    for (int at = 0; at < comments.size(); at++) {
      var comment = comments.get(at);
      var own = new Words(at, comment.words().value());
      Script.endings(comment.language(), own.text()).ifPresent(endings -> add(words, endings, own));
      int place = at;
      comment
          .english()
          .map(RedactedText::value)
          .ifPresent(english -> add(words, Endings.ENGLISH, new Words(place, english)));
    }
    var found = new ArrayList<Map<String, Integer>>();
    comments.forEach(_ -> found.add(new LinkedHashMap<>()));
    for (var language : words.entrySet()) {
      ask(stored.computeIfAbsent(language.getKey(), this::stored), language, found);
    }
    var tags = new LinkedHashMap<UUID, List<Tag>>();
    var likeness = Optional.ofNullable(learnt.get(meaning.model()));
    for (int at = 0; at < comments.size(); at++) {
      var comment = comments.get(at);
      var direction = meant.get(comment.id());
      tags.put(
          comment.id(),
          direction == null || likeness.isEmpty()
              ? strongest(found.get(at))
              : strongest(found.get(at), comment, direction, likeness.get()));
    }
    return tags;
  }

  private List<Likeness.Example> written(Meaning meaning) {
    var examples = new ArrayList<Likeness.Example>();
    for (var theme : book.themes()) {
      theme
          .inEnglish()
          .forEach(said ->
              meaning
                  .of(said)
                  .map(direction -> new Likeness.Example(said, direction, Set.of(theme.key())))
                  .ifPresent(examples::add));
    }
    return examples;
  }

  private static void add(Map<Endings, List<Words>> words, Endings endings, Words one) {
    words.computeIfAbsent(endings, _ -> new ArrayList<>()).add(one);
  }

  private static List<Tag> strongest(Map<String, Integer> found) {
    return strongest(
        found.entrySet().stream()
            .map(theme -> new Tag(theme.getKey(), theme.getValue(), false, 0)));
  }

  private static List<Tag> strongest(
      Map<String, Integer> found, Comment comment, float[] direction, Likeness likeness) {
    var english = comment.inEnglish().orElseThrow().value();
    var all = likeness.all(english, direction);
    var themes = new LinkedHashSet<>(found.keySet());
    themes.addAll(all.keySet());
    return strongest(
        themes.stream()
            .map(theme -> {
              double like = all.getOrDefault(theme, 0.0);
              int queries = found.getOrDefault(theme, 0);
              return new Tag(theme, queries, like >= likeness.step(theme), like);
            })
            .filter(tag -> tag.strength() > 0));
  }

  private static List<Tag> strongest(Stream<Tag> tags) {
    return tags.sorted(
            Comparator.comparingInt(Tag::strength).thenComparingDouble(Tag::likeness).reversed())
        .limit(TAGS_MOST)
        .toList();
  }

  private static void ask(
      List<Stored> themes,
      Map.Entry<Endings, List<Words>> language,
      List<Map<String, Integer>> found)
      throws IOException {
    if (themes.isEmpty()) {
      return;
    }
    try (var memory = new ByteBuffersDirectory()) {
      fill(memory, language.getKey(), language.getValue());
      try (var reader = DirectoryReader.open(memory)) {
        var searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null); // each query is asked once
        for (var theme : themes) {
          for (var query : theme.queries()) {
            for (int hit : AllHits.of(searcher, query)) {
              found
                  .get(language.getValue().get(hit).comment())
                  .merge(theme.theme().key(), 1, Integer::sum);
            }
          }
        }
      }
    }
  }

  /** In one segment and in their order, so that the number of a document is its place. */
  private static void fill(ByteBuffersDirectory memory, Endings endings, List<Words> words)
      throws IOException {
    var config =
        new IndexWriterConfig(Analysis.ANALYZER)
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setMaxBufferedDocs(Math.max(2, words.size() + 1));
    try (var writer = new IndexWriter(memory, config)) {
      for (var one : words) {
        var document = new Document();
        document.add(new TextField(Analysis.FOLDED, one.text(), Field.Store.NO));
        document.add(new TextField(endings.field(), one.text(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }
}
