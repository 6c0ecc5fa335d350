package org.hearback.answer;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much came in this hour at each of several doors, on this node; a bound on floods, forgotten
 * with the hour. Safe for any thread.
 */
final class HourlyCount {
  private static final long HOUR = 3_600;

  private final InstantSource clock;
  private final int most;
  private final Map<String, Hour> hours = new ConcurrentHashMap<>();

  private record Hour(long hour, int sent) {}

  HourlyCount(InstantSource clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** Whether as much came in as is taken in an hour. */
  boolean isFull(String door) {
    var hour = hours.get(door);
    return hour != null && hour.hour() == now() && hour.sent() >= most;
  }

  void add(String door) {
    long now = now();
    hours.merge(
        door,
        new Hour(now, 1),
        (before, one) -> before.hour() == now ? new Hour(now, before.sent() + 1) : one);
  }

  private long now() {
    return clock.instant().getEpochSecond() / HOUR;
  }
}
