package org.hearback.safeguarding;

import java.time.Instant;
import java.util.UUID;
import org.hearback.access.Role;

/**
 * One request to find out who sent an answer. Two people in two roles open it; one alone may in
 * immediate danger, and then an alarm goes out. However it was opened, somebody gives account.
 *
 * @param askedAs the role in which it was asked for, {@link Role#READER} or {@link Role#LEAD}
 * @param alone opened, or to be opened, by one person
 */
record Unlock(
    UUID id,
    UUID envelope,
    UnlockReason reason,
    String askedBy,
    Role askedAs,
    boolean alone,
    Status status) {

  /** How far it has come. */
  sealed interface Status {
    /** Waits for a second person. */
    record Asked(Instant lapsesAt) implements Status {}

    /**
     * Whoever asked and whoever let it be opened can see who sent the answer.
     *
     * @param opener the second person, or the one who did it alone
     */
    record Open(String opener, Instant shutsAt, Instant accountDue) implements Status {}

    /** Nobody can see it any more; account has to be given. */
    record Shut(String opener, Instant accountDue) implements Status {}

    /**
     * Nothing is to be done any more.
     *
     * @param how {@code refused}, {@code lapsed} or {@code accounted}
     */
    record Over(String how) implements Status {}
  }

  /** The role in which somebody else may decide. */
  Role otherRole() {
    return askedAs == Role.READER ? Role.LEAD : Role.READER;
  }
}
