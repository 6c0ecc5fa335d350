package org.hearback.theme;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * How words are cut and made alike, in the index and in a query. Every comment goes into the folded
 * field; English and Arabic ones into one more that knows their endings. No word is left out: "not"
 * and "no one" are what people search for.
 */
final class Analysis {
  /** Folded only: case, accents, vowel marks. */
  static final String FOLDED = "folded";

  static final String ENGLISH = "english";
  static final String ARABIC = "arabic";

  static final Analyzer ANALYZER =
      new PerFieldAnalyzerWrapper(
          new Folding(), Map.of(ENGLISH, new EnglishStems(), ARABIC, new ArabicStems()));

  private Analysis() {}

  private static class Folding extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = new ICUTokenizer();
      return new TokenStreamComponents(words, stems(normalize(field, words)));
    }

    /** What is also done to the beginning of a word that is searched as {@code begin*}. */
    @Override
    protected TokenStream normalize(String field, TokenStream words) {
      return new ICUFoldingFilter(words);
    }

    TokenStream stems(TokenStream words) {
      return words;
    }
  }

  private static final class EnglishStems extends Folding {
    @Override
    TokenStream stems(TokenStream words) {
      return new PorterStemFilter(new EnglishPossessiveFilter(words));
    }
  }

  private static final class ArabicStems extends Folding {
    @Override
    protected TokenStream normalize(String field, TokenStream words) {
      return new ArabicNormalizationFilter(new DecimalDigitFilter(super.normalize(field, words)));
    }

    @Override
    TokenStream stems(TokenStream words) {
      return new ArabicStemFilter(words);
    }
  }
}
