package org.hearback.response;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hearback.anonymity.BatchRule;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.LabelRule;
import org.hearback.audit.Audit;
import org.hearback.invitation.Invitations;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;
import org.hearback.safeguarding.Batches;
import org.hearback.safeguarding.Cleared;
import org.hearback.safeguarding.DelinkTurn;
import org.hearback.safeguarding.KeyJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * De-link: cleared envelopes past their window become responses, in shuffled batches of one label
 * and at least ten people each ({@link BatchRule}); those that came by an open link in batches of
 * their own, as one person could send nine of ten. A batch is stored before anything leaves the
 * bridge and finished before another is drawn, so a crash at any step neither loses nor doubles.
 */
@Singleton
public class DelinkJob {
  private static final Logger LOG = LoggerFactory.getLogger(DelinkJob.class);

  private final DelinkTurn turn;
  private final Batches batches;
  private final FeedbackStore store;
  private final Invitations invitations;
  private final OpenLinks openLinks;
  private final ServiceAreas areas;
  private final KeyJob keys;
  private final Audit audit;
  private final DelinkMeters meters;
  private final SecureRandom random;
  private final InstantSource clock;
  private final int windowDays;

  DelinkJob(
      DelinkTurn turn,
      Batches batches,
      FeedbackStore store,
      Invitations invitations,
      OpenLinks openLinks,
      ServiceAreas areas,
      KeyJob keys,
      Audit audit,
      DelinkMeters meters,
      SecureRandom random,
      InstantSource clock,
      @Value("${hearback.window-days}") int windowDays) {
    this.turn = turn;
    this.batches = batches;
    this.store = store;
    this.invitations = invitations;
    this.openLinks = openLinks;
    this.areas = areas;
    this.keys = keys;
    this.audit = audit;
    this.meters = meters;
    this.random = random;
    this.clock = clock;
    this.windowDays = windowDays;
  }

  /**
   * Finishes what a crash has left, then draws every batch that can be drawn today.
   *
   * @return how many answers became responses; 0 when another node is at it
   */
  public int run() {
    return turn.take(this::drawAll).orElse(0);
  }

  private int drawAll() {
    int delinked = batches.unfinished().map(this::finish).orElse(0);
    for (var batch : draw()) {
      delinked += batches.draw(batch).map(this::finish).orElse(0);
    }
    keys.run();
    return delinked;
  }

  private int finish(Batches.Batch batch) {
    var arrivals = new ArrayList<FeedbackStore.Arrival>();
    for (var answer : batches.open(batch)) {
      arrivals.add(new FeedbackStore.Arrival(answer, batch.label()));
    }
    Collections.shuffle(arrivals, random);
    // One row a batch. A crash from here on writes it again, under the same id.
    audit.record("de-link", "de-linked", arrivals.size() + " in batch " + batch.id());
    store.take(arrivals);
    batches.finish(batch);
    meters.finished(arrivals.size());
    LOG.info("a batch of {} answers was de-linked", arrivals.size());
    return arrivals.size();
  }

  private List<BatchRule.Batch<UUID>> draw() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var cleared = batches.cleared(today.minusDays(windowDays));
    return cleared.size() < LabelRule.FEWEST
        ? List.of()
        : BatchRule.draw(waiting(cleared, today), Batches.MOST, random);
  }

  private List<BatchRule.Waiting<UUID>> waiting(List<Cleared> cleared, LocalDate today) {
    var population =
        invitations.population().stream()
            .map(asked -> new LabelRule.Invited(asked.person(), asked.attributes()))
            .toList();
    var ways = LabelRule.ways(population, areas);
    var late = LabelRule.late(population, areas, Label.LATE, Year.from(today));
    var lateOpen = LabelRule.late(population, areas, Label.LATE_BY_OPEN_LINK, Year.from(today));
    return cleared.stream()
        .map(answer -> {
          int year = answer.sentOn().getYear();
          var audience = answer.form().audience();
          var asked = invitations.asked(answer.link());
          if (asked.isPresent()) {
            var labels = ways.getOrDefault(asked.get().attributes(), List.of());
            return waiting(answer, asked.get().person(), labels, late, today);
          }
          var open = openLinks.of(answer.link());
          if (open.isPresent()) {
            // Nobody knew who sent it, so it is somebody's who sent no other.
            var area = open.get().area();
            var labels = LabelRule.open(population, areas, area, open.get().audience(), year);
            return waiting(answer, answer.envelope().toString(), labels, lateOpen, today);
          }
          // What is forgotten an old log still tells, and it may be who sent another one too.
          var labels = LabelRule.forgotten(population, areas, audience, year);
          return waiting(answer, "", labels, late, today);
        })
        .toList();
  }

  /**
   * Words show the language that a label has lost. Where nobody has said in English what they say,
   * they wait for a label that keeps it.
   */
  private static BatchRule.Waiting<UUID> waiting(
      Cleared answer,
      String person,
      List<Label> labels,
      Map<Audience, Label> last,
      LocalDate today) {
    Predicate<Label> allows =
        label -> !answer.needsItsLanguage() || answer.mayKeepItsWords(label.language());
    return new BatchRule.Waiting<>(
        answer.envelope(),
        person,
        labels.stream().filter(allows).toList(),
        Optional.ofNullable(last.get(answer.form().audience())).filter(allows),
        BatchRule.Patience.after(ChronoUnit.DAYS.between(answer.sentOn(), today)),
        !answer.words().isEmpty());
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final DelinkJob job;

    Timer(DelinkJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void tick() {
      job.run();
    }
  }
}
