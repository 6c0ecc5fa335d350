package org.hearback.theme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.ArabicStemmer;

/**
 * Our endings of Arabic beside Snowball's stemmer, on our own pairs and on Snowball's vocabulary: a
 * report, {@code infra/bench/arabic-vocabulary}.
 */
public final class ArabicVocabulary {
  // Nine million words: one stem in so many, and so many words of it at most, are enough.
  private static final int ONE_STEM_IN = 500;
  private static final int WORDS_MOST = 8;
  private static final int ALIKE = 4;
  private static final Path PAIRS = Path.of("src/test/resources/theme/pairs/ar.tsv");

  private ArabicVocabulary() {}

  private record Pair(boolean meet, String one, String other) {}

  public static void main(String[] arguments) throws IOException {
    var own =
        Files.readAllLines(PAIRS).stream()
            .map(line -> line.split("\t", 4))
            .map(part -> new Pair(part[0].equals("meet"), part[1], part[2]))
            .toList();
    var theirs = vocabulary(Path.of(arguments[0]));
    System.out.println("| by | our pairs: meet | apart | vocabulary: meet | apart |");
    for (var way : ways().entrySet()) {
      System.out.printf(
          "| %s | %s | %s |%n",
          way.getKey(), shares(way.getValue(), own), shares(way.getValue(), theirs));
    }
  }

  private static Map<String, Analyzer> ways() {
    var ways = new LinkedHashMap<String, Analyzer>();
    ways.put("as typed, folded", words(ArabicVocabulary::normal));
    ways.put("Lucene's light stemmer", words(in -> new ArabicStemFilter(normal(in))));
    ways.put("light stemmer and our table (Endings)", Endings.ARABIC.analyzer());
    ways.put("Snowball's stemmer", words(ArabicVocabulary::snowball));
    ways.put(
        "Snowball's stemmer and our table",
        words(in -> new ReadingsFilter(snowball(in), Arabic::readings)));
    return ways;
  }

  private static Analyzer words(UnaryOperator<TokenStream> whole) {
    return new Endings.Words(UnaryOperator.identity(), whole);
  }

  private static TokenStream normal(TokenStream words) {
    return new ArabicNormalizationFilter(new DecimalDigitFilter(Endings.folded(words)));
  }

  private static TokenStream snowball(TokenStream words) {
    return new SnowballFilter(Endings.folded(words), new ArabicStemmer());
  }

  /** Words of one stem, and neighbours in the alphabet that begin alike and have two. */
  private static List<Pair> vocabulary(Path folder) throws IOException {
    var pairs = new ArrayList<Pair>();
    var first = new LinkedHashMap<String, String>();
    var taken = new LinkedHashMap<String, Integer>();
    String before = "";
    String stemBefore = "";
    try (var words = lines(folder.resolve("voc.txt.gz"));
        var stems = lines(folder.resolve("output.txt.gz"))) {
      for (var word = words.readLine(); word != null; word = words.readLine()) {
        var stem = stems.readLine();
        if (Math.floorMod(stem.hashCode(), ONE_STEM_IN) == 0) {
          var one = first.putIfAbsent(stem, word);
          if (one != null && taken.merge(stem, 1, Integer::sum) < WORDS_MOST) {
            pairs.add(new Pair(true, one, word));
          }
          if (!stem.equals(stemBefore)
              && before.length() > ALIKE
              && word.startsWith(before.substring(0, ALIKE))) {
            pairs.add(new Pair(false, before, word));
          }
        }
        before = word;
        stemBefore = stem;
      }
    }
    return pairs;
  }

  private static BufferedReader lines(Path packed) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8));
  }

  private static String shares(Analyzer analyzer, List<Pair> pairs) throws IOException {
    var right = new int[2];
    var all = new int[2];
    for (var pair : pairs) {
      int at = pair.meet() ? 0 : 1;
      all[at]++;
      var shared = terms(analyzer, pair.one());
      shared.retainAll(terms(analyzer, pair.other()));
      right[at] += shared.isEmpty() == pair.meet() ? 0 : 1;
    }
    return "%.2f of %d | %.2f of %d"
        .formatted((double) right[0] / all[0], all[0], (double) right[1] / all[1], all[1]);
  }

  private static Set<String> terms(Analyzer analyzer, String word) throws IOException {
    var terms = new HashSet<String>();
    try (var stream = analyzer.tokenStream("words", word)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }
}
