package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import org.hearback.audit.AuditCheck;
import org.hearback.invitation.Postman;
import org.hearback.invitation.StaffPost;
import org.hearback.journey.CouncilClock;
import org.hearback.retention.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails the head of the audit as the day before left it, once a day to each recipient and soon
 * after the council's midnight: outside this house it bears witness against whoever could rewrite
 * the chain here. Several nodes may run it at once. What did not leave is tried again until the day
 * is over; what may have left is not, as the next head vouches for all before it.
 */
@Singleton
@Requires(bean = HeadRecipients.class)
public class HeadJob {
  private static final Logger LOG = LoggerFactory.getLogger(HeadJob.class);

  /** By then every act of the day before is in its row. */
  private static final LocalTime FROM = LocalTime.of(0, 5);

  private final HeadRecipients recipients;
  private final HeadRows rows;
  private final AuditCheck check;
  private final StaffPost post;
  private final Erasures erasures;
  private final CouncilClock clock;

  HeadJob(
      HeadRecipients recipients,
      HeadRows rows,
      AuditCheck check,
      StaffPost post,
      Erasures erasures,
      CouncilClock clock) {
    this.recipients = recipients;
    this.rows = rows;
    this.check = check;
    this.post = post;
    this.erasures = erasures;
    this.clock = clock;
  }

  /** Sends to whom yesterday's head is still owed. */
  public void run() {
    if (clock.timeOfDay().isBefore(FROM)) {
      return;
    }
    var yesterday = clock.today().minusDays(1);
    for (var recipient : recipients.addresses()) {
      if (rows.take(yesterday, recipient) == 1 || rows.takeAgain(yesterday, recipient) == 1) {
        rows.settle(yesterday, recipient, state(mail(yesterday, recipient)));
      }
    }
  }

  private Postman.Outcome mail(LocalDate day, String recipient) {
    var midnight = day.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    try {
      var head = check.headBefore(midnight);
      return post.mail(
          recipient,
          "Head of the audit, " + day,
          """
          At the end of %s the last row of the record of who saw or changed what was:

          %s

          Keep this e-mail. Whoever checks the record later hands it in:
          java -jar hearback.jar audit verify --head %s
          %s\
          """
              .formatted(day, head, head, erased(day)));
    } catch (RuntimeException e) {
      LOG.error("the head of the audit cannot be read: {}", e.getClass().getName());
      return new Postman.Outcome.Failed();
    }
  }

  /** What a backup from before may show again; a random id says nothing about what it was. */
  private String erased(LocalDate day) {
    var comments = erasures.on(day);
    return comments.isEmpty()
        ? ""
        : """

        Comments were hidden or taken out on that day, as they pointed to somebody. Whoever restores a backup from before hides them again:
        java -jar hearback.jar hide %s
        """
            .formatted(
                comments.stream()
                    .map(Object::toString)
                    .collect(java.util.stream.Collectors.joining(" ")));
  }

  private static String state(Postman.Outcome outcome) {
    return switch (outcome) {
      case Postman.Outcome.Sent() -> "sent";
      case Postman.Outcome.Unknown() -> "taken";
      case Postman.Outcome.Failed() -> {
        LOG.warn("the head of the audit did not leave; it is tried again");
        yield "failed";
      }
      case Postman.Outcome.Closed(var why) -> {
        LOG.warn("the head of the audit did not leave and is tried again: {}", why);
        yield "failed";
      }
      case Postman.Outcome.Refused() -> {
        LOG.error("an address of hearback.audit.head-to takes no mail");
        yield "refused";
      }
    };
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(bean = HeadJob.class)
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final HeadJob job;

    Timer(HeadJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "10m")
    void tick() {
      job.run();
    }
  }
}
