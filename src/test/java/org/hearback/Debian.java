package org.hearback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Programs that tests run: those that are there, or Debian's, installed on the spot when that is
 * allowed. A missing one fails the tests and says what to do; nothing is skipped.
 */
final class Debian {
  private Debian() {}

  /** The executable of a name, which a package of Debian brings. */
  static synchronized Path program(String name, String debianPackage) {
    var there = found(List.of(name));
    if (there.isEmpty()) {
      install("install " + name, debianPackage);
    }
    return found(List.of(name))
        .orElseThrow(
            () -> new IllegalStateException(debianPackage + " was installed without " + name));
  }

  /** The first of these names that is an executable on the path. */
  static Optional<Path> found(List<String> names) {
    return names.stream()
        .flatMap(name ->
            Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Installs packages.
   *
   * @param otherwise what somebody has to do who may not
   */
  static void install(String otherwise, String... packages) {
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      throw new IllegalStateException(
          otherwise + " (Debian: apt-get install " + String.join(" ", packages) + ")");
    }
    run("apt-get", "update");
    var command =
        new java.util.ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
    command.addAll(List.of(packages));
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("failed: " + String.join(" ", command));
      }
    } catch (IOException e) {
      throw new IllegalStateException("failed: " + String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
