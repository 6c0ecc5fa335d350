package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearback.form.Form;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every form in every language, in every way and mode, at every stage: rows in which each two of
 * these meet. All of them are looked at when the accessibility statement is written by {@code
 * -Dstatement=write}, and more in the full run; every day so many of them that each choice comes
 * once.
 */
class MatrixTest {
  /** How often each form, language, way, mode and stage is looked at every day. */
  private static final int TIMES = 1;

  private static final Path TESTED = Path.of("src/main/resources/accessibility/tested.yml");

  private static final YAMLMapper YAML =
      YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  private final Matrix matrix = new Matrix();

  @Test
  void two_of_everything_meet() {
    var rows = Pairs.rows(Matrix.SIZES);
    var met = new HashSet<Pairs.Pair>();
    rows.forEach(row -> met.addAll(Pairs.in(row)));
    assertThat(met).isEqualTo(Pairs.all(Matrix.SIZES));
    assertThat(rows.size()).isLessThan(2 * Matrix.FORMS.size() * Mode.values().length);
  }

  /** Only a look that found nothing is written into the statement. */
  @Test
  @Tag("everyday")
  void each_two_of_form_language_way_mode_and_stage_are_sound_together_and_so_are_the_other_pages()
      throws IOException {
    boolean writes = "write".equals(System.getProperty("statement"));
    var rows = writes ? Pairs.rows(Matrix.SIZES) : some(Pairs.rows(Matrix.SIZES));
    matrix.look(rows.stream().map(Matrix.Row::of).toList(), false);
    matrix.lookAtOthers(writes ? others() : eachOnce(others()));
    assertThat(matrix.faults).isEmpty();
    if (writes) {
      Files.writeString(TESTED, YAML.writeValueAsString(looked()));
    }
  }

  @Test
  void every_day_each_choice_and_each_other_page_comes_once() {
    var some = some(Pairs.rows(Matrix.SIZES));
    for (int list = 0; list < Matrix.SIZES.size(); list++) {
      for (int choice = 0; choice < Matrix.SIZES.get(list); choice++) {
        assertThat(count(some, list, choice))
            .as("choice %d of list %d", choice, list)
            .isGreaterThanOrEqualTo(TIMES);
      }
    }
    assertThat(some.size()).isLessThan(Pairs.rows(Matrix.SIZES).size() / 3);
    assertThat(eachOnce(others()).stream().map(Matrix.Other::path))
        .containsExactlyElementsOf(FaceServer.PATHS);
  }

  /** Takes each time the first of those rows that hold the most of what has not come yet. */
  private static List<int[]> some(List<int[]> rows) {
    var some = new ArrayList<int[]>();
    var left = new ArrayList<>(rows);
    while (left.stream().anyMatch(row -> fresh(row, some) > 0)) {
      var best = left.getFirst();
      for (var row : left) {
        best = fresh(row, some) > fresh(best, some) ? row : best;
      }
      some.add(best);
      left.remove(best);
    }
    return some;
  }

  private static long fresh(int[] row, List<int[]> some) {
    return IntStream.range(0, row.length).filter(at -> count(some, at, row[at]) < TIMES).count();
  }

  private static long count(List<int[]> rows, int list, int choice) {
    return rows.stream().filter(row -> row[list] == choice).count();
  }

  /** Of the three of a page the first, the second or the third in turn. */
  private static List<Matrix.Other> eachOnce(List<Matrix.Other> others) {
    return IntStream.range(0, others.size() / 3)
        .mapToObj(page -> others.get(3 * page + page % 3))
        .toList();
  }

  @Test
  void the_statement_says_what_is_looked_at() throws IOException {
    var written = YAML.readValue(Files.readString(TESTED), Statement.Tested.class);
    assertThat(written)
        .as("%s: look at all pages again and write it with -Dstatement=write", TESTED)
        .usingRecursiveComparison()
        .ignoringFields("on")
        .isEqualTo(looked());
  }

  private static Statement.Tested looked() {
    return new Statement.Tested(
        LocalDate.now(Clock.systemUTC()),
        Pairs.rows(Matrix.SIZES).size() + others().size(),
        List.of(
            "axe with the rules of WCAG 2.2 at levels A and AA and those of good practice",
            "the Nu HTML checker"),
        Matrix.FORMS.stream().map(Form::name).toList(),
        Matrix.LANGUAGES,
        Stream.of(Mode.values()).map(it -> it.called).toList());
  }

  /** Each page on a phone, on a desk, from the left and from the right; and once in turn. */
  private static List<Matrix.Other> others() {
    var rows = new ArrayList<Matrix.Other>();
    for (int turn = 0; turn < FaceServer.PATHS.size(); turn++) {
      var path = FaceServer.PATHS.get(turn);
      rows.add(new Matrix.Other(path, turn % 2 == 0 ? "ar" : "en", Mode.PHONE_SCREEN));
      rows.add(new Matrix.Other(path, turn % 2 == 0 ? "en" : "ar", Mode.DESK_SCREEN));
      rows.add(
          new Matrix.Other(
              path,
              Matrix.LANGUAGES.get(turn * 2 % Matrix.LANGUAGES.size()),
              Mode.values()[turn % Mode.values().length]));
    }
    return rows;
  }
}
