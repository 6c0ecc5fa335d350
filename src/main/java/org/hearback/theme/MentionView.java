package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The other areas that a comment talks about, for the pages that show it. */
@Singleton
final class MentionView {
  private final Mentions mentions;
  private final Wording wording;

  MentionView(Mentions mentions, Wording wording) {
    this.mentions = mentions;
    this.wording = wording;
  }

  /**
   * The words of a comment, as they are shown.
   *
   * @param english empty where nobody wrote any
   */
  record Said(String language, String words, String english) {
    /** Words do not reach logs. */
    @Override
    public String toString() {
      return "Said[" + language + "]";
    }
  }

  /**
   * Each area with the words that say so: a link is no better than they are.
   *
   * @param address of comments that talk about one area
   */
  List<Map<String, String>> of(
      Collection<String> areas, Said said, Function<String, String> address) {
    return areas.stream().map(area -> one(area, said, address.apply(area))).toList();
  }

  private Map<String, String> one(String area, Said said, String address) {
    var own = mentions.words(area, said.language(), said.words());
    var words =
        own.isEmpty() ? mentions.words(area, Endings.ENGLISH.language(), said.english()) : own;
    return Map.of(
        "text",
        wording.mentioned(area),
        "words",
        String.join(", ", words),
        "lang",
        own.isEmpty() ? Endings.ENGLISH.language() : said.language(),
        "address",
        address);
  }
}
