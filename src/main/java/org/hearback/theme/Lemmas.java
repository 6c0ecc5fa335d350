package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import morfologik.stemming.Dictionary;
import morfologik.stemming.polish.PolishStemmer;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Word lists of languages, each read once, shared by all threads. */
final class Lemmas {
  static final Dictionary POLISH =
      dictionary(PolishStemmer.class.getResource("/morfologik/stemming/polish/polish.dict"));

  /** Of the dict_uk project. */
  static final Dictionary UKRAINIAN =
      dictionary(Lemmas.class.getResource("/ua/net/nlp/ukrainian.dict"));

  /** English words that no rule of endings reaches. */
  static final StemmerOverrideMap IRREGULAR = irregular();

  /** Welsh words that no rule of endings reaches, by their first letter as it is by itself. */
  static final Map<String, String> WELSH =
      lines("irregular-cy.txt").collect(Collectors.toMap(line -> line[0], line -> line[1]));

  private Lemmas() {}

  private static Dictionary dictionary(URL url) {
    try {
      return Dictionary.read(url);
    } catch (IOException e) {
      throw new UncheckedIOException("a dictionary cannot be read", e);
    }
  }

  private static StemmerOverrideMap irregular() {
    var forms = new StemmerOverrideFilter.Builder();
    lines("irregular-en.txt").forEach(line -> forms.add(line[0], stem(line[1])));
    try {
      return forms.build();
    } catch (IOException e) {
      throw new UncheckedIOException("irregular-en.txt cannot be read", e);
    }
  }

  private static Stream<String[]> lines(String name) {
    try (var list =
        Optional.ofNullable(Lemmas.class.getResourceAsStream("/theme/" + name)).orElseThrow()) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** What the stemmer makes of the form itself, which it is not shown again. */
  private static String stem(String word) {
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
