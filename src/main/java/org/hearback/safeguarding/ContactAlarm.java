package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.Screen;
import org.hearback.answer.ContactMe;

/**
 * Whoever asks to be contacted may say what cannot wait for three working days. The mailbox is not
 * the duty desk, so those on duty are told to look into it, as they are of an answer: by every way,
 * at night the night contact too, and without a word of it. Safe for any thread.
 */
@Singleton
final class ContactAlarm {
  private static final String SAID =
      "Somebody asked to be contacted and may be in danger. Please read it now in the mailbox that"
          + " takes such requests; ";

  private final Recipients recipients;
  private final AlertPost post;
  private final NightContact night;
  private final OfficeHours hours;

  ContactAlarm(Recipients recipients, AlertPost post, NightContact night, OfficeHours hours) {
    this.recipients = recipients;
    this.post = post;
    this.night = night;
    this.hours = hours;
  }

  /** Whether a person must read it sooner than was promised; also where that cannot be told. */
  boolean isNeeded(ContactMe asked) {
    try {
      var said = asked.about() + "\n" + asked.when();
      return Screen.level(said, asked.language()) != Level.NONE;
    } catch (RuntimeException _) {
      return true;
    }
  }

  /**
   * Tells them.
   *
   * @return false where there is somebody to tell and nobody could be
   */
  boolean ring(String language, String mailbox, Instant now) {
    var to = new LinkedHashSet<>(recipients.of(Step.FIRST, Optional.of(language), now));
    if (!hours.open(now) && night.agreed()) {
      to.add(night.recipient());
    }
    return to.isEmpty() || post.now(to, SAID + mailbox + ".", now);
  }
}
