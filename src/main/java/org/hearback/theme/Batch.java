package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.hearback.anonymity.RedactedText;

/**
 * Some comments in an index in memory, of which all stored queries of their language are asked: so
 * a thousand cost hardly more than one, and what a query finds here it finds in a search. For one
 * thread.
 */
final class Batch {
  private record Words(int comment, String text) {}

  private final int size;
  private final Map<Endings, List<Words>> words = new EnumMap<>(Endings.class);

  Batch(List<Comment> comments) {
    size = comments.size();
    for (int at = 0; at < size; at++) {
      int place = at;
      var comment = comments.get(at);
      var own = comment.words().value();
      Script.endings(comment.language(), own).ifPresent(endings -> add(endings, place, own));
      comment
          .english()
          .map(RedactedText::value)
          .ifPresent(english -> add(Endings.ENGLISH, place, english));
    }
  }

  /** Of one text that nobody has sent. */
  Batch(Endings endings, String text) {
    size = 1;
    add(endings, 0, text);
  }

  private void add(Endings endings, int comment, String text) {
    words.computeIfAbsent(endings, _ -> new ArrayList<>()).add(new Words(comment, text));
  }

  /**
   * What some queries found: for each comment, by key, how many.
   *
   * @param queries of a language
   */
  record Trial(Function<Endings, List<Stored>> queries, List<Map<String, Integer>> found) {}

  /** Of these queries; nothing is found before they are asked. */
  Trial trial(Function<Endings, List<Stored>> queries) {
    var found = new ArrayList<Map<String, Integer>>();
    for (int at = 0; at < size; at++) {
      found.add(new LinkedHashMap<>());
    }
    return new Trial(queries, found);
  }

  /** All of them on the same index. */
  void ask(List<Trial> trials) throws IOException {
    for (var language : words.entrySet()) {
      var endings = language.getKey();
      if (trials.stream().allMatch(trial -> trial.queries().apply(endings).isEmpty())) {
        continue;
      }
      try (var memory = new ByteBuffersDirectory()) {
        fill(memory, endings, language.getValue());
        try (var reader = DirectoryReader.open(memory)) {
          var searcher = new IndexSearcher(reader);
          searcher.setQueryCache(null); // each query is asked once
          for (var trial : trials) {
            ask(searcher, language.getValue(), trial.queries().apply(endings), trial.found());
          }
        }
      }
    }
  }

  private static void ask(
      IndexSearcher searcher,
      List<Words> words,
      List<Stored> stored,
      List<Map<String, Integer>> found)
      throws IOException {
    for (var one : stored) {
      for (var query : one.queries()) {
        for (int hit : AllHits.of(searcher, query)) {
          found.get(words.get(hit).comment()).merge(one.key(), 1, Integer::sum);
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
