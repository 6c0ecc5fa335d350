package org.hearback.theme;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's index in step with the feedback store: takes up new comments by the number of
 * their batch, and builds the index anew when it cannot follow. Does nothing twice and leaves
 * nothing half done, however often it is killed.
 */
@Singleton
public class IndexJob {
  private static final Logger LOG = LoggerFactory.getLogger(IndexJob.class);
  // So many batches a commit: what is read at once stays small even after a long absence.
  private static final int BATCHES_MAX = 50;
  private static final int CODINGS_MAX = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final ReadingRows rows;
  private final Codings codings;
  private final CommentIndex index;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Instant inStepAt;

  IndexJob(ReadingRows rows, Codings codings, CommentIndex index, InstantSource clock) {
    this.rows = rows;
    this.codings = codings;
    this.index = index;
    this.clock = clock;
  }

  /**
   * Brings the index up to the last batch, and to what people last said, of the moment it is
   * called; waits for another run that is still going, which may have looked before that batch.
   */
  public void run() {
    turn.lock();
    try {
      bringInStep();
      if (!index.isEnding() && !index.open()) {
        bringInStep(); // the first one that can be searched is by words alone
      }
    } finally {
      turn.unlock();
    }
  }

  private void bringInStep() {
    if (index.open() && follow()) {
      inStepAt = clock.instant();
      return;
    }
    if (index.isEnding()) {
      return;
    }
    var now = now();
    if (index.rebuild(pages(), rows.shown(), now, this::after)) {
      LOG.info("the index was built anew, up to change {}", now.no());
      keepInStep(); // or it is of a database that was restored meanwhile
    }
  }

  /** What is searched while another is made does not wait for it: that may take hours. */
  private void keepInStep() {
    if (index.position().isPresent() && follow()) {
      inStepAt = clock.instant();
    }
  }

  /** When the index was last known to hold everything. */
  Optional<Instant> inStepAt() {
    return Optional.ofNullable(inStepAt);
  }

  /** Whether the index could be brought to the end of the changes. */
  private boolean follow() {
    while (true) {
      var reached = index.position().orElseThrow();
      var now = now();
      if (!canFollow(reached, now)) {
        return false;
      }
      var step = next(reached, now);
      if (step.isEmpty()) {
        return true;
      }
      index.take(step.get());
    }
  }

  /** The next step of an index that is made; none where it cannot follow: the next turn sees. */
  private Optional<Step> after(Position reached) {
    var now = now();
    return canFollow(reached, now) ? next(reached, now) : Optional.empty();
  }

  /** Read before what it stands for: what comes in meanwhile has a higher number. */
  private Position now() {
    long last = rows.lastChange();
    return new Position(last, rows.mark(last), codings.last());
  }

  /**
   * Not when changes it has not seen are forgotten, nor when the database is another one (a
   * restored backup).
   */
  private boolean canFollow(Position reached, Position now) {
    var mark = rows.mark(reached.no());
    if (!mark.isEmpty() && !mark.equals(reached.mark())) {
      return false;
    }
    if (reached.no() != now.no()) {
      long oldest = rows.oldestChange();
      if (reached.no() > now.no() || oldest == 0 || oldest > reached.no() + 1) {
        return false;
      }
    }
    var coded = codings.turn(reached.coded().no()).mark();
    return reached.coded().no() <= now.coded().no()
        && (coded.isEmpty() || coded.equals(reached.coded().mark()));
  }

  private Optional<Step> next(Position reached, Position now) {
    if (reached.no() < now.no()) {
      long from = reached.no();
      long upTo = Math.min(now.no(), from + BATCHES_MAX);
      var comments = rows.changed(from, upTo).stream().map(CommentRow::comment).toList();
      var position = new Position(upTo, rows.mark(upTo), reached.coded());
      return Optional.of(new Step(comments, rows.gone(from, upTo), position, true));
    }
    long from = reached.coded().no();
    if (from >= now.coded().no()) {
      return Optional.empty();
    }
    // What a person says of a comment makes its document anew, on each node by itself.
    long upTo = Math.min(now.coded().no(), from + CODINGS_MAX);
    var coded = codings.between(from, upTo);
    var shown =
        coded.isEmpty()
            ? List.<Comment>of()
            : rows.some(coded).stream().map(CommentRow::comment).toList();
    var position = reached.with(codings.turn(upTo));
    return Optional.of(new Step(shown, List.of(), position, false));
  }

  private Iterator<List<Comment>> pages() {
    return new Iterator<>() {
      private List<CommentRow> next = rows.page(FIRST);

      @Override
      public boolean hasNext() {
        return !next.isEmpty();
      }

      @Override
      public List<Comment> next() {
        keepInStep();
        var page = next;
        next = rows.page(page.getLast().id());
        return page.stream().map(CommentRow::comment).toList();
      }
    };
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final IndexJob job;

    Timer(IndexJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "10s")
    void tick() {
      job.run();
    }
  }
}
