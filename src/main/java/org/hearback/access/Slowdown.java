package org.hearback.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Makes guessing slow: after five failures in a row a name has to wait, a minute at first and then
 * twice as long each time, up to an hour. Kept in memory, on each node for itself; names that
 * nobody has are treated the same.
 */
@Singleton
final class Slowdown {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final int DOUBLINGS_MAX = 6;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  // Guessing with ever new names must not fill the memory; the oldest is forgotten first.
  private static final int NAMES_MAX = 10_000;

  private final InstantSource clock;
  private final SequencedMap<String, Failures> byName =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > NAMES_MAX;
        }
      };

  private record Failures(int count, Instant waitUntil) {}

  Slowdown(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean mustWait(String name) {
    var failures = byName.get(key(name));
    return failures != null && clock.instant().isBefore(failures.waitUntil());
  }

  synchronized void failed(String name) {
    var before = byName.remove(key(name));
    int count = before == null ? 1 : before.count() + 1;
    byName.put(key(name), new Failures(count, clock.instant().plus(wait(count))));
  }

  synchronized void succeeded(String name) {
    byName.remove(key(name));
  }

  private static Duration wait(int count) {
    if (count < FREE) {
      return Duration.ZERO;
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, DOUBLINGS_MAX));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static String key(String name) {
    return name.length() > 80 ? "" : name.toLowerCase(Locale.ROOT);
  }
}
