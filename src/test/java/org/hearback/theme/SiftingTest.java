package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sieve finds is what Lucene finds, text by text. */
class SiftingTest {
  private static final List<String> WORDS = List.of("mum", "dads", "moved", "a", "not", "mo-ving");

  /** Each query of the shipped book, over texts of the words that such queries ask for. */
  @ParameterizedTest
  @EnumSource(Endings.class)
  void every_shipped_query_finds_what_it_finds_in_an_index(Endings endings) throws Exception {
    var chance = new SplittableRandom(42);
    var all =
        ThemeFile.read().themes().stream()
            .flatMap(theme -> theme.queries().get(endings.language()).stream())
            .toList();
    var texts =
        Stream.concat(
                ThemeFile.read().themes().stream()
                    .flatMap(theme -> theme.examples().get(endings.language()).stream()),
                IntStream.range(0, 400).mapToObj(_ -> text(all, chance)))
            .toList();
    assertThat(compared(endings, all, texts)).as("hits").isGreaterThan(all.size());
  }

  /** Words of three queries in any order, with others between: near ones, and not quite near. */
  private static String text(List<String> queries, SplittableRandom chance) {
    var words = new ArrayList<String>();
    for (int one = 0; one < 3; one++) {
      var query = queries.get(chance.nextInt(queries.size()));
      Arrays.stream(query.split("[^\\p{L}\\p{M}'’-]+"))
          .filter(word -> !word.isEmpty() && chance.nextInt(3) > 0)
          .forEach(word -> words.add(chance.nextInt(8) == 0 ? word + " um" : word));
    }
    for (int at = words.size() - 1; at > 0; at--) {
      if (chance.nextInt(4) == 0) {
        int other = chance.nextInt(at);
        words.set(at, words.set(other, words.get(at)));
      }
    }
    return String.join(" ", words);
  }

  @Property(tries = 400)
  void any_query_finds_what_it_finds_in_an_index(
      @ForAll("queries") List<String> queries, @ForAll("texts") List<String> texts)
      throws IOException {
    compared(Endings.ENGLISH, queries, texts);
  }

  @Provide
  Arbitrary<List<String>> queries() {
    var word = Arbitraries.of(WORDS);
    var choice = word.list().ofMinSize(1).ofMaxSize(3).map(words -> String.join("|", words));
    var phrase =
        Combinators.combine(
                Arbitraries.oneOf(word, choice).list().ofMinSize(1).ofMaxSize(4),
                Arbitraries.integers().between(0, 70).filter(gap -> gap < 6 || gap > 55))
            .as((places, gap) -> "\"" + String.join(" ", places) + "\"~" + gap);
    var part = Arbitraries.oneOf(word, phrase, Arbitraries.of("mo*", "d* -a", "(not mum)", "-(a)"));
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join(parts.size() == 2 ? " | " : " ", parts))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.of("um", "so", "mother", ""))
        .list()
        .ofMaxSize(12)
        .map(words -> String.join(" ", words))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  /** How many hits both have. */
  private static long compared(Endings endings, List<String> queries, List<String> texts)
      throws IOException {
    var stored =
        IntStream.range(0, queries.size())
            .mapToObj(at ->
                Stored.of(
                    String.valueOf(at),
                    Map.of(endings.language(), List.of(queries.get(at))),
                    endings))
            .toList();
    var sifted = new TreeSet<String>();
    var sieve = Sieve.of(stored);
    var cutter = new Cutter();
    var cut = texts.stream().map(text -> cutter.cut(text, Optional.of(endings))).toList();
    new Sifting(endings, cut, sieve.reach())
        .through(sieve, (key, text) -> sifted.add(line(queries, key, texts, text)));
    var found = new TreeSet<String>();
    try (var memory = new ByteBuffersDirectory()) {
      fill(memory, endings, texts);
      try (var reader = DirectoryReader.open(memory)) {
        for (var one : stored) {
          for (int text : AllHits.of(new IndexSearcher(reader), one.queries().getFirst())) {
            found.add(line(queries, one.key(), texts, text));
          }
        }
      }
    }
    assertThat(sifted).isEqualTo(found);
    return found.size();
  }

  private static String line(List<String> queries, String key, List<String> texts, int text) {
    return key + ": " + queries.get(Integer.parseInt(key)) + " in " + text + ": " + texts.get(text);
  }

  private static void fill(ByteBuffersDirectory memory, Endings endings, List<String> texts)
      throws IOException {
    var config =
        new IndexWriterConfig(Analysis.ANALYZER)
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setMaxBufferedDocs(texts.size() + 2);
    try (var writer = new IndexWriter(memory, config)) {
      for (var text : texts) {
        var document = new Document();
        document.add(new TextField(Analysis.FOLDED, text, Field.Store.NO));
        document.add(new TextField(endings.field(), text, Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  /** Else sorting would be as slow as it was before. */
  @ParameterizedTest
  @EnumSource(Endings.class)
  void of_the_shipped_book_only_phrases_with_a_word_twice_are_left_to_lucene(Endings endings) {
    var sieve =
        Sieve.of(
            ThemeFile.read().themes().stream()
                .map(theme -> Stored.of(theme.key(), theme.queries(), endings))
                .toList());
    var queries = sieve.keys().stream().flatMap(key -> key.queries().stream()).toList();
    var left = queries.stream().flatMap(SiftingTest::searched).toList();
    assertThat(left.size()).isLessThan(queries.size() / 10);
    assertThat(left)
        .as("asked of texts that have none of the words")
        .noneMatch(one -> one.first() instanceof Sought.Everything);
  }

  @Test
  void what_reaches_too_far_is_left_to_lucene() {
    var wide =
        Stored.of("wide", Map.of("en", List.of("\"mum moved\"~80 | listened")), Endings.ENGLISH);
    assertThat(
            Sieve.of(List.of(wide)).keys().getFirst().queries().stream()
                .flatMap(SiftingTest::searched))
        .hasSize(2);
  }

  private static Stream<Sought.Searched> searched(Sought sought) {
    return switch (sought) {
      case Sought.Searched left -> Stream.of(left);
      case Sought.Any any -> any.parts().stream().flatMap(SiftingTest::searched);
      case Sought.All all ->
          Stream.concat(all.parts().stream(), all.not().stream()).flatMap(SiftingTest::searched);
      default -> Stream.empty();
    };
  }
}
