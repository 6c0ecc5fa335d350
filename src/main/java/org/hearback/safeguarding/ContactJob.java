package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hearback.answer.ContactMe;
import org.hearback.answer.Reach;
import org.hearback.answer.Route;
import org.hearback.answer.Routes;
import org.hearback.answer.Seal;
import org.hearback.answer.SealKey;
import org.hearback.answer.Week;
import org.hearback.invitation.Postman;
import org.hearback.invitation.StaffPost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails to the council who asked to be contacted, and deletes it here at once; after that the mail
 * alone holds it. Several nodes may run it at once. What did not leave, or may not have left, is
 * tried again at the next run: a second mail does less harm than none.
 */
@Singleton
public class ContactJob {
  private static final Logger LOG = LoggerFactory.getLogger(ContactJob.class);
  private static final Duration HELD = Duration.ofMinutes(5);

  private final ContactRequestRows rows;
  private final ContactWaiting waiting;
  private final WeekKeys keys;
  private final Seal seal;
  private final Routes routes;
  private final StaffPost post;
  private final ContactAlarm alarm;
  private final InstantSource clock;

  ContactJob(
      ContactRequestRows rows,
      ContactWaiting waiting,
      WeekKeys keys,
      Seal seal,
      Routes routes,
      StaffPost post,
      ContactAlarm alarm,
      InstantSource clock) {
    this.rows = rows;
    this.waiting = waiting;
    this.keys = keys;
    this.seal = seal;
    this.routes = routes;
    this.post = post;
    this.alarm = alarm;
    this.clock = clock;
  }

  /** Mails what waits. */
  public void run() {
    var to = routes.to(Route.CONTACT_ME);
    var now = clock.instant();
    for (var row : rows.waiting()) {
      try {
        if (to.isEmpty() || !mail(row, to.get(), now)) {
          carry(row, now);
        }
      } catch (RuntimeException e) {
        LOG.error("a request to be contacted could not be mailed: {}", e.getClass().getName());
      }
    }
    waiting.look();
  }

  private boolean mail(ContactRequestRow row, Reach to, Instant now) {
    var asked = ContactMe.read(open(row));
    var holder = UUID.randomUUID();
    if (rows.hold(row.id(), holder, utc(now), utc(now.plus(HELD))) == 0) {
      return true; // another node does it
    }
    var said = ContactWords.text(asked, row.receivedOn());
    boolean urgent = alarm.isNeeded(asked);
    var subject = urgent ? ContactWords.URGENT : ContactWords.SUBJECT;
    if (post.mail(to.mail(), subject, said) instanceof Postman.Outcome.Sent
        && (!urgent || alarm.ring(asked.language(), to.mail(), now))) {
      rows.sent(row.id(), holder);
      return true;
    }
    LOG.warn("a request to be contacted did not leave; it is tried again");
    rows.failed(row.id(), holder);
    return false;
  }

  /**
   * Seals one whose week is over under the key of this week: it must not keep the key from being
   * destroyed with which answers of its own week could be opened.
   */
  private void carry(ContactRequestRow row, Instant now) {
    var week = Week.of(now);
    if (keys.over(SealKey.read(row.week()), now)) {
      var body = seal.seal(week, open(row), ContactMe.sealedAs(row.id()));
      rows.carry(row.id(), row.week(), week.name(), body);
    }
  }

  private byte[] open(ContactRequestRow row) {
    return keys.open(SealKey.read(row.week()), row.body(), ContactMe.sealedAs(row.id()));
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * Started by the scheduler, unless jobs are off. Seldom, so that the moment of a mail says little
   * about that of a request, and several leave together.
   */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final ContactJob job;

    Timer(ContactJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "3m", fixedDelay = "15m")
    void tick() {
      job.run();
    }
  }
}
