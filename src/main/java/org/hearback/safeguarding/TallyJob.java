package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;

/**
 * Puts what each reader has cleared on a finished day on the audit, one row a reader and day, and
 * forgets the count. A row an answer would say which answer came when and how it was taken. A crash
 * between the two writes the row again, with the same ids in its body: of rows with one id the last
 * counts. Several nodes may run it at once.
 */
@Singleton
public class TallyJob {
  private final TallyRows rows;
  private final Entry entry;
  private final CouncilClock clock;

  TallyJob(TallyRows rows, Entry entry, CouncilClock clock) {
    this.rows = rows;
    this.entry = entry;
    this.clock = clock;
  }

  private record Day(LocalDate day, String reader) {}

  /** Writes what is finished by now. */
  public void run() {
    rows.finished(clock.today()).stream()
        .map(row -> new Day(row.day(), row.reader()))
        .distinct()
        .forEach(day -> entry.write(day.day(), day.reader()));
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final TallyJob job;

    Timer(TallyJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "3m", fixedDelay = "30m")
    void tick() {
      job.run();
    }
  }

  /** One reader and day, one transaction. */
  @Singleton
  static class Entry {
    private final TallyRows rows;
    private final Audit audit;

    Entry(TallyRows rows, Audit audit) {
      this.rows = rows;
      this.audit = audit;
    }

    /** Does nothing when another node was first. */
    @Transactional("duty")
    void write(LocalDate day, String reader) {
      var counted = rows.take(day, reader);
      if (!counted.isEmpty()) {
        audit.record(reader, "cleared", day + "\n" + lines(counted));
        rows.remove(day, reader);
      }
    }

    private static String lines(List<TallyRow> counted) {
      return counted.stream()
          .map(row -> row.level() + " " + row.answers() + " " + row.id())
          .collect(Collectors.joining("\n"));
    }
  }
}
