package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hearback.access.StaffList;
import org.hearback.anonymity.TraceTime;
import org.hearback.answer.Watch;
import org.hearback.journey.Audience;
import org.hearback.journey.AudienceGroup;

/**
 * Whether somebody reads, and which languages: a person is on the rota of today, no flagged answer
 * is overdue, and nothing has waited unread for longer than the promised days. Looked up at most
 * twice a minute. Unknown means no.
 */
@Singleton
final class DutyWatch implements Watch {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final StaffList staff;
  private final DutyRows envelopes;
  private final InstantSource clock;
  private final AtomicReference<Look> last =
      new AtomicReference<>(new Look(Instant.MIN, false, Set.of()));

  DutyWatch(StaffList staff, DutyRows envelopes, InstantSource clock) {
    this.staff = staff;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  private record Look(Instant at, boolean reads, Set<String> languages) {}

  @Override
  public boolean reads(Audience audience) {
    if (audience.group() != AudienceGroup.CHILD_AND_YOUNG_PERSON) {
      return true;
    }
    return look().reads();
  }

  @Override
  public boolean readsWordsIn(String language) {
    return look().languages().contains(language);
  }

  private Look look() {
    var look = last.get();
    var now = clock.instant();
    if (look.at().isBefore(now.minus(FRESH)) || look.at().isAfter(now)) {
      var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      // Who writes on a Saturday is read by whoever comes on Monday: within the days of clearing.
      var languages = staff.languagesOnDuty(today, today.plusDays(TraceTime.CLEARING_DAYS - 1));
      look = new Look(now, reads(now), languages);
      last.set(look);
    }
    return look;
  }

  private boolean reads(Instant now) {
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
            .filter(day -> day.isBefore(today.minusDays(TraceTime.CLEARING_DAYS)))
            .isPresent();
    return !overdue && !stalled;
  }
}
