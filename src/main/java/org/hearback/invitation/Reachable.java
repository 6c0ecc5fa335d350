package org.hearback.invitation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.ContactRole;

/**
 * Whether a person may be reached by one channel: the feed says that it is safe, there is a number
 * or an address, and nobody else can be expected to read it. Pure.
 */
final class Reachable {
  /** A route person who is reached where a parent is, is no way around the parents. */
  private static final Set<ContactRole> PARENTS = EnumSet.of(ContactRole.PARENT, ContactRole.CARER);

  /**
   * Two adults with one number or one front door may be victim and perpetrator, or a slip of the
   * keyboard: nobody knows who would read it. A child's record often holds the parent's, and harms
   * nobody.
   */
  private static final Set<ContactRole> ADULTS =
      EnumSet.complementOf(EnumSet.of(ContactRole.CHILD));

  /** Who works with several families stands in each of their records with one mailbox. */
  private static final Set<ContactRole> FAMILY =
      EnumSet.of(ContactRole.CHILD, ContactRole.CARE_LEAVER, ContactRole.PARENT, ContactRole.CARER);

  private Reachable() {}

  /** Why not; empty when nothing stands against it. */
  static Optional<String> objection(Situation s, Channel channel) {
    var to = s.to().getFirst();
    if (whoMayForbid(s).anyMatch(contact -> contact.ok(channel) == Contact.Ok.NO)) {
      return Optional.of(things(channel) + "-not-wanted");
    }
    if (to.ok(channel) != Contact.Ok.YES) {
      return Optional.of(things(channel) + "-not-known-safe");
    }
    if (!to.reachableBy(channel)) {
      return Optional.of("no-" + place(channel));
    }
    if (s.sharers().getOrDefault(channel, ADULTS).stream()
        .anyMatch(readers(s, channel)::contains)) {
      return Optional.of(
          to.role() == ContactRole.ROUTE
              ? "route-shares-" + place(channel)
              : place(channel) + "-shared");
    }
    return Optional.empty();
  }

  /** Whose "no" counts: a child's too, unless it is a professional at work who is asked. */
  private static Stream<Contact> whoMayForbid(Situation s) {
    return professional(s) ? Stream.concat(Stream.of(s.asked()), s.to().stream()) : s.people();
  }

  /** The parts of others who must not hold the same number or address. */
  private static Set<ContactRole> readers(Situation s, Channel channel) {
    if (s.to().getFirst().role() == ContactRole.ROUTE) {
      return PARENTS;
    }
    return professional(s) && channel == Channel.EMAIL ? FAMILY : ADULTS;
  }

  private static boolean professional(Situation s) {
    return s.ask().audience().group() == AudienceGroup.STAFF_AND_PARTNER;
  }

  private static String things(Channel channel) {
    return switch (channel) {
      case TEXT -> "texts";
      case EMAIL -> "emails";
      case LETTER -> "letters";
    };
  }

  private static String place(Channel channel) {
    return switch (channel) {
      case TEXT -> "phone";
      case EMAIL -> "email";
      case LETTER -> "address";
    };
  }
}
