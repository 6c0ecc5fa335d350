package org.hearback.theme;

import java.util.Set;

/**
 * Somali words: article and owner, number and person stand behind a word as endings, and an article
 * may look like the end of the word itself. So each is filed twice, as if it had one and as if not.
 */
final class Somali {
  private static final int ENDINGS_MOST = 4;

  private static final Suffixes ARTICLES =
      new Suffixes(
          3,
          """
          ka ga ha ta da sha ku gu hu tu du shu ki gi hi ti di shi kii gii hii tii dii shii
          kan gan han tan dan shan kaas gaas haas taas daas shaas kaa gaa taa daa
          kay gay hay tay day shay kayga gayga hayga tayda dayda shayda kaaga gaaga haaga taada daada shaada
          kiisa giisa hiisa tiisa diisa shiisa keeda geeda heeda teeda deeda sheeda
          keenna geenna heenna teenna deenna sheenna kooda gooda hooda tooda dooda shooda
          kayagii taydii kaagii taadii kiisii tiisii kood tood
          """);

  private static final Suffixes FORMS =
      new Suffixes(
          3,
          """
          yaal yaasha yo ya ye oyin ooyin yaalka sas
          ay ey tay say nay day een teen seen neen deen aan aa taa saa naa daa ayaa aysaa aynaa ayaan
          aysaan ayay aysay aynay ayeen eysay eysaa iyay iyey iyaa isay isaa inay inaa innaa innay iyeen iseen
          in inta id nin an atay atey
          ahay ahaa anahay ayahay yahay tahay
          a e i o u
          """);

  private Somali() {}

  /** The forms under which a word is filed; it has no capitals and no apostrophes. */
  static Set<String> readings(String word) {
    var whole = bare(word);
    var noun = bare(ARTICLES.off(word));
    return whole.equals(noun) ? Set.of(whole) : Set.of(whole, noun);
  }

  private static String bare(String word) {
    var stem = word;
    for (int ending = 0; ending < ENDINGS_MOST; ending++) {
      stem = FORMS.off(stem);
    }
    int last = stem.length() - 1;
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled ? stem.substring(0, last) : stem;
  }
}
