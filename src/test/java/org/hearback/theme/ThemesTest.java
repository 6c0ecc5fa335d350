package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.Definition;
import org.junit.jupiter.api.Test;

/** The theme book as it is shipped, and what it makes of comments. */
class ThemesTest {
  private static final Tagger TAGGER = ThemeFile.tagger();
  private static final ThemeBook BOOK = TAGGER.book();

  @Test
  void it_has_the_themes_of_the_field_in_every_language_of_the_index() {
    assertThat(BOOK.themes()).hasSize(32);
    for (var theme : BOOK.themes()) {
      for (var endings : Endings.ALL) {
        assertThat(theme.queries().get(endings.language()))
            .as("%s in %s", theme.key(), endings)
            .hasSizeGreaterThanOrEqualTo(8);
        assertThat(theme.examples().get(endings.language())).hasSizeGreaterThanOrEqualTo(5);
      }
      assertThat(theme.examples().get("en")).hasSizeLessThanOrEqualTo(30);
    }
  }

  /** A query that is not one finds nothing and says nothing, so nobody would notice. */
  @Test
  void every_query_asks_for_something_and_stands_once() {
    for (var theme : BOOK.themes()) {
      theme
          .queries()
          .forEach((language, queries) -> {
            assertThat(queries).as("%s in %s", theme.key(), language).doesNotHaveDuplicates();
            var fields = List.of(Analysis.FOLDED, Endings.of(language).orElseThrow().field());
            for (var query : queries) {
              assertThat(Asked.stored(query, fields))
                  .as(query)
                  .isNotInstanceOf(MatchNoDocsQuery.class);
              assertThat(query.chars().filter(sign -> sign == '"').count() % 2).as(query).isZero();
              assertThat(query.chars().filter(sign -> sign == '(').count())
                  .as(query)
                  .isEqualTo(query.chars().filter(sign -> sign == ')').count());
            }
          });
    }
  }

  /** Only that nothing is broken: the queries were written with these in sight. */
  @Test
  void it_finds_nearly_all_of_its_own_examples() throws Exception {
    var theme = new HashMap<UUID, String>();
    var said = new ArrayList<Comment>();
    for (var one : BOOK.themes()) {
      one.examples()
          .forEach((language, examples) -> {
            for (var example : examples) {
              var comment = comment(language, example, Optional.empty());
              theme.put(comment.id(), one.key());
              said.add(comment);
            }
          });
    }
    var tags = TAGGER.tags(said);
    for (var endings : Endings.ALL) {
      var own = said.stream().filter(it -> it.language().equals(endings.language())).toList();
      long found = own.stream().filter(it -> themes(tags, it).contains(theme.get(it.id()))).count();
      assertThat((double) found / own.size()).as("%s", endings).isGreaterThan(0.9);
    }
  }

  @Test
  void a_comment_has_three_themes_at_most_and_what_says_nothing_has_none() throws Exception {
    var much =
        comment(
            "en",
            "I have had six social workers, nobody listened, the interpreter did not come, they"
                + " were late again and the report had the wrong birthday in it.",
            Optional.empty());
    var nothing = comment("en", "ok", Optional.empty());
    var tags = TAGGER.tags(List.of(much, nothing));
    assertThat(tags.get(much.id())).hasSize(Tagger.TAGS_MOST);
    assertThat(tags.get(much.id()))
        .isSortedAccordingTo((one, other) -> other.strength() - one.strength());
    assertThat(tags.get(nothing.id())).isEmpty();
    assertThat(TAGGER.tags(List.of())).isEmpty();
  }

  @Test
  void a_rendering_is_sorted_like_english_words_and_a_language_without_queries_by_it_alone()
      throws Exception {
    var rendered = Optional.of(RedactedText.stored("We have had six different social workers."));
    var portuguese = comment("pt", "Já tivemos seis assistentes sociais.", rendered);
    var alone = comment("pt", "Já tivemos seis assistentes sociais.", Optional.empty());
    var tags = TAGGER.tags(List.of(portuguese, alone));
    assertThat(themes(tags, portuguese)).contains("change-of-worker");
    assertThat(tags.get(alone.id())).isEmpty();
  }

  @Test
  void many_at_once_are_sorted_as_each_by_itself() throws Exception {
    var all =
        BOOK.themes().subList(0, 6).stream()
            .map(theme -> comment("en", theme.examples().get("en").getFirst(), Optional.empty()))
            .toList();
    var together = TAGGER.tags(all);
    for (var one : all) {
      assertThat(TAGGER.tags(List.of(one)).get(one.id())).isEqualTo(together.get(one.id()));
    }
  }

  @Test
  void a_book_with_a_mistake_is_refused_with_its_place() {
    assertThatThrownBy(() -> Definition.parse("themes", "themes: [{key: x1}]", ThemeFile.class))
        .hasMessageContaining("themes")
        .hasMessageContaining("means");
    var twice = List.of(BOOK.themes().getFirst(), BOOK.themes().getFirst());
    assertThatThrownBy(() -> new ThemeBook("", twice)).hasMessageContaining("listened-to");
  }

  private static List<String> themes(Map<UUID, List<Tagger.Tag>> tags, Comment comment) {
    return tags.get(comment.id()).stream().map(Tagger.Tag::theme).toList();
  }

  static Comment comment(String language, String words, Optional<RedactedText> english) {
    return new Comment(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "",
        1,
        "",
        language,
        RedactedText.stored(words),
        english,
        new Label("a", Audience.PARENT, "", "", "2026", ""));
  }
}
