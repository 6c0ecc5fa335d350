package org.hearback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The real browser of the tests: the one that is there, or Debian's, installed on the spot when
 * that is allowed. A missing browser fails the tests and says what to do; nothing is skipped.
 */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private Chromium() {}

  /** The executable; {@code CHROMIUM} in the environment wins. */
  public static synchronized Path path() {
    var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
    return named.or(Chromium::found).orElseGet(Chromium::installed);
  }

  private static Optional<Path> found() {
    return NAMES.stream()
        .flatMap(name ->
            List.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":")).stream()
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path installed() {
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      throw new IllegalStateException(
          "no browser: install Chromium (Debian: apt-get install chromium), or name one in"
              + " CHROMIUM");
    }
    run("apt-get", "update");
    run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core");
    return found()
        .orElseThrow(() -> new IllegalStateException("chromium was installed and is not there"));
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
