package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.hearback.journey.CouncilClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fifteen months of the sample council, behind the first page: week by week the extract is
 * imported, the jobs invite, people answer over HTTP, readers clear, batches are de-linked. The
 * clock is moved through these months and then stands where this machine's stands. What was cut off
 * goes on at the next start, with the week that was not finished.
 */
@Singleton
@Requires(bean = TryOutClock.class)
final class SampleLoad {
  private static final Logger LOG = LoggerFactory.getLogger(SampleLoad.class);
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
  private static final int FEED_EVERY = 6;
  private static final double ANSWERED = 0.21;

  /** In the last weeks more people answer, so that a visitor's answer finds company soon. */
  private static final int BUSY_WEEKS = 2;

  private static final double ANSWERED_LATELY = 0.4;

  /** Today's, so that none of what is left for a visitor is overdue at whatever hour they come. */
  private static final double ANSWERED_TODAY = 0.25;

  private static final int LEFT_TO_READ = 4;

  private final Sample sample;
  private final SampleLife life;
  private final Days days;
  private final TryOutClock clock;
  private final CouncilClock calendar;
  private final RecordingPostman postman;
  private final int weeks;
  private final Path state;
  private volatile int done;
  private volatile boolean failed;

  SampleLoad(
      Sample sample,
      SampleLife life,
      Days days,
      TryOutClock clock,
      CouncilClock calendar,
      RecordingPostman postman,
      @Value("${hearback.sample.weeks:65}") int weeks,
      @Value("${hearback.clock.folder}") String folder) {
    this.sample = sample;
    this.life = life;
    this.days = days;
    this.clock = clock;
    this.calendar = calendar;
    this.postman = postman;
    this.weeks = weeks;
    this.state = Path.of(folder).resolve("sample");
    this.done = read(state);
  }

  /** How far it is. */
  record Progress(int done, int weeks, boolean failed) {
    boolean finished() {
      return done >= weeks;
    }

    int percent() {
      return finished() ? 100 : 100 * done / weeks;
    }
  }

  Progress progress() {
    return new Progress(done, weeks, failed);
  }

  /** Goes on where it was cut off, in a thread of its own. */
  void begin(URI house) {
    if (!progress().finished()) {
      Thread.ofPlatform().daemon().name("sample").start(() -> load(house));
    }
  }

  private void load(URI house) {
    long from = System.nanoTime();
    try {
      var last = SampleLife.monday(clock, calendar);
      int sent = 0;
      for (int week = done; week < weeks; week++) {
        sent = week(week, last.minusWeeks(weeks - 1L - week), house);
        Files.writeString(state, Integer.toString(week + 1));
        done = Math.min(week + 1, weeks - 1);
      }
      clock.moveTo(clock.machine());
      sample.onDuty(calendar.today(), Sample.AHEAD_DAYS);
      life.answer(postman.newest(sent), ANSWERED_TODAY, house);
      days.read(LEFT_TO_READ);
      done = weeks;
      LOG.info(
          "the sample council is loaded: {} weeks in {} s",
          weeks,
          (System.nanoTime() - from) / 1_000_000_000L);
    } catch (IOException | RuntimeException e) {
      failed = true;
      LOG.error("the sample council is not whole; a restart goes on with it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives how many messages went. */
  private int week(int week, LocalDate monday, URI house) throws IOException, InterruptedException {
    days.at(monday, MORNING);
    sample.onDuty(monday, Sample.AHEAD_DAYS);
    if (week % FEED_EVERY == 0) {
      life.contacts();
    }
    life.extract(monday);
    life.posters();
    int sent = days.invite();
    // Two days later, but never later than it is on this machine.
    var later = monday.plusDays(2);
    if (later.atTime(AFTERNOON).atZone(calendar.zone()).toInstant().isBefore(clock.machine())) {
      days.at(later, AFTERNOON);
    }
    double share = week >= weeks - BUSY_WEEKS ? ANSWERED_LATELY : ANSWERED;
    life.answer(postman.newest(sent), share, house);
    life.passersBy(house);
    days.read(0);
    days.after();
    return sent;
  }

  private static int read(Path state) {
    try {
      return Files.exists(state) ? Integer.parseInt(Files.readString(state).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
