package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index says of answers, without a database. */
class TrendsTest {
  private static final ServiceAreas AREAS =
      new ServiceAreas(Map.of("north", "council", "south", "council"), "council");
  private static final String CHANGES = "we had a new social worker again";

  private final List<Comment> comments = new ArrayList<>();
  private CommentIndex index;

  @BeforeEach
  void open(@TempDir Path folder) {
    var documents = new Documents(AREAS, ThemeFile.tagger());
    index = new CommentIndex(new IndexFolder(folder), () -> documents);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void comments_of_an_answer_are_one_answer_wherever_they_lie_in_the_index() {
    var first = say(UUID.randomUUID(), CHANGES, "2026-08", "north");
    var second = say(UUID.randomUUID(), "ok", "2026-Q3", "north");
    say(UUID.randomUUID(), CHANGES, "2026", "south");
    build();
    say(first, CHANGES, "2026-08", "north");
    say(second, CHANGES, "2026-Q3", "north");
    index.take(new Step(List.copyOf(comments), List.of(), new Position(2, ""), true));
    var counts = counts(Set.of());
    assertThat(counts.answers()).isEqualTo(3);
    assertThat(counts.undated()).isEqualTo(1);
    assertThat(counts.quarters()).containsExactly(Map.entry("2026-Q3", 2));
    assertThat(counts.themes()).containsEntry("change-of-worker", 3);
    assertThat(counts.saying("change-of-worker", "2026-Q3")).isEqualTo(2);
  }

  @Test
  void what_was_taken_out_and_what_lies_elsewhere_is_not_counted() {
    say(UUID.randomUUID(), CHANGES, "2026-08", "north");
    var taken = comments.getFirst().id();
    say(UUID.randomUUID(), CHANGES, "2026-08", "south");
    build();
    index.take(new Step(List.of(), List.of(taken), new Position(2, ""), true));
    assertThat(counts(Set.of()).quarters()).containsExactly(Map.entry("2026-Q3", 1));
    assertThat(counts(Set.of("north")).answers()).isZero();
    assertThat(counts(Set.of("south")).answers()).isEqualTo(1);
  }

  @Test
  void an_empty_index_counts_nothing_and_has_no_words() {
    build();
    assertThat(counts(Set.of())).isEqualTo(Heard.counts(List.of()));
    var outcome = words("late", Filter.none(), Set.of());
    assertThat(outcome.here()).isZero();
    assertThat(outcome.languages()).singleElement().returns(false, Marked::possible);
  }

  @Test
  void words_are_compared_with_what_the_asker_may_see_and_with_nothing_else() {
    for (int i = 0; i < 20; i++) {
      say(UUID.randomUUID(), "the taxi was late", "2026-08", "north");
      say(UUID.randomUUID(), "the meeting was late", "2026-05", "north");
      say(UUID.randomUUID(), "the taxi was late", "2026-05", "south");
    }
    build();
    var summer = new Filter("", "", "", "2026-Q3", "", "");
    var north = words("late", summer, Set.of("north"));
    assertThat(north.there()).isEqualTo(20);
    assertThat(forms(north)).containsExactly("taxi");
    assertThat(forms(words("late", summer, Set.of("south")))).isEmpty();
    assertThat(forms(words("taxi", summer, Set.of("north")))).as("asked for").isEmpty();
  }

  @Test
  void an_answer_that_is_found_by_one_comment_is_found_with_all_its_words() {
    for (int i = 0; i < 20; i++) {
      var found = say(UUID.randomUUID(), "the taxi was late", "2026-08", "north");
      say(found, "a puppy helped", "2026-08", "north");
      var other = say(UUID.randomUUID(), "the meeting was good", "2026-08", "north");
      say(other, "the meeting again", "2026-08", "north");
    }
    build();
    var late = words("late", Filter.none(), Set.of());
    assertThat(late.here()).isEqualTo(20);
    assertThat(late.found()).isEqualTo(new MarkingWords.Answered(20, 20));
    assertThat(late.there()).isEqualTo(40);
    assertThat(late.others()).isEqualTo(new MarkingWords.Answered(20, 20));
    var marked = late.languages().getFirst();
    assertThat(marked).returns(20, Marked::here).returns(20, Marked::there);
    assertThat(forms(late)).containsExactlyInAnyOrder("taxi", "puppy", "helped");
    assertThat(marked.words())
        .allSatisfy(word -> {
          assertThat(word.here()).isEqualTo(new Share(20, 20));
          assertThat(word.there()).isEqualTo(new Share(0, 20));
        });
  }

  @Test
  void of_too_many_answers_some_are_read_and_each_of_them_whole() {
    int answers = MarkingWords.HERE_MOST;
    for (int i = 0; i < answers; i++) {
      var one = say(UUID.randomUUID(), "late", "2026-08", "north");
      say(one, "taxi", "2026-08", "north");
    }
    for (int i = 0; i < 20; i++) {
      say(UUID.randomUUID(), "good", "2026-08", "north");
    }
    build();
    var late = words("late", Filter.none(), Set.of());
    assertThat(late.found()).isEqualTo(new MarkingWords.Answered(answers, answers / 2));
    var taxi = late.languages().getFirst().words().getFirst();
    assertThat(taxi.form()).isEqualTo("taxi");
    assertThat(taxi.here()).isEqualTo(new Share(answers / 2, answers / 2));
  }

  private void build() {
    index.rebuild(
        List.of(List.copyOf(comments)).iterator(), 0, new Position(1, ""), _ -> Optional.empty());
    comments.clear();
  }

  private ThemeCounts counts(Set<String> areas) {
    return new Trends(index).counts(Filter.none(), staff(areas));
  }

  private MarkingWords.Outcome words(String words, Filter filter, Set<String> areas) {
    return new MarkingWords(index, SearchTest.NO_KEYS, mock(Reports.class), Meaning.NONE)
        .of(words, filter, staff(areas));
  }

  private static List<String> forms(MarkingWords.Outcome outcome) {
    return outcome.languages().getFirst().words().stream().map(Marked.Word::form).toList();
  }

  private static Staff staff(Set<String> areas) {
    return new Staff(new UUID(0, 1), "a", "A", Set.of(Role.ANALYST), areas, Set.of());
  }

  private UUID say(UUID response, String words, String period, String area) {
    comments.add(
        new Comment(
            UUID.randomUUID(),
            response,
            "",
            1,
            "",
            "en",
            RedactedText.stored(words),
            Optional.empty(),
            new Label(area, Audience.PARENT, "", "", period, "en")));
    return response;
  }
}
