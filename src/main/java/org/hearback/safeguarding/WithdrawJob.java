package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Carries out withdrawals: deletes the envelope, unless de-link has begun (then it is too late) or
 * something keeps it: a concern, a hold, an unlock (then when that is over). A code that fits
 * nothing is forgotten the next day.
 */
@Singleton
public class WithdrawJob {
  private final WithdrawalRows requests;
  private final DutyRows envelopes;
  private final Deleting deleting;
  private final InstantSource clock;

  WithdrawJob(WithdrawalRows requests, DutyRows envelopes, Deleting deleting, InstantSource clock) {
    this.requests = requests;
    this.envelopes = envelopes;
    this.deleting = deleting;
    this.clock = clock;
  }

  /**
   * Goes through all requests.
   *
   * @return how many are done with
   */
  public int run() {
    int finished = 0;
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (var request : requests.findAll()) {
      var found = envelopes.withdrawable(request.codeMac());
      boolean done = found.isEmpty() ? request.askedOn().isBefore(today) : deleting.delete(found);
      if (done) {
        requests.remove(request.id());
        finished++;
      }
    }
    return finished;
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final WithdrawJob job;

    Timer(WithdrawJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "10s", fixedDelay = "60s")
    void tick() {
      job.run();
    }
  }

  /** One request, one transaction. */
  @Singleton
  static class Deleting {
    private final DutyRows envelopes;
    private final ClearingRows clearings;

    Deleting(DutyRows envelopes, ClearingRows clearings) {
      this.envelopes = envelopes;
      this.clearings = clearings;
    }

    /** Whether the request is done with: deleted, or too late. */
    @Transactional("duty")
    boolean delete(List<UUID> found) {
      boolean done = true;
      for (var id : found) {
        var state = clearings.lock(id);
        if (envelopes.isKept(id)) {
          done = false;
        } else if (state.filter("batched"::equals).isEmpty()) {
          envelopes.deleteClearings(List.of(id));
          envelopes.deleteAlerts(List.of(id));
          envelopes.deleteConcerns(List.of(id));
          envelopes.deleteUnlocks(List.of(id));
          envelopes.deleteEnvelope(id);
        }
      }
      return done;
    }
  }
}
