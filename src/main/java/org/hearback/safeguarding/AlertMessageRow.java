package org.hearback.safeguarding;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;

/**
 * An alert that has to be sent.
 *
 * @param dueAt of the most urgent that it is about, in UTC
 * @param tries how often it could not be sent
 */
@Introspected
record AlertMessageRow(String recipient, String way, LocalDateTime dueAt, int tries) {
  Recipient to() {
    return new Recipient(recipient, Recipient.Way.of(way));
  }
}
