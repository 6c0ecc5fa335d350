package org.hearback.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;

/** Whoever adds and subtracts finds what a table without rules gives away, and nothing in ours. */
class ToldTest {
  private static final ServiceAreas AREAS =
      new ServiceAreas(Map.of("a", "council", "b", "council", "leaf", "a"), "council");

  private final List<Map<String, String>> asked = new ArrayList<>();

  @Test
  void what_is_left_when_a_part_is_taken_from_all_is_found() {
    ask(30, "text", "leaf");
    ask(1, "letter", "b");
    var told = told(row("council", "all", "", 21), row("council", "way", "text", 20));
    assertThat(asked.stream().filter(told::answered)).containsExactly(asked.getLast());
    assertThat(asked.stream().filter(told::silent)).isEmpty();
  }

  @Test
  void who_cannot_be_among_them_is_found() {
    ask(30, "text", "leaf");
    ask(15, "letter", "b");
    var told = told(row("council", "all", "", 20), row("a", "all", "", 20));
    assertThat(asked.stream().filter(told::silent)).hasSize(15).doesNotContain(asked.getFirst());
    assertThat(told.small()).as("by way and in language, group and area").isEqualTo(3);
  }

  @Test
  void fives_of_ten_and_more_tell_nothing() {
    ask(40, "text", "leaf");
    ask(30, "letter", "b");
    var rows =
        List.of(
            new Told.Row("2026-Q3", "council", "all", "", 25, 2),
            new Told.Row("2026-Q3", "a", "all", "", 15, 2),
            new Told.Row("2026-Q3", "council", "way", "text", 15, 2));
    var told = new Told(AREAS, asked, rows);
    assertThat(asked).noneMatch(told::answered).noneMatch(told::silent);
    assertThat(told.small()).isZero();
  }

  @Test
  void the_planted_table_tells_of_whoever_is_alone() {
    ask(30, "text", "leaf");
    ask(1, "letter", "b");
    var last = asked.getLast().get("id");
    var first = asked.stream().limit(9).map(one -> one.get("id")).collect(Collectors.toSet());
    assertThat(planted(Set.of(last)).answered(asked.getLast())).isTrue();
    assertThat(planted(first).silent(asked.getLast())).isTrue();
    assertThat(planted(first).small()).isEqualTo(3);
  }

  @Test
  void a_table_of_others_is_refused() {
    ask(5, "text", "leaf");
    assertThatThrownBy(() -> told(row("council", "all", "", 20)))
        .hasMessageContaining("what cannot be");
  }

  private Told planted(Set<String> answered) {
    return new Told(AREAS, asked, Told.planted(AREAS, asked, answered));
  }

  private Told told(Told.Row... rows) {
    return new Told(AREAS, asked, List.of(rows));
  }

  private static Told.Row row(String area, String split, String part, int people) {
    return new Told.Row("2026-Q3", area, split, part, people, 0);
  }

  private void ask(int people, String way, String area) {
    for (int person = 0; person < people; person++) {
      asked.add(
          Map.of(
              "id", "person-" + asked.size(),
              "state", "sent",
              "month", "2026-08",
              "area", area,
              "audience", "PARENT",
              "channel", way,
              "language", "en"));
    }
  }
}
