package org.hearback;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    return named.or(() -> Debian.found(NAMES)).orElseGet(Chromium::installed);
  }

  private static Path installed() {
    Debian.install(
        "no browser: install Chromium, or name one in CHROMIUM", "chromium", "fonts-noto-core");
    return Debian.found(NAMES)
        .orElseThrow(() -> new IllegalStateException("chromium was installed and is not there"));
  }
}
