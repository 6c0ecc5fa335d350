package org.hearback.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the try-out: it passes as everywhere, and a visitor (or the loading of the sample)
 * moves it. How far it stands from the time of this machine is kept over a restart. Safe for any
 * thread.
 */
final class TryOutClock implements InstantSource {
  private static final InstantSource MACHINE = InstantSource.system();

  private final Path file;
  private volatile Duration ahead;

  /**
   * @param folder where it is kept
   */
  TryOutClock(Path folder) {
    this.file = folder.resolve("clock");
    this.ahead = read(file);
  }

  @Override
  public Instant instant() {
    return MACHINE.instant().plus(ahead);
  }

  /** The time of this machine, which nobody moves. */
  Instant machine() {
    return MACHINE.instant();
  }

  /** Moves to a moment, from which time passes again. */
  synchronized void moveTo(Instant moment) {
    ahead = Duration.between(MACHINE.instant(), moment);
    try {
      var fresh = file.resolveSibling("clock.new");
      Files.writeString(fresh, ahead.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration read(Path file) {
    try {
      return Duration.parse(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
