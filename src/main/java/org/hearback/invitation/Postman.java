package org.hearback.invitation;

import java.util.UUID;

/**
 * Carries messages of one kind. At most one is active for each kind; {@link Postmen} refuses more.
 * It does not throw: what went wrong is its answer, since who asks must know whether the message
 * may have left. Called by one thread at a time.
 */
public sealed interface Postman {

  /** Kept with a delivery, at most 20 characters. */
  String name();

  /** Whether there is anything to send with; if not, everything waits. */
  default boolean open() {
    return true;
  }

  /** Carries text messages. */
  non-sealed interface OfTexts extends Postman {
    /**
     * Sends.
     *
     * @param delivery a random id that may be told to the carrier
     */
    Outcome send(UUID delivery, Message.Text text);
  }

  /** Carries e-mails. */
  non-sealed interface OfMail extends Postman {
    /**
     * Sends.
     *
     * @param delivery a random id that may be told to the carrier
     */
    Outcome send(UUID delivery, Message.Mail mail);
  }

  /** Has letters printed and posted. */
  non-sealed interface OfLetters extends Postman {
    /**
     * Sends.
     *
     * @param delivery a random id that may be told to the printer
     */
    Outcome send(UUID delivery, Message.Letter letter);
  }

  /** What became of a message. */
  sealed interface Outcome {
    /** It was taken. */
    record Sent() implements Outcome {}

    /** It did not leave, and to this number or address it never will. */
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
