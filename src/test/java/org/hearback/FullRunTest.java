package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is too long for every change is run often enough. The tag {@code everyday} leaves a test out
 * of the full run, which is about to write what it reads.
 */
class FullRunTest {

  @Test
  @Tag("everyday")
  void the_last_full_run_is_not_far_behind() {
    assertThat(Files.exists(FullRun.FILE))
        .as("%s is missing: run %s", FullRun.FILE, FullRun.COMMAND)
        .isTrue();
    var commits = Git.ask("rev-list", "-n", FullRun.BEHIND_MAX + 1 + "", "HEAD");
    assertThat(commits)
        .as("the history of a clone is needed, and there is no repository here")
        .isPresent();
    assertThat(
            behind(
                FullRun.read(Tree.read(FullRun.FILE)).state(),
                commits.orElseThrow(),
                FullRun::stateOf))
        .as(
            "%s is more than %d commits behind, or the clone is too shallow to tell (git fetch"
                + " --unshallow); run %s",
            FullRun.FILE, FullRun.BEHIND_MAX, FullRun.COMMAND)
        .isPresent();
  }

  @Test
  @Tag("full")
  void a_full_run_is_of_what_is_committed() {
    assertThat(FullRun.isCommitted()).as("commit %s first", FullRun.WATCHED).isTrue();
  }

  @Test
  void a_state_is_found_among_the_commits_or_not() {
    Function<String, Optional<String>> states = commit -> Optional.of("state of " + commit);
    assertThat(behind("state of b", List.of("a", "b", "c"), states)).contains(1);
    assertThat(behind("state of d", List.of("a", "b", "c"), states)).isEmpty();
    assertThat(behind("state of a", List.of("a"), _ -> Optional.empty())).isEmpty();
  }

  @Test
  void what_is_written_is_read_again() {
    var run = new FullRun(LocalDate.of(2026, 11, 24), 512, Duration.ofSeconds(1999), "a b c");
    assertThat(FullRun.read(run.text())).isEqualTo(run);
    assertThatThrownBy(() -> FullRun.read("# nothing")).hasMessageContaining("day");
  }

  /** How many commits were made since one that holds this state. */
  private static Optional<Integer> behind(
      String state, List<String> commits, Function<String, Optional<String>> stateOf) {
    for (int i = 0; i < commits.size(); i++) {
      if (stateOf.apply(commits.get(i)).filter(state::equals).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
