package org.hearback.safeguarding;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.anonymity.Level;

/**
 * A flagged answer that waits, as stored.
 *
 * @param byOpenLink 1 where nobody was asked, else 0: the server computes it, and tells no type
 * @param taken the numbers of steps taken, separated by commas
 */
@Introspected
record WaitingRow(
    UUID envelope, String level, LocalDateTime dueAt, String owner, int byOpenLink, String taken) {

  Waiting waiting() {
    var numbers = Arrays.asList(taken.split(","));
    return new Waiting(
        envelope,
        level.equals("red") ? Level.RED : Level.AMBER,
        dueAt.toInstant(ZoneOffset.UTC),
        !owner.isEmpty(),
        byOpenLink != 0,
        Arrays.stream(Step.values())
            .filter(step -> numbers.contains(Integer.toString(step.number())))
            .collect(Collectors.toSet()));
  }
}
