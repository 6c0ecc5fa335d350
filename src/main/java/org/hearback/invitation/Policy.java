package org.hearback.invitation;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.hearback.journey.Contact;
import org.hearback.journey.ContactRole;
import org.hearback.journey.Milestones;

/**
 * Whether one person may be asked, now. Every rule is a reason not to send; the first that holds is
 * the one that is told. Asked when an event comes in and again at the moment of sending. Pure; safe
 * for any thread.
 */
final class Policy {
  private final Milestones milestones;

  /** A route person who has a parent's phone is no way around the parents. */
  private static final Set<ContactRole> PARENTS = EnumSet.of(ContactRole.PARENT, ContactRole.CARER);

  /**
   * Two adults with one number may be victim and perpetrator, or a slip of the keyboard: nobody
   * knows who would read it. A child's record often holds the parent's number, and harms nobody.
   */
  private static final Set<ContactRole> ADULTS =
      EnumSet.complementOf(EnumSet.of(ContactRole.CHILD));

  Policy(Milestones milestones) {
    this.milestones = milestones;
  }

  /** Send, or the reason not to. */
  sealed interface Verdict {
    record Send(Contact to) implements Verdict {}

    record Refuse(String reason) implements Verdict {}
  }

  private record Rule(String reason, BiPredicate<Milestones, Situation> forbids) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("event-cancelled", (_, s) -> s.cancelled()),
          new Rule("barred", (_, s) -> !s.bars().isEmpty()),
          new Rule("flag", (m, s) -> flags(s).anyMatch(m.flags().stop()::contains)),
          new Rule("unknown-flag", (m, s) -> !flags(s).allMatch(m.flags().harmless()::contains)),
          new Rule(
              "age",
              (_, s) ->
                  !s.ask().ageBands().isEmpty()
                      && !s.ask().ageBands().contains(s.asked().ageBand())),
          new Rule("no-route-person", (_, s) -> s.to().isEmpty()),
          new Rule(
              "texts-not-wanted", (_, s) -> people(s).anyMatch(c -> c.sms() == Contact.Sms.NO)),
          new Rule("texts-not-known-safe", (_, s) -> s.to().getFirst().sms() != Contact.Sms.YES),
          new Rule("no-phone", (_, s) -> s.to().getFirst().phone().isEmpty()),
          new Rule("contact-out-of-date", (_, s) -> !s.confirmed()),
          new Rule("route-shares-phone", (_, s) -> toRoute(s) && heldBy(s, PARENTS)),
          new Rule("phone-shared", (_, s) -> !toRoute(s) && heldBy(s, ADULTS)),
          new Rule("stopped", (_, s) -> s.stopped()),
          new Rule("asked-recently", Policy::askedRecently),
          new Rule(
              "enough-reviews", (m, s) -> s.review() && s.reviews() >= m.caps().reviewsYearly()),
          new Rule("too-late", (m, s) -> s.on().isAfter(s.due().plusDays(m.lateDays()))));

  Verdict weigh(Situation situation) {
    for (var rule : RULES) {
      if (rule.forbids().test(milestones, situation)) {
        return new Verdict.Refuse(
            rule.reason().equals("barred")
                ? "barred:" + situation.bars().getFirst()
                : rule.reason());
      }
    }
    return new Verdict.Send(situation.to().getFirst());
  }

  private static Stream<Contact> people(Situation s) {
    return Stream.concat(Stream.of(s.child(), s.asked()), s.to().stream());
  }

  private static Stream<String> flags(Situation s) {
    return people(s).flatMap(contact -> contact.flags().stream());
  }

  private static boolean askedRecently(Milestones milestones, Situation s) {
    return s.askedOn().stream()
        .anyMatch(day ->
            Math.abs(ChronoUnit.DAYS.between(day, s.on())) < milestones.caps().daysBetween());
  }

  private static boolean toRoute(Situation s) {
    return s.to().getFirst().role() == ContactRole.ROUTE;
  }

  private static boolean heldBy(Situation s, Set<ContactRole> roles) {
    return s.sharers().stream().anyMatch(roles::contains);
  }
}
