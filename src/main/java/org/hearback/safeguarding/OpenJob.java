package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;
import org.hearback.invitation.Invitations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens new envelopes once: redacts as a help for the reader, with the names that this invitation's
 * contact record knows, and queues them. Answers without free text and without a flag clear
 * themselves. Bounded; a row that exists is passed over.
 */
@Singleton
public class OpenJob {
  private static final Logger LOG = LoggerFactory.getLogger(OpenJob.class);
  private static final int MOST = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final DutyRows envelopes;
  private final WeekKeys keys;
  private final Finding finding;
  private final Opening opening;

  OpenJob(DutyRows envelopes, WeekKeys keys, Finding finding, Opening opening) {
    this.envelopes = envelopes;
    this.keys = keys;
    this.finding = finding;
    this.opening = opening;
  }

  /**
   * Opens what has come in.
   *
   * @return how many envelopes were opened
   */
  public int run() {
    var weeks = keys.held();
    int opened = 0;
    int stuck;
    var after = FIRST;
    do {
      var some = envelopes.unopened(weeks, after, MOST);
      stuck = 0;
      for (var row : some) {
        stuck += isOpened(row) ? 0 : 1;
        after = row.id();
      }
      opened += some.size() - stuck;
    } while (stuck > 0);
    return opened;
  }

  /**
   * One envelope that cannot be opened must not hold up the others, nor many; it stays visible as
   * unread in /health.
   */
  private boolean isOpened(SealedRow row) {
    try {
      opening.queue(row, finding.find(row));
      return true;
    } catch (RuntimeException e) {
      LOG.error("an envelope of {} cannot be opened: {}", row.week(), e.getClass().getName());
      return false;
    }
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final OpenJob job;

    Timer(OpenJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "15s")
    void tick() {
      job.run();
    }
  }

  /**
   * What an envelope holds and which stretches of it point to a person: read from two stores,
   * written to none.
   */
  @Singleton
  static class Finding {
    private final Opener opener;
    private final Invitations invitations;
    private final Redactor redactor;

    Finding(Opener opener, Invitations invitations, Redactor redactor) {
      this.opener = opener;
      this.invitations = invitations;
      this.redactor = redactor;
    }

    /** The answer, and its work. */
    record Found(Opened answer, byte[] sealedWork) {}

    Found find(SealedRow row) {
      var answer = opener.open(row);
      return new Found(answer, opener.seal(answer, Work.of(spans(answer))));
    }

    private Map<String, List<Span>> spans(Opened answer) {
      var words = answer.rawWords();
      if (words.isEmpty()) {
        return Map.of();
      }
      var names = invitations.names(answer.link());
      var spans = new LinkedHashMap<String, List<Span>>();
      words.forEach((key, raw) -> spans.put(key, redactor.find(raw, answer.language(), names)));
      return spans;
    }
  }

  /** One envelope, one transaction. */
  @Singleton
  static class Opening {
    private final DutyRows envelopes;
    private final ClearingRows clearings;
    private final ConcernRows concerns;

    Opening(DutyRows envelopes, ClearingRows clearings, ConcernRows concerns) {
      this.envelopes = envelopes;
      this.clearings = clearings;
      this.concerns = concerns;
    }

    @Transactional("duty")
    void queue(SealedRow row, Finding.Found found) {
      boolean flagged = !row.level().equals("none");
      var state = found.answer().answers().hasWords() || flagged ? "queued" : "cleared";
      boolean first = clearings.add(row.id(), row.week(), state, found.sealedWork()) == 1;
      // The row first and then the envelope, as everybody locks them. Where it was taken back while
      // it was read, nothing of it may stay.
      if (first && envelopes.lockEnvelope(row.id()).isEmpty()) {
        envelopes.deleteClearings(List.of(row.id()));
      } else if (first && flagged) {
        concerns.open(row.id(), row.level(), dueAt(row));
      }
    }

    private static LocalDateTime dueAt(SealedRow row) {
      return row.dueAt() == null ? row.sentOn().atStartOfDay() : row.dueAt();
    }
  }
}
