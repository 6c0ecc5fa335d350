package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hearback.access.StaffList;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.TraceTime;
import org.hearback.answer.Watch;
import org.hearback.journey.Audience;
import org.hearback.journey.AudienceGroup;

/**
 * Whether somebody reads, and which languages: a person is on the rota of the day on which what is
 * sent now is read first, no flagged answer is overdue, and nothing has waited unread for longer
 * than the forms promise. Looked up at most twice a minute. Unknown means no.
 *
 * <p>Answers by open links do not count for forms that somebody was asked to fill in: anybody can
 * send many of them. When these stall, forms by open links close for children, and only these.
 */
@Singleton
final class DutyWatch implements Watch {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final StaffList staff;
  private final DutyRows envelopes;
  private final WeekKeys keys;
  private final OfficeHours hours;
  private final InstantSource clock;
  private final AtomicReference<Look> last =
      new AtomicReference<>(new Look(Instant.MIN, false, false, Set.of()));

  DutyWatch(
      StaffList staff, DutyRows envelopes, WeekKeys keys, OfficeHours hours, InstantSource clock) {
    this.staff = staff;
    this.envelopes = envelopes;
    this.keys = keys;
    this.hours = hours;
    this.clock = clock;
  }

  private record Look(Instant at, boolean asked, boolean byOpenLink, Set<String> languages) {}

  @Override
  public boolean reads(Audience audience, boolean byOpenLink) {
    if (audience.group() != AudienceGroup.CHILD_AND_YOUNG_PERSON) {
      return true;
    }
    return byOpenLink ? look().byOpenLink() : look().asked();
  }

  @Override
  public boolean readsWordsIn(String language) {
    return look().languages().contains(language);
  }

  private Look look() {
    var look = last.get();
    var now = clock.instant();
    if (look.at().isBefore(now.minus(FRESH)) || look.at().isAfter(now)) {
      var day = hours.deskDay(now);
      // Who writes on a Saturday is read by whoever comes on Monday: within the days of clearing.
      var languages = staff.languagesOnRota(day, day.plusDays(TraceTime.CLEARING_DAYS - 1));
      boolean somebody = !staff.onRota(day).isEmpty();
      var weeks = weeks();
      boolean asked = somebody && flows(false, weeks, now);
      look = new Look(now, asked, asked && flows(true, weeks, now), languages);
      last.set(look);
    }
    return look;
  }

  /**
   * No week at all where the key folder is gone; then every envelope stays closed, and all wait.
   */
  private List<String> weeks() {
    return keys.heldIfAny().orElse(List.of(""));
  }

  private boolean flows(boolean byOpenLink, List<String> weeks, Instant now) {
    boolean overdue =
        envelopes
            .earliestStalled(byOpenLink, weeks)
            .filter(due -> due.toInstant(ZoneOffset.UTC).isBefore(now))
            .isPresent();
    boolean stalled =
        envelopes
            .oldestUnread(byOpenLink)
            .filter(day -> Due.latest(day, hours).isBefore(now))
            .isPresent();
    return !overdue && !stalled;
  }
}
