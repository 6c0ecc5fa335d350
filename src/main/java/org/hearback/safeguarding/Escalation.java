package org.hearback.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;

/**
 * Which step is due for what waits. People are asked while the desk is open; out of hours only a
 * red one goes out, to whoever agreed to be asked then, and what is overdue. Pure.
 *
 * @param night whether somebody is asked while the desk is closed
 */
record Escalation(OfficeHours hours, boolean night) {
  /** Alerts about answers by open links go out at most so often: anybody can send many. */
  static final Duration OPEN_LINK_EVERY = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The steps that should have been taken by now and were not. */
  Set<Step> due(Waiting waiting, Instant now) {
    var due = EnumSet.noneOf(Step.class);
    boolean open = hours.open(now);
    if (!waiting.owned() && open) {
      due.add(Step.FIRST);
      if (!now.isBefore(Due.half(waiting.level(), waiting.dueAt(), hours))) {
        due.add(Step.HALF);
      }
    }
    if (!waiting.owned() && !open && night && waiting.level() == Level.RED) {
      due.add(Step.NIGHT);
    }
    if (waiting.dueAt().isBefore(now)) {
      due.add(Step.OVERDUE);
    }
    due.removeAll(waiting.taken());
    return due;
  }

  /** For how long a step has been due that was not taken; nothing while that is not long. */
  Duration late(Waiting waiting, Instant now) {
    var late =
        due(waiting, now).stream()
            .map(step -> since(step, waiting, now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    var patience = waiting.byOpenLink() ? PATIENCE.plus(OPEN_LINK_EVERY) : PATIENCE;
    return late.compareTo(patience) > 0 ? late : Duration.ZERO;
  }

  /** For how long the desk was open while nobody dealt with it. */
  Duration waited(Waiting waiting, Instant now) {
    return Due.worked(Due.begin(waiting.level(), waiting.dueAt(), hours), now, hours);
  }

  private Duration since(Step step, Waiting waiting, Instant now) {
    return switch (step) {
      case NIGHT -> Duration.ZERO; // nothing tells when the desk closed on it
      case FIRST -> waited(waiting, now);
      case HALF -> Due.worked(Due.half(waiting.level(), waiting.dueAt(), hours), now, hours);
      case OVERDUE -> Duration.between(waiting.dueAt(), now);
    };
  }
}
