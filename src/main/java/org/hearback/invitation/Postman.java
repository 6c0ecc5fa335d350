package org.hearback.invitation;

import java.util.UUID;

/**
 * Carries one text message. Exactly one is active. It does not throw: what went wrong is its
 * answer, since who asks must know whether the message may have left. Called by one thread at a
 * time.
 */
public interface Postman {

  /** Kept with a delivery, at most 20 characters. */
  String name();

  /** Whether there is anything to send with; if not, everything waits. */
  default boolean open() {
    return true;
  }

  /**
   * Sends.
   *
   * @param delivery a random id that may be told to the carrier
   * @param phone in E.164
   */
  Outcome send(UUID delivery, String phone, String text);

  /** What became of a message. */
  sealed interface Outcome {
    /** It was taken. */
    record Sent() implements Outcome {}

    /** It did not leave, and for this number it never will. */
    record Refused() implements Outcome {}

    /** It did not leave; another try may help. */
    record Failed() implements Outcome {}

    /** It may have left. */
    record Unknown() implements Outcome {}

    /**
     * Nothing leaves now, whoever it is for: a wrong key or template, a limit. It does not count
     * against the invitation.
     *
     * @param why for the operator; holds nothing of the message
     */
    record Closed(String why) implements Outcome {}
  }
}
