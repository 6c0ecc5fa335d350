package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks people about what waits, step by step, and sends what could not be sent before. Several
 * nodes may run it at once; each step is taken once, and one person gets one message for all that
 * one run finds.
 */
@Singleton
public class EscalationJob {
  private static final Logger LOG = LoggerFactory.getLogger(EscalationJob.class);

  private final AlertState state;
  private final AlertRows rows;
  private final AlertSteps steps;
  private final AlertPost post;
  private final Recipients recipients;
  private final UnlockRows unlocks;
  private final DutyRows envelopes;
  private final Opener opener;
  private final Escalation escalation;
  private final InstantSource clock;

  EscalationJob(
      AlertState state,
      AlertRows rows,
      AlertSteps steps,
      AlertPost post,
      Recipients recipients,
      UnlockRows unlocks,
      DutyRows envelopes,
      Opener opener,
      NightContact night,
      OfficeHours hours,
      InstantSource clock) {
    this.state = state;
    this.rows = rows;
    this.steps = steps;
    this.post = post;
    this.recipients = recipients;
    this.unlocks = unlocks;
    this.envelopes = envelopes;
    this.opener = opener;
    this.escalation = new Escalation(hours, night.agreed());
    this.clock = clock;
  }

  /** Takes the steps that are due and sends what they say. */
  public void run() {
    var now = clock.instant();
    var unsaid = rows.messages(); // before what waits: another node may add to both
    var waiting = Stream.concat(state.waiting().stream(), state.late().stream()).toList();
    if (waiting.isEmpty() && !unlocks.anyAlone() && !rows.anyLateTold()) {
      unsaid.forEach(it -> rows.forgetMessage(it.recipient(), it.way(), it.dueAt(), it.tries()));
      return;
    }
    var quiet = quiet(now, false);
    var quietOfFlagged = quiet(now, true);
    for (var one : waiting) {
      var silent = one.level() == Level.NONE ? quiet : quietOfFlagged;
      for (var step : escalation.due(one, now)) {
        if (!(one.byOpenLink() && silent.contains(step))) {
          take(one, step, now);
        }
      }
    }
    post.send(now);
  }

  /** Where nobody can be reached the step is not taken: it is as soon as somebody can. */
  private void take(Waiting waiting, Step step, Instant now) {
    try {
      var language = step == Step.FIRST ? language(waiting) : Optional.<String>empty();
      var to = recipients.of(step, language, now);
      if (!to.isEmpty()) {
        steps.take(waiting, step, to, now);
      }
    } catch (RuntimeException e) {
      LOG.error("a step of an alert could not be taken: {}", e.getClass().getName());
    }
  }

  /**
   * Steps that were taken for an open link a short while ago. What is late and not flagged keeps
   * nobody from hearing of what is.
   */
  private Set<Step> quiet(Instant now, boolean flagged) {
    var since = AlertSteps.utc(now.minus(Escalation.OPEN_LINK_EVERY));
    var quiet = EnumSet.noneOf(Step.class);
    for (var step : Step.values()) {
      if (rows.lastByOpenLink(step.number(), flagged).filter(since::isBefore).isPresent()) {
        quiet.add(step);
      }
    }
    return quiet;
  }

  /** Unknown where it cannot be opened; then everybody on duty is asked. */
  private Optional<String> language(Waiting waiting) {
    try {
      return envelopes.findById(waiting.envelope()).map(row -> opener.open(row).language());
    } catch (RuntimeException e) {
      LOG.warn("what waits cannot be opened: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Started by the scheduler, unless jobs are off. Says at the start where alerts go to nobody. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final EscalationJob job;

    Timer(EscalationJob job, Recipients recipients) {
      this.job = job;
      if (!recipients.someWay()) {
        LOG.warn(
            "nobody is alerted when an answer must be read: set hearback.mail.host,"
                + " hearback.notify.api-key or hearback.alerts.webhook");
      }
    }

    @Scheduled(initialDelay = "25s", fixedDelay = "60s")
    void tick() {
      job.run();
    }
  }
}
