package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.hearback.access.StaffList;
import org.hearback.answer.Watch;
import org.hearback.journey.Audience;
import org.hearback.journey.AudienceGroup;

/**
 * Whether somebody reads: a person is on the rota of today, no flagged answer is overdue, and
 * nothing has waited unread for longer than the promised days. Looked up at most twice a minute.
 * Unknown means no.
 */
@Singleton
final class DutyWatch implements Watch {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int UNREAD_DAYS = 5;

  private final StaffList staff;
  private final DutyRows envelopes;
  private final InstantSource clock;
  private final AtomicReference<Look> last = new AtomicReference<>(new Look(Instant.MIN, false));

  DutyWatch(StaffList staff, DutyRows envelopes, InstantSource clock) {
    this.staff = staff;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  private record Look(Instant at, boolean reads) {}

  @Override
  public boolean reads(Audience audience) {
    if (audience.group() != AudienceGroup.CHILD_AND_YOUNG_PERSON) {
      return true;
    }
    var look = last.get();
    var now = clock.instant();
    if (look.at().isBefore(now.minus(FRESH)) || look.at().isAfter(now)) {
      look = new Look(now, look(now));
      last.set(look);
    }
    return look.reads();
  }

  private boolean look(Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (staff.onDuty(today).isEmpty()) {
      return false;
    }
    boolean overdue =
        envelopes
            .earliestDue()
            .filter(due -> due.toInstant(ZoneOffset.UTC).isBefore(now))
            .isPresent();
    boolean stalled =
        envelopes
            .oldestUnread()
            .filter(day -> day.isBefore(today.minusDays(UNREAD_DAYS)))
            .isPresent();
    return !overdue && !stalled;
  }
}
