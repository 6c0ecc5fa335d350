package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the scripts that an operator runs, run as they would. */
final class Script {
  private Script() {}

  /** How it ended, and all it said. */
  record Ran(int code, String said) {
    /** It did what it was asked. */
    String well() {
      assertThat(code).as(said).isZero();
      return said;
    }

    /** It refused, for this reason. */
    void refused(String reason) {
      assertThat(said).contains(reason);
      assertThat(code).as(said).isNotZero();
    }
  }

  /** Runs it with this added to the environment. */
  static Ran run(Map<String, String> environment, String... command) throws Exception {
    return run(environment, "", List.of(command));
  }

  /** The same, with something to read. */
  static Ran run(Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of("target/scripts"));
    var said = Files.createTempFile(folder, "run", ".out");
    var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    try (var out = process.outputWriter()) {
      out.write(input);
    }
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("it does not end: " + command.getFirst());
    }
    return new Ran(process.exitValue(), Files.readString(said));
  }
}
