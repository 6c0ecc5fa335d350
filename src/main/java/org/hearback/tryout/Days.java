package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import org.hearback.invitation.SendJob;
import org.hearback.invitation.StopJob;
import org.hearback.invitation.WeighJob;
import org.hearback.journey.CouncilClock;
import org.hearback.reporting.ReleaseJob;
import org.hearback.response.DelinkJob;
import org.hearback.retention.RetentionJob;
import org.hearback.safeguarding.HoldJob;
import org.hearback.safeguarding.KeyJob;
import org.hearback.safeguarding.OpenJob;
import org.hearback.safeguarding.WithdrawJob;
import org.hearback.theme.IndexJob;
import org.hearback.theme.SavedMailJob;

/**
 * A day in the try-out: moves the clock and runs the jobs that a service runs by itself, so that
 * every rule is met as in production. Not safe for two threads that move the clock.
 */
@Singleton
@Requires(bean = TryOutClock.class)
final class Days {
  private final TryOutClock clock;
  private final CouncilClock council;
  private final WeighJob weigh;
  private final SendJob send;
  private final StopJob stop;
  private final OpenJob open;
  private final WithdrawJob withdraw;
  private final HoldJob hold;
  private final DelinkJob delink;
  private final KeyJob keys;
  private final IndexJob index;
  private final SavedMailJob savedMail;
  private final ReleaseJob release;
  private final RetentionJob retention;
  private final SampleReaders readers;
  private final RecordingPostman postman;

  Days(
      TryOutClock clock,
      CouncilClock council,
      WeighJob weigh,
      SendJob send,
      StopJob stop,
      OpenJob open,
      WithdrawJob withdraw,
      HoldJob hold,
      DelinkJob delink,
      KeyJob keys,
      IndexJob index,
      SavedMailJob savedMail,
      ReleaseJob release,
      RetentionJob retention,
      SampleReaders readers,
      RecordingPostman postman) {
    this.clock = clock;
    this.council = council;
    this.weigh = weigh;
    this.send = send;
    this.stop = stop;
    this.open = open;
    this.withdraw = withdraw;
    this.hold = hold;
    this.delink = delink;
    this.keys = keys;
    this.index = index;
    this.savedMail = savedMail;
    this.release = release;
    this.retention = retention;
    this.readers = readers;
    this.postman = postman;
  }

  /** What the jobs of some days did. */
  record Passed(
      int days,
      int sent,
      int cleared,
      int delinked,
      int keysDestroyed,
      int published,
      int forgotten) {
    static final Passed NOTHING = new Passed(0, 0, 0, 0, 0, 0, 0);

    Passed plus(Passed more) {
      return new Passed(
          days + more.days,
          sent + more.sent,
          cleared + more.cleared,
          delinked + more.delinked,
          keysDestroyed + more.keysDestroyed,
          published + more.published,
          forgotten + more.forgotten);
    }
  }

  /** Moves the clock to a time of a day of the council. */
  void at(LocalDate day, LocalTime time) {
    clock.moveTo(day.atTime(time).atZone(council.zone()).toInstant());
  }

  /** Weighs and sends; gives how many messages went. */
  int invite() {
    keys.run();
    long before = postman.taken();
    stop.run();
    weigh.run();
    send.run();
    return (int) (postman.taken() - before);
  }

  /** Opens what came in and lets the sample readers read it, but for so many. */
  int read(int left) {
    withdraw.run();
    open.run();
    return readers.clear(left);
  }

  /** What happens to answers that were read, and what is forgotten. */
  Passed after() {
    hold.run();
    int destroyed = keys.run();
    int delinked = delink.run();
    index.run();
    savedMail.run();
    int published = release.run();
    int forgotten = retention.run();
    return new Passed(0, 0, 0, delinked, destroyed, published, forgotten);
  }
}
