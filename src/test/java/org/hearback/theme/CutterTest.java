package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

/** Texts that are cut once have the words, places and ends that the analyser gives each field. */
class CutterTest {
  private static final long SEED = 55;
  private static final int DRAWN = 2000;
  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          " ",
          ".",
          "!",
          "'",
          "’",
          "-",
          "_",
          "\n",
          "\u200d",
          "\u0301",
          "\u00ad",
          "don't",
          "U.K.",
          "e-mail",
          "😀",
          "👩‍👧",
          "ไทยและลาว",
          "中文字",
          "Straße",
          "ﷺ",
          "½",
          "१२",
          "3.5",
          "NHS",
          "\ud800",
          "ﬁ",
          "İ");

  private final Cutter cutter = new Cutter();

  @Test
  void what_the_theme_book_says_in_each_language() throws IOException {
    for (var endings : Endings.ALL) {
      var said = new ArrayList<String>();
      for (var theme : ThemeFile.read().themes()) {
        said.addAll(theme.examples().getOrDefault(endings.language(), List.of()));
        said.addAll(theme.queries().getOrDefault(endings.language(), List.of()));
      }
      assertThat(said).hasSizeGreaterThan(60);
      for (var text : said) {
        alike(text, endings);
      }
    }
  }

  @Test
  void texts_drawn_from_words_and_signs_of_every_kind() throws IOException {
    var random = new Random(SEED);
    var words =
        ThemeFile.read().themes().stream()
            .flatMap(theme -> theme.examples().values().stream().flatMap(List::stream))
            .flatMap(text -> List.of(text.split(" ")).stream())
            .toList();
    for (int drawn = 0; drawn < DRAWN; drawn++) {
      var text =
          IntStream.range(0, random.nextInt(40))
              .mapToObj(_ ->
                  random.nextBoolean()
                      ? words.get(random.nextInt(words.size()))
                      : PIECES.get(random.nextInt(PIECES.size())))
              .collect(Collectors.joining());
      alike(text, Endings.ALL.get(random.nextInt(Endings.ALL.size())));
    }
  }

  @Test
  void what_is_forgotten_is_cut_alike_once_more() throws IOException {
    alike("They listened and were listening.", Endings.ENGLISH);
    cutter.forget();
    alike("They listened and were listening.", Endings.ENGLISH);
  }

  @Test
  void a_text_of_no_known_language_has_folded_words_alone() {
    assertThat(cutter.cut("Bonjour", Optional.empty()).own()).isEmpty();
    assertThat(cutter.cut("Bonjour", Optional.empty()).folded().words()).containsExactly("bonjour");
  }

  private void alike(String text, Endings endings) throws IOException {
    var cut = cutter.cut(text, Optional.of(endings));
    for (var field : List.of(Analysis.FOLDED, endings.field())) {
      try (var analysed = Analysis.ANALYZER.tokenStream(field, text)) {
        var expected = all(analysed);
        assertThat(all(cut.in(field).stream())).as("%s: %s", field, text).isEqualTo(expected);
      }
    }
  }

  private static List<String> all(TokenStream stream) throws IOException {
    var all = new ArrayList<String>();
    var word = stream.addAttribute(CharTermAttribute.class);
    var step = stream.addAttribute(PositionIncrementAttribute.class);
    var place = stream.addAttribute(OffsetAttribute.class);
    stream.reset();
    while (stream.incrementToken()) {
      all.add(
          "%s +%d %d-%d"
              .formatted(
                  word, step.getPositionIncrement(), place.startOffset(), place.endOffset()));
    }
    stream.end();
    all.add("end +%d %d".formatted(step.getPositionIncrement(), place.endOffset()));
    return all;
  }
}
