package org.hearback.journey;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One intake at a time on this node, so that those who wait hold no connection; {@link TurnRows}
 * keeps the order among nodes. Two at once could each look, see nothing and insert, or let an older
 * contact overtake a newer one.
 */
@Singleton
class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);

  <T> T own(Supplier<T> act) {
    lock.lock();
    try {
      return act.get();
    } finally {
      lock.unlock();
    }
  }

  /** Empty when it did not become ours in time; then nothing was done. */
  <T> Optional<T> own(Duration patience, Supplier<T> act) {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(act.get());
    } finally {
      lock.unlock();
    }
  }
}
