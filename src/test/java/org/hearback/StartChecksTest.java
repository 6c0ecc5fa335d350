package org.hearback;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.hearback.access.StaffList;
import org.hearback.form.Contents;
import org.hearback.form.Recordings;
import org.hearback.form.Words;
import org.hearback.journey.VaultKey;
import org.hearback.safeguarding.KeyJob;
import org.hearback.theme.IndexFolder;
import org.junit.jupiter.api.Test;

class StartChecksTest {
  private final Contents contents = mock(Contents.class);
  private final Recordings recordings = mock(Recordings.class);
  private final IndexFolder index = mock(IndexFolder.class);
  private final StartChecks checks =
      new StartChecks(
          mock(StaffList.class),
          mock(Words.class),
          contents,
          recordings,
          true,
          mock(VaultKey.class),
          mock(KeyJob.class),
          index);

  @Test
  void words_that_the_linter_refuses_forbid_a_start_and_are_said() {
    when(contents.problems()).thenReturn(List.of("“Well done!” shouts.", "Another."));
    assertThatThrownBy(() -> checks.check(false))
        .isInstanceOf(StartRefused.class)
        .hasMessage("“Well done!” shouts.\nAnother.");
  }

  @Test
  void a_try_out_starts_with_them_as_its_preview_is_where_they_are_mended() {
    when(contents.problems()).thenReturn(List.of("“Well done!” shouts."));
    assertThatCode(() -> checks.check(true)).doesNotThrowAnyException();
    when(contents.problems()).thenReturn(List.of());
    assertThatCode(() -> checks.check(false)).doesNotThrowAnyException();
  }

  @Test
  void a_folder_of_recordings_that_is_not_there_is_said() {
    when(recordings.problem()).thenReturn(Optional.of("no folder"));
    assertThatThrownBy(() -> checks.check(true))
        .isInstanceOf(StartRefused.class)
        .hasMessage("no folder");
  }

  @Test
  void a_folder_of_the_index_that_another_process_has_is_said() {
    doThrow(new IllegalStateException("another process has it")).when(index).take();
    assertThatThrownBy(() -> checks.check(true))
        .isInstanceOf(StartRefused.class)
        .hasMessage("hearback.index.folder: another process has it");
  }
}
