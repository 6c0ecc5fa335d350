package org.hearback.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Holds back whoever would answer by an open link again and again, and a flood. A device carries
 * its own count for a day, signed; nothing about it is kept here, so a browser that forgets is
 * counted afresh. Against more than that stand the limit of a link in an hour, on each node, and
 * that open answers leave in batches of their own. Safe for any thread.
 */
final class Doorkeeper {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final Pattern NOTE =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,3})\\.([A-Za-z0-9_-]{20,60})");

  private final PageKeys keys;
  private final InstantSource clock;
  private final int deviceDaily;
  private final HourlyCount hours;

  /**
   * @param deviceDaily answers that one device may send by one open link in a day
   * @param hourly answers that one open link takes in an hour, on each node
   */
  Doorkeeper(PageKeys keys, InstantSource clock, int deviceDaily, int hourly) {
    this.keys = keys;
    this.clock = clock;
    this.deviceDaily = deviceDaily;
    this.hours = new HourlyCount(clock, hourly);
  }

  /**
   * Whether a form is given out.
   *
   * @param note what this device has carried since its last answer; empty at the first
   */
  boolean lets(Door door, String note) {
    return (door.tablet() || count(door, note) < deviceDaily) && !isBusy(door);
  }

  /** Whether this link has taken as much as it takes in an hour. */
  boolean isBusy(Door door) {
    return hours.isFull(door.secret().hash().hex());
  }

  /** Counts an answer; what the device carries from now on. */
  String counted(Door door, String note) {
    hours.add(door.secret().hash().hex());
    int count = count(door, note) + 1;
    return today() + "." + count + "." + signature(door, today(), count);
  }

  /** None where the note is of another day or link, or not ours. */
  private int count(Door door, String note) {
    var parts = NOTE.matcher(note);
    if (!parts.matches() || Long.parseLong(parts.group(1)) != today()) {
      return 0;
    }
    int count = Integer.parseInt(parts.group(2));
    var ours = signature(door, today(), count).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(ours, parts.group(3).getBytes(StandardCharsets.US_ASCII))
        ? count
        : 0;
  }

  private String signature(Door door, long day, int count) {
    var said = "device " + door.secret().hash().hex() + " " + day + " " + count;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(keys.sign(said.getBytes(StandardCharsets.US_ASCII)));
  }

  private long today() {
    return clock.instant().getEpochSecond() / DAY;
  }
}
