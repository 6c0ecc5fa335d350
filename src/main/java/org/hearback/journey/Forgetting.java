package org.hearback.journey;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/**
 * Forgets answered requests, quarantined lines, events, and contacts that the feed holds no more. A
 * contact's name is needed for as long as an answer to the last message may still have to be
 * redacted, so it stays two months after anybody could be asked by it.
 */
@Singleton
class Forgetting implements RetentionStep {
  private static final int EVENT_MONTHS = 15;
  private static final int NAME_DAYS = 60;

  private final QuarantineRows quarantine;
  private final EventRows events;
  private final ContactRows contacts;
  private final BarRows bars;
  private final ApiRequestRows requests;
  private final Milestones milestones;
  private final CouncilClock clock;

  Forgetting(
      QuarantineRows quarantine,
      EventRows events,
      ContactRows contacts,
      BarRows bars,
      ApiRequestRows requests,
      Milestones milestones,
      CouncilClock clock) {
    this.quarantine = quarantine;
    this.events = events;
    this.contacts = contacts;
    this.bars = bars;
    this.requests = requests;
    this.milestones = milestones;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "journeys";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.VAULT,
            "Milestones of a child's journey, as the case system handed them in",
            EVENT_MONTHS + " months"),
        new Kept(
            Kept.Store.VAULT,
            "Names, e-mail addresses and phone numbers of whoever may be asked, encrypted",
            "for as long as the case system hands them in; then "
                + (milestones.contactDays() + NAME_DAYS)
                + " days, as an answer may still have to be cleared of the name"),
        new Kept(
            Kept.Store.VAULT,
            "What stops messages about a child: a death, an enquiry, a court",
            "for as long as the case system hands it in, or the child; then "
                + (milestones.contactDays() + NAME_DAYS)
                + " days"),
        new Kept(
            Kept.Store.VAULT,
            "Lines of a file that could not be taken in, encrypted",
            Quarantine.KEPT_DAYS + " days"),
        new Kept(
            Kept.Store.VAULT,
            "Which requests of the case system were answered, so that none counts twice",
            "a day or two"));
  }

  @Override
  @Transactional("courier")
  public int run(Instant now) {
    var today = clock.at(now).today();
    var gone = today.minusDays(milestones.contactDays() + NAME_DAYS);
    return requests.forget(Reception.keptFrom(today))
        + quarantine.forget(today.minusDays(Quarantine.KEPT_DAYS))
        + events.forget(today.minusMonths(EVENT_MONTHS))
        + contacts.forget(gone)
        + bars.forget(gone);
  }
}
