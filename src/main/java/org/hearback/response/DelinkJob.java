package org.hearback.response;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hearback.anonymity.Attributes;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.LabelRule;
import org.hearback.invitation.Invitations;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.ServiceAreas;
import org.hearback.safeguarding.Batches;
import org.hearback.safeguarding.Cleared;
import org.hearback.safeguarding.KeyJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * De-link: cleared envelopes past their window become responses, in shuffled batches of at least
 * ten of one area; those that came by an open link in batches of their own, as one person could
 * send nine of ten. What has waited for 35 days counts as the council's. A batch is stored before
 * anything leaves the bridge and finished before another is drawn, so a crash at any step neither
 * loses nor doubles.
 */
@Singleton
public class DelinkJob {
  private static final Logger LOG = LoggerFactory.getLogger(DelinkJob.class);
  private static final int WAIT_DAYS = 35;

  private final Batches batches;
  private final FeedbackStore store;
  private final Invitations invitations;
  private final OpenLinks openLinks;
  private final ServiceAreas areas;
  private final KeyJob keys;
  private final DelinkMeters meters;
  private final SecureRandom random;
  private final InstantSource clock;
  private final int windowDays;

  DelinkJob(
      Batches batches,
      FeedbackStore store,
      Invitations invitations,
      OpenLinks openLinks,
      ServiceAreas areas,
      KeyJob keys,
      DelinkMeters meters,
      SecureRandom random,
      InstantSource clock,
      @Value("${hearback.window-days}") int windowDays) {
    this.batches = batches;
    this.store = store;
    this.invitations = invitations;
    this.openLinks = openLinks;
    this.areas = areas;
    this.keys = keys;
    this.meters = meters;
    this.random = random;
    this.clock = clock;
    this.windowDays = windowDays;
  }

  /**
   * Finishes what a crash has left, then draws batches until fewer than ten of any area are left.
   *
   * @return how many answers became responses
   */
  public int run() {
    int delinked = batches.unfinished().map(this::finish).orElse(0);
    for (var labels : draw()) {
      delinked += finish(batches.draw(labels));
    }
    keys.run();
    return delinked;
  }

  private int finish(Batches.Batch batch) {
    var arrivals = new ArrayList<FeedbackStore.Arrival>();
    for (var answer : batches.open(batch)) {
      arrivals.add(new FeedbackStore.Arrival(answer, batch.labels().get(answer.envelope())));
    }
    Collections.shuffle(arrivals, random);
    store.take(arrivals);
    batches.finish(batch);
    meters.finished(arrivals.size());
    LOG.info("a batch of {} answers was de-linked", arrivals.size());
    return arrivals.size();
  }

  private List<Map<UUID, Label>> draw() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var cleared = batches.cleared(today.minusDays(windowDays));
    return cleared.size() < LabelRule.FEWEST ? List.of() : cut(labels(cleared, today));
  }

  /** The label of each answer that may go; an answer without one waits. */
  private Map<UUID, Label> labels(List<Cleared> cleared, LocalDate today) {
    var population =
        invitations.population().stream()
            .map(asked -> new LabelRule.Invited(asked.person(), asked.attributes()))
            .toList();
    var known = new LinkedHashMap<UUID, Attributes>();
    var waited = new HashSet<Attributes>();
    var labels = new LinkedHashMap<UUID, Label>();
    for (var answer : cleared) {
      var asked = invitations.asked(answer.link());
      if (asked.isPresent()) {
        known.put(answer.envelope(), asked.get().attributes());
        if (!answer.sentOn().isAfter(today.minusDays(WAIT_DAYS))) {
          waited.add(asked.get().attributes());
        }
      } else {
        unasked(answer, population, today).ifPresent(label -> labels.put(answer.envelope(), label));
      }
    }
    var byAttributes = LabelRule.labels(population, areas, waited);
    known.forEach((envelope, attributes) -> {
      if (byAttributes.containsKey(attributes)) {
        labels.put(envelope, byAttributes.get(attributes));
      }
    });
    return labels;
  }

  /** The label of an answer behind which no invitation stands, or none any more. */
  private Optional<Label> unasked(
      Cleared answer, List<LabelRule.Invited> population, LocalDate today) {
    int year = answer.sentOn().getYear();
    boolean waited = !answer.sentOn().isAfter(today.minusDays(WAIT_DAYS));
    return openLinks
        .of(answer.link())
        .map(open -> {
          var area = waited ? areas.council() : open.area();
          return LabelRule.open(population, areas, area, open.audience(), year);
        })
        .orElseGet(() -> LabelRule.forgotten(population, areas, answer.form().audience(), year));
  }

  /**
   * By the label's area, shuffled, in batches of ten to {@link Batches#MOST}; what is left over
   * waits.
   */
  private List<Map<UUID, Label>> cut(Map<UUID, Label> labels) {
    var byArea = new TreeMap<String, List<UUID>>();
    labels.forEach((envelope, label) ->
        byArea.computeIfAbsent(queue(label), _ -> new ArrayList<>()).add(envelope));
    var drawn = new ArrayList<Map<UUID, Label>>();
    for (var envelopes : byArea.values()) {
      Collections.shuffle(envelopes, random);
      for (int from = 0; envelopes.size() - from >= LabelRule.FEWEST; ) {
        int to = Math.min(envelopes.size(), from + Batches.MOST);
        var batch = new HashMap<UUID, Label>();
        envelopes.subList(from, to).forEach(id -> batch.put(id, labels.get(id)));
        drawn.add(batch);
        from = to;
      }
    }
    return drawn;
  }

  private static String queue(Label label) {
    return label.area() + (label.milestone().equals(Label.BY_OPEN_LINK) ? " open" : "");
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
