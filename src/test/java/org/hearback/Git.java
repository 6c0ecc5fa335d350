package org.hearback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git about the repository that the tests run in. */
final class Git {
  private Git() {}

  /** What git answers, line by line; empty when it refuses, as where there is no repository. */
  static Optional<List<String>> ask(String... words) {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(answer.lines().toList()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("git is not installed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
