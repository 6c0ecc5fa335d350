package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import org.hearback.answer.KeyFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes week keys ahead of time, and destroys those of weeks that are over and whose last envelope
 * is gone.
 */
@Singleton
public class KeyJob {
  private static final Logger LOG = LoggerFactory.getLogger(KeyJob.class);

  private final KeyOwner owner;
  private final WeekKeys keys;
  private final KeyFolder folder;
  private final DutyRows envelopes;
  private final BatchRows batches;
  private final InstantSource clock;

  KeyJob(
      KeyOwner owner,
      WeekKeys keys,
      KeyFolder folder,
      DutyRows envelopes,
      BatchRows batches,
      InstantSource clock) {
    this.owner = owner;
    this.keys = keys;
    this.folder = folder;
    this.envelopes = envelopes;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * Idempotent; to be run at start and after each de-link.
   *
   * @return of how many weeks the keys were destroyed
   * @throws IllegalStateException when the key folder does not belong to this database, with what
   *     an operator has to do; nothing was made or destroyed then
   */
  public int run() {
    owner.check();
    keys.prepare();
    keys.forgetDestroyed();
    tellSealed();
    var over = folder.weeks().stream().filter(week -> keys.over(week, clock.instant())).toList();
    if (over.isEmpty()) {
      return 0;
    }
    int destroyed = 0;
    var used = new HashSet<>(envelopes.weeksInUse());
    batches.findAll().forEach(batch -> used.add(batch.week()));
    for (var week : over) {
      if (!used.contains(week.name())) {
        keys.destroy(week);
        LOG.info("the keys of {} are destroyed", week.name());
        destroyed++;
      }
    }
    return destroyed;
  }

  /** After a restore of an older database: nobody can open these any more, and nobody may wait. */
  private void tellSealed() {
    long sealed = envelopes.countBeyond(keys.held());
    if (sealed > 0) {
      LOG.error(
          "{} answers cannot be opened, as the keys of their weeks are gone; see \"After a"
              + " restore\" in infra/operating.md",
          sealed);
    }
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final KeyJob job;

    Timer(KeyJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "1h", fixedDelay = "1h")
    void tick() {
      job.run();
    }
  }
}
