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
 * -Dstatement=write}, and more in the full run; every day each second one.
 */
class MatrixTest {
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
    var rows = Pairs.rows(Matrix.SIZES).stream().map(Matrix.Row::of).toList();
    matrix.look(writes ? rows : everySecond(rows), false);
    matrix.lookAtOthers(writes ? others() : everySecond(others()));
    assertThat(matrix.faults).isEmpty();
    if (writes) {
      Files.writeString(TESTED, YAML.writeValueAsString(looked()));
    }
  }

  private static <T> List<T> everySecond(List<T> rows) {
    return IntStream.range(0, rows.size()).filter(at -> at % 2 == 0).mapToObj(rows::get).toList();
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
