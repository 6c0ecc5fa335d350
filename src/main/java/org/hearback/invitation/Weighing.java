package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearback.journey.Channel;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Events;
import org.hearback.journey.Milestone;
import org.hearback.journey.MilestoneEvent;
import org.hearback.journey.Milestones;

/**
 * Makes invitations of one event, or notes why not. It comes back to the event until its late days
 * are over, as contacts arrive late and bars are lifted; what was sent stays as it is. One
 * transaction an event.
 */
@Singleton
class Weighing {
  /** What the carrier found out is not undone by the case system. */
  private static final Set<String> FINAL =
      Set.of("undeliverable", "number-refused", "email-refused", "address-refused");

  private final Milestones milestones;
  private final Events events;
  private final Circumstances circumstances;
  private final Policy policy;
  private final InvitationRows invitations;
  private final DeliveryRows deliveries;
  private final CouncilClock clock;

  Weighing(
      Milestones milestones,
      Events events,
      Circumstances circumstances,
      Policy policy,
      InvitationRows invitations,
      DeliveryRows deliveries,
      CouncilClock clock) {
    this.milestones = milestones;
    this.events = events;
    this.circumstances = circumstances;
    this.policy = policy;
    this.invitations = invitations;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Transactional("courier")
  void weigh(MilestoneEvent event) {
    var asks =
        milestones
            .find(event.milestone())
            .filter(m -> m.on(event.occurredOn()))
            .map(Milestone::ask)
            .orElse(List.of());
    var family = circumstances.family(event);
    var before = new HashMap<String, InvitationRow>();
    invitations.findByEvent(event.id()).forEach(row -> before.put(hex(row.askedKey()), row));
    var keys = new HashSet<String>();
    boolean over = true;
    for (var ask : asks) {
      var due = due(event, ask);
      over &= clock.today().isAfter(due.plusDays(milestones.lateDays()));
      var candidates = Candidate.of(event, ask, family);
      for (var candidate : candidates) {
        var key = candidate.askedKey();
        keys.add(hex(key));
        weigh(candidate, due, known(before, key));
      }
      if (candidates.isEmpty() && ask.ageBands().isEmpty()) {
        var key = Candidate.nobodyKey(event, ask);
        keys.add(hex(key));
        if (known(before, key).isEmpty()) {
          invitations.save(nobody(event, ask, due, key));
        }
      }
    }
    before.keySet().removeAll(keys);
    before.values().forEach(this::drop);
    if (over) {
      events.weighed(event.id());
    }
  }

  /**
   * Never due before the import that brought the event: what comes late is not sent the same minute
   * as overdue.
   */
  private LocalDate due(MilestoneEvent event, Milestone.Ask ask) {
    var due = milestones.due(event.occurredOn(), ask.delay());
    return due.isBefore(event.seenOn()) ? event.seenOn() : due;
  }

  /** What there is under this key, of this event or of another one about the same meeting. */
  private Optional<InvitationRow> known(Map<String, InvitationRow> ofEvent, byte[] key) {
    return Optional.ofNullable(ofEvent.get(hex(key))).or(() -> invitations.findByAskedKey(key));
  }

  private void weigh(Candidate candidate, LocalDate due, Optional<InvitationRow> known) {
    if (known
        .filter(row -> row.state().equals("sent") || FINAL.contains(row.reason()))
        .isPresent()) {
      return;
    }
    boolean elsewhere =
        known.filter(row -> !row.event().equals(candidate.event().id())).isPresent();
    if (elsewhere && known.orElseThrow().state().equals("waiting")) {
      return;
    }
    var verdict = policy.weigh(circumstances.planned(candidate, due));
    if (!elsewhere || verdict instanceof Policy.Verdict.Send) {
      keep(
          row(known.map(InvitationRow::id).orElseGet(UUID::randomUUID), candidate, due, verdict),
          known.isEmpty());
    }
  }

  private void keep(InvitationRow row, boolean fresh) {
    if (fresh) {
      invitations.save(row);
    } else {
      invitations.weigh(
          row.id(),
          row.routeId(),
          row.event(),
          row.ageBand(),
          row.area(),
          row.form(),
          row.formVersion(),
          row.language(),
          row.dueOn(),
          row.channel(),
          row.state(),
          row.reason());
    }
  }

  private static InvitationRow row(
      UUID id, Candidate candidate, LocalDate due, Policy.Verdict verdict) {
    var to = candidate.to().isEmpty() ? "" : candidate.to().getFirst().person();
    return switch (verdict) {
      case Policy.Verdict.Send(var contact, var channel) ->
          row(id, candidate, contact.person(), due, channel, "");
      case Policy.Verdict.Refuse(var reason) ->
          row(id, candidate, to, due, candidate.ask().channels().getFirst(), reason);
    };
  }

  private static InvitationRow row(
      UUID id, Candidate candidate, String to, LocalDate due, Channel channel, String reason) {
    var asked = candidate.asked();
    var state = reason.isEmpty() ? "waiting" : "refused";
    return new InvitationRow(
        id,
        candidate.askedKey(),
        asked.person(),
        to,
        candidate.event().id(),
        candidate.event().milestone(),
        candidate.ask().audience().name(),
        asked.ageBand(),
        candidate.event().area(),
        "",
        candidate.ask().form(),
        candidate.ask().version(),
        asked.language(),
        due,
        state,
        reason,
        channel.key());
  }

  /** Nobody to ask, so far: noted, so that it can be counted. */
  private static InvitationRow nobody(
      MilestoneEvent event, Milestone.Ask ask, LocalDate due, byte[] key) {
    return new InvitationRow(
        UUID.randomUUID(),
        key,
        event.person(),
        "",
        event.id(),
        event.milestone(),
        ask.audience().name(),
        "",
        event.area(),
        "",
        ask.form(),
        ask.version(),
        "en",
        due,
        "refused",
        "no-contact",
        ask.channels().getFirst().key());
  }

  /** The records no longer say that this person is to be asked about this event. */
  private void drop(InvitationRow row) {
    if (row.state().equals("sent") || FINAL.contains(row.reason())) {
      return;
    }
    if (deliveries.findByInvitation(row.id()).isEmpty()) {
      invitations.deleteById(row.id());
    } else {
      invitations.refuse(row.id(), "replaced");
    }
  }

  private static String hex(byte[] key) {
    return HexFormat.of().formatHex(Arrays.copyOf(key, key.length));
  }
}
