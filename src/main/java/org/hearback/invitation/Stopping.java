package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import org.hearback.journey.Contacts;
import org.hearback.journey.CouncilClock;

/**
 * Carries out one request to stop: wherever the message went, and every number and address that is
 * on record now, gets no more messages, by any channel.
 */
@Singleton
class Stopping {
  private final StopRows stops;
  private final StopRequestRows requests;
  private final InvitationRows invitations;
  private final DeliveryRows deliveries;
  private final LinkRows links;
  private final Contacts contacts;
  private final Circumstances circumstances;
  private final CouncilClock clock;

  Stopping(
      StopRows stops,
      StopRequestRows requests,
      InvitationRows invitations,
      DeliveryRows deliveries,
      LinkRows links,
      Contacts contacts,
      Circumstances circumstances,
      CouncilClock clock) {
    this.stops = stops;
    this.requests = requests;
    this.invitations = invitations;
    this.deliveries = deliveries;
    this.links = links;
    this.contacts = contacts;
    this.circumstances = circumstances;
    this.clock = clock;
  }

  @Transactional("courier")
  List<byte[]> requests() {
    return requests.open().stream().map(StopRequestRow::tokenHash).toList();
  }

  /** Also closes the invitation's links. A request for a link that nobody knows is dropped. */
  @Transactional("courier")
  void carryOut(byte[] tokenHash) {
    var asked = invitations.findByTokenHash(tokenHash);
    if (asked.isPresent()) {
      var invitation = asked.get();
      deliveries
          .findByInvitation(invitation.id())
          .forEach(delivery -> stops.add(delivery.reachedMac(), clock.today()));
      contacts
          .find(invitation.routeId())
          .map(circumstances::macs)
          .orElse(List.of())
          .forEach(mac -> stops.add(mac, clock.today()));
      links.close(
          invitation.id(), clock.now().atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay());
    }
    requests.done(tokenHash);
  }
}
