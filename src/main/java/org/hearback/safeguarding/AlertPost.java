package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.invitation.Postman;
import org.hearback.invitation.StaffPost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the alerts that have to be sent, each held by one node while it does. One that fails waits
 * for its next try and holds up no other. After a crash between sending and the note of it an alert
 * goes a second time: better than never.
 */
@Singleton
final class AlertPost {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPost.class);
  private static final Duration HELD = Duration.ofMinutes(3);
  private static final int WAIT_MINUTES_MOST = 15;

  private final AlertRows rows;
  private final AlertSteps steps;
  private final StaffList staff;
  private final StaffPost post;
  private final Webhook webhook;
  private final NightContact night;
  private final AlertWords words;

  AlertPost(
      AlertRows rows,
      AlertSteps steps,
      StaffList staff,
      StaffPost post,
      Webhook webhook,
      NightContact night,
      AlertWords words) {
    this.rows = rows;
    this.steps = steps;
    this.staff = staff;
    this.post = post;
    this.webhook = webhook;
    this.night = night;
    this.words = words;
  }

  void send(Instant now) {
    for (var message : rows.unsent(AlertSteps.utc(now))) {
      try {
        send(message, now);
      } catch (RuntimeException e) {
        LOG.error("an alert could not be sent: {}", e.getClass().getName());
      }
    }
  }

  /**
   * Sends the same words to each of them at once; nothing is noted, and nothing tried again.
   *
   * @return whether it left to one of them at least
   */
  boolean now(Collection<Recipient> to, String said, Instant now) {
    boolean left = false;
    for (var one : to) {
      left |= hand(one, said, "waiting", now, now) instanceof Postman.Outcome.Sent;
    }
    return left;
  }

  private void send(AlertMessageRow message, Instant now) {
    var to = message.to();
    var holder = UUID.randomUUID();
    if (!steps.hold(to, holder, now, now.plus(HELD))) {
      return;
    }
    var due = message.dueAt().toInstant(ZoneOffset.UTC);
    boolean asleep = to.who().equals(Recipient.NIGHT);
    var said = asleep ? words.atNight() : words.text(due, now);
    var outcome = hand(to, said, words.what(due, now), due, now);
    if (outcome instanceof Postman.Outcome.Sent) {
      rows.sent(to.who(), message.way(), holder);
      return;
    }
    var why = outcome instanceof Postman.Outcome.Closed(var reason) ? reason : "it was not taken";
    LOG.warn("an alert by {} waits for its next try: {}", message.way(), why);
    long minutes = Math.min(WAIT_MINUTES_MOST, 1L << Math.min(message.tries(), 4));
    var next = now.plus(Duration.ofMinutes(minutes));
    rows.failed(to.who(), message.way(), holder, AlertSteps.utc(now), AlertSteps.utc(next));
  }

  private Postman.Outcome hand(Recipient to, String said, String what, Instant due, Instant now) {
    if (to.way() == Recipient.Way.WEBHOOK) {
      return webhook.configured()
          ? webhook.send(what, due, now)
          : new Postman.Outcome.Sent(); // taken out of the configuration since
    }
    boolean mail = to.way() == Recipient.Way.EMAIL;
    var reach = to.who().equals(Recipient.NIGHT) ? night.reach() : reach(to, mail);
    if (reach.isBlank()) {
      return new Postman.Outcome.Sent(); // has left, or is not to be reached by this way any more
    }
    return mail ? post.mail(reach, AlertWords.SUBJECT, said) : post.text(reach, said);
  }

  private String reach(Recipient to, boolean mail) {
    Optional<Staff> person = staff.byId(UUID.fromString(to.who()));
    return person.map(it -> mail ? it.email() : it.phone()).orElse("");
  }
}
