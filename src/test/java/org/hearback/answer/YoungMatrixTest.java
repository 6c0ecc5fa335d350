package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole product of the forms of children and young people; of all others in {@link
 * GrownMatrixTest}, beside this one on a second core.
 */
@Tag("full")
class YoungMatrixTest {
  private final Matrix matrix = new Matrix();

  @Test
  void every_form_is_sound_in_every_language_and_mode() throws IOException {
    matrix.look(Matrix.everyRow(Matrix.FORMS.stream().filter(Matrix::isYoung).toList()), true);
    assertThat(matrix.faults).isEmpty();
  }
}
