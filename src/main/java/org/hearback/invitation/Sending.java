package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Events;
import org.hearback.journey.Milestones;

/**
 * The two transactions around one message: before, everything is weighed again and a secret made,
 * of which the hash is kept; after, what became of it. A crash between leaves a delivery whose
 * outcome nobody knows: it is tried once more, and after a second such the invitation counts as
 * sent. So nobody gets more than one message too many.
 */
@Singleton
class Sending {
  static final int TRIES_MAX = 3;
  private static final int UNKNOWN_MAX = 2;
  static final int LINK_DAYS = 28;
  private static final Duration HOLD = Duration.ofMinutes(10);

  private final InvitationRows invitations;
  private final LinkRows links;
  private final DeliveryRows deliveries;
  private final Events events;
  private final Milestones milestones;
  private final Circumstances circumstances;
  private final Policy policy;
  private final Writing writing;
  private final Postmen postmen;
  private final CouncilClock clock;
  private final SecureRandom random = new SecureRandom();

  Sending(
      InvitationRows invitations,
      LinkRows links,
      DeliveryRows deliveries,
      Events events,
      Milestones milestones,
      Circumstances circumstances,
      Policy policy,
      Writing writing,
      Postmen postmen,
      CouncilClock clock) {
    this.invitations = invitations;
    this.links = links;
    this.deliveries = deliveries;
    this.events = events;
    this.milestones = milestones;
    this.circumstances = circumstances;
    this.policy = policy;
    this.writing = writing;
    this.postmen = postmen;
    this.clock = clock;
  }

  /**
   * A message that is ready to go. Only here, and only now, are the person's number or address and
   * the secret known together.
   */
  record Parcel(UUID invitation, UUID delivery, TokenHash hash, Message message) {
    @Override
    public String toString() {
      return "Parcel[hidden]";
    }
  }

  @Transactional("courier")
  List<UUID> due(Channel channel, int count) {
    return invitations.due(channel.key(), clock.today(), count);
  }

  /**
   * Weighs again and packs; empty where nothing is to be sent. Where the records now say another
   * channel, it waits for that one's turn.
   */
  @Transactional("courier")
  Optional<Parcel> pack(UUID id, Channel channel) {
    var locked = invitations.lock(id);
    if (locked.isEmpty() || settled(locked.get())) {
      return Optional.empty();
    }
    var row = locked.get();
    return switch (verdict(row)) {
      case Policy.Verdict.Refuse(var reason) -> {
        invitations.refuse(id, reason);
        yield Optional.empty();
      }
      case Policy.Verdict.Send(var to, var by) when by == channel ->
          Optional.of(pack(row, to, channel));
      case Policy.Verdict.Send(_, var by) -> {
        invitations.reroute(id, by.key());
        yield Optional.empty();
      }
    };
  }

  @Transactional("courier")
  void settle(Parcel parcel, Postman.Outcome outcome) {
    switch (outcome) {
      case Postman.Outcome.Sent() -> {
        deliveries.settle(parcel.delivery(), "sent");
        invitations.sent(parcel.invitation(), clock.month().toString());
      }
      case Postman.Outcome.Refused() -> {
        fail(parcel);
        invitations.refuse(parcel.invitation(), refused(parcel.message().channel()));
      }
      case Postman.Outcome.Failed() -> fail(parcel);
      case Postman.Outcome.Unknown() -> deliveries.settle(parcel.delivery(), "sending");
      case Postman.Outcome.Closed _ -> {
        deliveries.deleteById(parcel.delivery());
        links.drop(parcel.hash().bytes());
      }
    }
  }

  private static String refused(Channel channel) {
    return switch (channel) {
      case TEXT -> "number-refused";
      case EMAIL -> "email-refused";
      case LETTER -> "address-refused";
    };
  }

  private void fail(Parcel parcel) {
    deliveries.settle(parcel.delivery(), "failed");
    links.drop(parcel.hash().bytes());
  }

  /**
   * Whether there is nothing left to do: being sent elsewhere, perhaps sent already, or tried often
   * enough.
   */
  private boolean settled(InvitationRow row) {
    var earlier = deliveries.findByInvitation(row.id());
    if (earlier.stream()
        .anyMatch(d -> d.heldUntil() != null && d.heldUntil().isAfter(clock.utc()))) {
      return true;
    }
    long unknown = earlier.stream().filter(d -> d.state().equals("sending")).count();
    boolean last = earlier.size() >= TRIES_MAX;
    if (links.spent(row.id()) > 0 || unknown >= UNKNOWN_MAX || last && unknown > 0) {
      invitations.sent(row.id(), clock.month().toString());
      return true;
    }
    if (last) {
      invitations.refuse(row.id(), "undeliverable");
      return true;
    }
    return false;
  }

  private Policy.Verdict verdict(InvitationRow row) {
    var event = events.find(row.event());
    if (event.isEmpty() || event.get().cancelled()) {
      return new Policy.Verdict.Refuse("event-cancelled");
    }
    return milestones
        .find(row.milestone())
        .flatMap(milestone -> circumstances.candidate(event.get(), milestone, row.askedKey()))
        .map(candidate -> policy.weigh(circumstances.now(candidate, row.dueOn())))
        .orElseGet(() -> new Policy.Verdict.Refuse("no-contact"));
  }

  private Parcel pack(InvitationRow row, Contact to, Channel channel) {
    var token = LinkToken.fresh(random);
    var delivery = UUID.randomUUID();
    links.add(token.hash().bytes(), row.id(), lapse());
    deliveries.save(
        new DeliveryRow(
            delivery,
            row.id(),
            postmen.name(channel),
            "sending",
            clock.today(),
            circumstances.mac(to, channel),
            clock.utc().plus(HOLD)));
    return new Parcel(row.id(), delivery, token.hash(), writing.write(to, channel, token));
  }

  /** At a midnight, so that the moment of sending cannot be read from it. */
  private LocalDateTime lapse() {
    return clock.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(LINK_DAYS).atStartOfDay();
  }
}
