package org.hearback.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** So many workers that take numbered pieces of work until there are none left. */
final class Crowd {
  private Crowd() {}

  interface Worker extends AutoCloseable {
    void work(int piece) throws Exception;

    @Override
    default void close() throws IOException {}
  }

  interface Hire {
    Worker hire() throws Exception;
  }

  /**
   * @param perSecond pieces a second
   * @param p99Millis of one piece
   */
  record Pace(double perSecond, double p99Millis) {}

  static Pace work(int workers, int pieces, Hire hire) throws Exception {
    var next = new AtomicInteger();
    var failure = new AtomicReference<Exception>();
    var start = new CountDownLatch(1);
    var ready = new CountDownLatch(workers);
    var times = new long[pieces];
    var threads = new ConcurrentLinkedQueue<Thread>();
    for (int at = 0; at < workers; at++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try (var worker = hire.hire()) {
                  ready.countDown();
                  start.await();
                  for (int piece = next.getAndIncrement();
                      piece < pieces && failure.get() == null;
                      piece = next.getAndIncrement()) {
                    long from = System.nanoTime();
                    worker.work(piece);
                    times[piece] = System.nanoTime() - from;
                  }
                } catch (Exception e) {
                  failure.compareAndSet(null, e);
                  ready.countDown();
                }
              }));
    }
    ready.await();
    long from = System.nanoTime();
    start.countDown();
    for (var thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    if (failure.get() != null) {
      throw failure.get();
    }
    Arrays.sort(times);
    return new Pace(pieces / seconds, times[(int) (pieces * 0.99)] / 1e6);
  }
}
