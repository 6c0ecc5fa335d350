package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hearback.journey.CouncilClock;

/**
 * Lets days pass for a visitor. Life goes on meanwhile: on Mondays an extract comes in and people
 * are asked, some answer, and the second reader reads, so that nobody's cry for help waits.
 */
@Singleton
@Requires(bean = TryOutClock.class)
final class Passing {
  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** As in the weeks before the visitor came: their answer finds company within some fortnights. */
  private static final double ANSWERED = 0.4;

  private final Days days;
  private final SampleLife life;
  private final SampleLoad load;
  private final Sample sample;
  private final RecordingPostman postman;
  private final CouncilClock council;
  private final ReentrantLock turn = new ReentrantLock();

  Passing(
      Days days,
      SampleLife life,
      SampleLoad load,
      Sample sample,
      RecordingPostman postman,
      CouncilClock council) {
    this.days = days;
    this.life = life;
    this.load = load;
    this.sample = sample;
    this.postman = postman;
    this.council = council;
  }

  /**
   * Lets so many days pass.
   *
   * @param house where people answer
   * @return what happened, or nothing where the sample is still loading or somebody else is at it
   */
  Optional<Days.Passed> pass(int count, URI house) {
    if (!load.progress().finished() || !turn.tryLock()) {
      return Optional.empty();
    }
    try {
      var all = Days.Passed.NOTHING;
      for (int day = 0; day < count; day++) {
        all = all.plus(day(house));
      }
      return Optional.of(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      turn.unlock();
    }
  }

  private Days.Passed day(URI house) throws IOException, InterruptedException {
    var today = council.today().plusDays(1);
    days.at(today, MORNING);
    sample.onDuty(today, Sample.AHEAD_DAYS);
    boolean monday = today.getDayOfWeek() == DayOfWeek.MONDAY;
    if (monday) {
      life.contacts();
      life.extract(today);
    }
    int sent = days.invite();
    if (monday) {
      life.answer(postman.newest(sent), ANSWERED, house);
      life.passersBy(house);
    }
    int read = days.read(0);
    return days.after().plus(new Days.Passed(1, sent, read, 0, 0, 0, 0));
  }
}
