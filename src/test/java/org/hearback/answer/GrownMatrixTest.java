package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole product of the forms of grown-ups, and of the pages that are no forms. */
@Tag("full")
class GrownMatrixTest {
  private final Matrix matrix = new Matrix();

  @Test
  void every_form_is_sound_in_every_language_and_mode() throws IOException {
    matrix.look(
        Matrix.everyRow(Matrix.FORMS.stream().filter(form -> !Matrix.isYoung(form)).toList()),
        true);
    assertThat(matrix.faults).isEmpty();
  }

  @Test
  void every_other_page_is_sound_in_every_language_and_mode() {
    var all = new ArrayList<Matrix.Other>();
    for (var mode : Mode.values()) {
      for (var language : Matrix.LANGUAGES) {
        FaceServer.PATHS.forEach(path -> all.add(new Matrix.Other(path, language, mode)));
      }
    }
    matrix.lookAtOthers(all);
    assertThat(matrix.faults).isEmpty();
  }
}
