package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.hearback.access.Staff;

/**
 * The themes that somebody may mean by the words of a search, so that "I'm on number six" is found
 * by who types "too many social workers", also where nothing reads what a comment means.
 */
@Singleton
final class ThemeOffers {
  private final ThemeBooks books;
  private final Keys keys;
  private final Search search;
  private final Wording wording;

  ThemeOffers(ThemeBooks books, Keys keys, Search search, Wording wording) {
    this.books = books;
    this.keys = keys;
    this.search = search;
    this.wording = wording;
  }

  /**
   * With how many comments each has within the same filter, as far as the asker may see them; none
   * where the words are to be taken as they are, or a theme is chosen already.
   */
  List<Map<String, Object>> of(SearchRequest asked, Staff staff) {
    if (!asked.filter().theme().isEmpty()) {
      return List.of();
    }
    return Asked.plain(asked.words(), keys).stream()
        .flatMap(plain -> books.tagger().meantBy(plain.words()).stream())
        .map(theme -> offer(theme, asked, staff))
        .filter(offer -> !offer.get("count").equals(0))
        .toList();
  }

  private Map<String, Object> offer(String theme, SearchRequest asked, Staff staff) {
    var filter = asked.filter().with(CommentDocument.THEME, theme);
    return Map.of(
        "text", wording.theme(theme),
        "count", search.count("", filter, staff),
        "address", SearchPage.address(asked.as("").with(filter)));
  }
}
