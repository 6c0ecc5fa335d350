package org.hearback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last time that everything was run, as {@code src/doc/full-run.md} has it.
 *
 * @param state what was run: git's tree hashes of {@link #WATCHED}
 */
record FullRun(LocalDate day, int tests, Duration took, String state) {
  static final Path FILE = Path.of("src/doc/full-run.md");
  static final String COMMAND = "mvn -B -ntp -Pfull clean verify";
  static final int BEHIND_MAX = 30;
  static final List<String> WATCHED = List.of("src/main", "forms", "i18n");

  private static final Pattern CELL = Pattern.compile("(?m)^\\| (\\w+) \\| (.+) \\|$");

  /** The state of a commit; empty where it lacks one of the folders, or there is no such commit. */
  static Optional<String> stateOf(String commit) {
    var words =
        Stream.concat(
            Stream.of("rev-parse"), WATCHED.stream().map(folder -> commit + ":" + folder));
    return Git.ask(words.toArray(String[]::new)).map(hashes -> String.join(" ", hashes));
  }

  /** Whether the watched folders hold anything that is not committed. */
  static boolean isCommitted() {
    var words = Stream.concat(Stream.of("status", "--porcelain", "--"), WATCHED.stream());
    return Git.ask(words.toArray(String[]::new)).map(List::isEmpty).orElse(false);
  }

  static FullRun read(String text) {
    return new FullRun(
        LocalDate.parse(cell(text, "day")),
        Integer.parseInt(cell(text, "tests")),
        Duration.ofSeconds(Long.parseLong(cell(text, "seconds"))),
        cell(text, "state").replace("`", ""));
  }

  String text() {
    return """
    # The full run

    Written by `%s`, which runs what is too long for every change as well. `FullRunTest` fails when
    `%s` as run here is more than %d commits behind.

    | what | value |
    |---|---|
    | day | %s |
    | tests | %d |
    | failed | 0 |
    | skipped | 0 |
    | seconds | %d |
    | state | `%s` |

    The state can be compared with `git rev-parse %s`.
    """
        .formatted(
            COMMAND,
            String.join(" ", WATCHED),
            BEHIND_MAX,
            day,
            tests,
            took.toSeconds(),
            state,
            String.join(" ", WATCHED.stream().map("HEAD:"::concat).toList()));
  }

  private static String cell(String text, String name) {
    return CELL.matcher(text)
        .results()
        .filter(found -> found.group(1).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(FILE + " has no line for " + name))
        .group(2);
  }
}
