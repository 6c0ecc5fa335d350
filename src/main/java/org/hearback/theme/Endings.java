package org.hearback.theme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;

/**
 * The languages whose endings the index knows, each with the field that its comments go into beside
 * the folded one. Polish and Ukrainian by dictionary; English, Romanian and Arabic by the stemmers
 * that Lucene has; the others by short tables of ours, as no library has any for them.
 */
enum Endings {
  ENGLISH("en", Endings::folded, words -> english(folded(words))),
  WELSH("cy", Endings::folded, words -> new ReadingsFilter(folded(words), Welsh::readings)),
  POLISH("pl", Endings::folded, words -> lemmas(new MorfologikFilter(lower(words), Lemmas.POLISH))),
  ROMANIAN(
      "ro",
      Endings::folded,
      words ->
          new ReadingsFilter(
              new SnowballFilter(folded(words), new RomanianStemmer()), Romanian::readings)),
  SOMALI(
      "so", Endings::folded, words -> new ReadingsFilter(joined(folded(words)), Somali::readings)),
  UKRAINIAN(
      "uk",
      Endings::folded,
      words -> joined(lemmas(new MorfologikFilter(lower(words), Lemmas.UKRAINIAN)))),
  ARABIC(
      "ar",
      Endings::arabic,
      words -> new ReadingsFilter(new ArabicStemFilter(arabic(words)), Arabic::readings)),
  URDU("ur", Endings::urdu, words -> new ReadingsFilter(urdu(words), Urdu::readings));

  static final List<Endings> ALL = List.of(values());

  private static final Pattern NOT = Pattern.compile("n't$");

  private static final Pattern APOSTROPHE = Pattern.compile("'");

  private final String language;
  private final UnaryOperator<TokenStream> whole;
  private final Analyzer analyzer;

  /**
   * @param written what is done to the beginning of a word that is searched as {@code begin*}
   * @param whole what is done to a whole word
   */
  Endings(String language, UnaryOperator<TokenStream> written, UnaryOperator<TokenStream> whole) {
    this.language = language;
    this.whole = whole;
    this.analyzer = new Words(written, whole);
  }

  /** Empty for a language that is searched as it is written. */
  static Optional<Endings> of(String language) {
    return ALL.stream().filter(it -> it.language.equals(language)).findFirst();
  }

  /** Its tag. */
  String language() {
    return language;
  }

  /** The name of its field. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is done to words that were cut. */
  UnaryOperator<TokenStream> whole() {
    return whole;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  /** Case, accents, vowel marks. */
  static TokenStream folded(TokenStream words) {
    return new ICUFoldingFilter(words);
  }

  /** The dictionaries know words with their accents. */
  private static TokenStream lower(TokenStream words) {
    return new LowerCaseFilter(words);
  }

  private static TokenStream lemmas(TokenStream words) {
    return new RemoveDuplicatesTokenFilter(folded(words));
  }

  private static TokenStream english(TokenStream words) {
    var bare = new PatternReplaceFilter(new EnglishPossessiveFilter(words), NOT, "nt", false);
    return new SnowballFilter( // "don't" is "dont" on a phone
        new StemmerOverrideFilter(bare, Lemmas.IRREGULAR), new EnglishStemmer());
  }

  /** Phones leave the apostrophe out. */
  private static TokenStream joined(TokenStream words) {
    return new PatternReplaceFilter(words, APOSTROPHE, "", true);
  }

  private static TokenStream arabic(TokenStream words) {
    return new ArabicNormalizationFilter(new DecimalDigitFilter(folded(words)));
  }

  /** Phones write some Urdu letters as the Arabic ones that look like them. */
  private static TokenStream urdu(TokenStream words) {
    return new PersianNormalizationFilter(new DecimalDigitFilter(folded(words)));
  }

  /** Cuts text into words by the rules of Unicode, and then does what the language wants. */
  static final class Words extends Analyzer {
    private final UnaryOperator<TokenStream> written;
    private final UnaryOperator<TokenStream> whole;

    Words(UnaryOperator<TokenStream> written, UnaryOperator<TokenStream> whole) {
      this.written = written;
      this.whole = whole;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = new ICUTokenizer();
      return new TokenStreamComponents(words, whole.apply(words));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
      return written.apply(words);
    }
  }
}
