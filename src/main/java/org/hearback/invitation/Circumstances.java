package org.hearback.invitation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.Contacts;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Milestone;
import org.hearback.journey.MilestoneEvent;
import org.hearback.journey.Milestones;

/** Gathers what the vault knows about a candidate. Runs within the transaction of whoever asks. */
@Singleton
final class Circumstances {
  private final Milestones milestones;
  private final Contacts contacts;
  private final InvitationRows invitations;
  private final DeliveryRows deliveries;
  private final StopRows stops;
  private final Postmen postmen;
  private final CouncilClock clock;

  Circumstances(
      Milestones milestones,
      Contacts contacts,
      InvitationRows invitations,
      DeliveryRows deliveries,
      StopRows stops,
      Postmen postmen,
      CouncilClock clock) {
    this.milestones = milestones;
    this.contacts = contacts;
    this.invitations = invitations;
    this.deliveries = deliveries;
    this.stops = stops;
    this.postmen = postmen;
    this.clock = clock;
  }

  /** Everybody in the record of the child of an event; nobody while it has none. */
  List<Contact> family(MilestoneEvent event) {
    return contacts.around(event.person());
  }

  /** The candidate that a waiting invitation was made for, if the records still say so. */
  Optional<Candidate> candidate(MilestoneEvent event, Milestone milestone, byte[] askedKey) {
    var family = family(event);
    return milestone.ask().stream()
        .flatMap(ask -> Candidate.of(event, ask, family).stream())
        .filter(candidate -> Arrays.equals(candidate.askedKey(), askedKey))
        .findFirst();
  }

  /** As it would be on its due day: what waits for the same person counts as asked. */
  Situation planned(Candidate candidate, LocalDate due) {
    var others =
        invitations.findByPersonIdAndState(candidate.asked().person(), "waiting").stream()
            .filter(row -> !Arrays.equals(row.askedKey(), candidate.askedKey()))
            .map(row -> latest(row.dueOn(), clock.today()))
            .toList();
    return at(candidate, due, latest(due, clock.today()), others);
  }

  /** As it is now. */
  Situation now(Candidate candidate, LocalDate due) {
    return at(candidate, due, clock.today(), List.of());
  }

  /** The keyed hash of where a message to this contact goes. */
  byte[] mac(Contact contact, Channel channel) {
    return contacts.mac(contact, channel).orElseThrow();
  }

  /** The keyed hashes of wherever this contact could be reached. */
  List<byte[]> macs(Contact contact) {
    return Arrays.stream(Channel.values())
        .flatMap(channel -> contacts.mac(contact, channel).stream())
        .toList();
  }

  private Situation at(Candidate candidate, LocalDate due, LocalDate on, List<LocalDate> more) {
    var to = candidate.to();
    var asked =
        Stream.concat(
            deliveries.asked(candidate.asked().person(), candidate.askedKey()).stream(),
            askedElsewhere(candidate).stream());
    return new Situation(
        candidate.ask(),
        candidate.event().cancelled(),
        candidate.child(),
        candidate.asked(),
        to,
        to.isEmpty() ? Map.of() : contacts.sharers(to.getFirst()),
        postmen.carried(),
        Stream.concat(Stream.of(candidate.child(), candidate.asked()), to.stream())
            .allMatch(this::confirmed),
        contacts.bars(candidate.child()),
        to.stream().anyMatch(this::stopped),
        Stream.concat(asked, more.stream()).toList(),
        askedIn(candidate, more),
        milestones.find(candidate.event().milestone()).filter(Milestone::review).isPresent(),
        reviews(candidate.asked().person()),
        due,
        on);
  }

  private List<YearMonth> askedIn(Candidate candidate, List<LocalDate> more) {
    var person = candidate.asked().person();
    var key = candidate.askedKey();
    var elsewhere =
        candidate.ask().audience().group() == AudienceGroup.STAFF_AND_PARTNER
            ? contacts
                .mac(candidate.asked(), Channel.EMAIL)
                .map(mac -> deliveries.reachedIn(mac, person))
                .orElse(List.of())
            : List.<String>of();
    return Stream.of(
            invitations.askedIn(person, key).stream().map(YearMonth::parse),
            elsewhere.stream().map(YearMonth::parse),
            more.stream().map(YearMonth::from))
        .flatMap(months -> months)
        .toList();
  }

  /** Who works with many families stands in many records, and reads one mailbox. */
  private List<LocalDate> askedElsewhere(Candidate candidate) {
    if (candidate.ask().audience().group() != AudienceGroup.STAFF_AND_PARTNER) {
      return List.of();
    }
    return contacts
        .mac(candidate.asked(), Channel.EMAIL)
        .map(mac -> deliveries.reached(mac, candidate.askedKey()))
        .orElse(List.of());
  }

  /** Whoever said stop once is not reached by another channel either. */
  private boolean stopped(Contact to) {
    return stops.stands(
        to.person(),
        contacts.mac(to, Channel.TEXT).orElse(null),
        contacts.mac(to, Channel.EMAIL).orElse(null),
        contacts.mac(to, Channel.LETTER).orElse(null));
  }

  private boolean confirmed(Contact contact) {
    return !clock.today().isAfter(contact.seenOn().plusDays(milestones.contactDays()));
  }

  private int reviews(String person) {
    var reviews =
        milestones.milestones().entrySet().stream()
            .filter(milestone -> milestone.getValue().review())
            .map(java.util.Map.Entry::getKey)
            .toList();
    var since = clock.month().minusMonths(11).toString();
    return reviews.isEmpty() ? 0 : invitations.sentSince(person, since, reviews);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
