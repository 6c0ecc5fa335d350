package org.hearback.invitation;

import java.time.temporal.ChronoUnit;
import java.util.List;
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
          new Rule("route-shares-phone", (_, s) -> sharesPhone(s)),
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

  /** A route person who has the parents' phone is no way around them. */
  private static boolean sharesPhone(Situation s) {
    var to = s.to().getFirst();
    return to.role() == ContactRole.ROUTE
        && s.family().stream()
            .filter(c -> c.role() == ContactRole.PARENT || c.role() == ContactRole.CARER)
            .anyMatch(c -> c.phone().equals(to.phone()));
  }
}
