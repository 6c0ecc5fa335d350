package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.hearback.answer.KeyFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes week keys ahead of time, and destroys those of weeks that are over and whose last envelope
 * is gone; a held answer's own key with that answer.
 */
@Singleton
public class KeyJob {
  private static final Logger LOG = LoggerFactory.getLogger(KeyJob.class);

  private final KeyOwner owner;
  private final WeekKeys keys;
  private final KeyFolder folder;
  private final DutyRows envelopes;
  private final InstantSource clock;

  KeyJob(KeyOwner owner, WeekKeys keys, KeyFolder folder, DutyRows envelopes, InstantSource clock) {
    this.owner = owner;
    this.keys = keys;
    this.folder = folder;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  /**
   * Idempotent; to be run at start and after each de-link.
   *
   * @return how many keys were destroyed
   * @throws IllegalStateException when the key folder does not belong to this database, with what
   *     an operator has to do; nothing was made or destroyed then
   */
  public int run() {
    owner.check();
    keys.prepare();
    keys.forgetDestroyed();
    tellSealed();
    // The files first: a key that is made for a hold stands in the database before it is a file.
    var over = folder.keys().stream().filter(key -> keys.over(key, clock.instant())).toList();
    if (over.isEmpty()) {
      return 0;
    }
    int destroyed = 0;
    var used = Set.copyOf(envelopes.keysInUse());
    for (var key : over) {
      if (!used.contains(key.name())) {
        keys.destroy(key);
        LOG.info("the keys of {} are destroyed", key.name());
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
