package org.hearback.invitation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.Milestones;

/**
 * Whether one person may be asked, now, and by which channel. Every rule is a reason not to send;
 * the first that holds is the one that is told. Of the channels that the milestone names, the first
 * is taken that the contact record allows and that somebody carries; when none is allowed, the
 * reason is that of the preferred one. Asked when an event comes in and again at the moment of
 * sending. Pure; safe for any thread.
 */
final class Policy {
  private static final int YEAR = 12;

  private final Milestones milestones;

  Policy(Milestones milestones) {
    this.milestones = milestones;
  }

  /** Send, or the reason not to. */
  sealed interface Verdict {
    record Send(Contact to, Channel channel) implements Verdict {}

    record Refuse(String reason) implements Verdict {}
  }

  private record Rule(String reason, BiPredicate<Milestones, Situation> forbids) {}

  private static final List<Rule> BEFORE =
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
          new Rule("no-route-person", (_, s) -> s.to().isEmpty()));

  private static final List<Rule> AFTER =
      List.of(
          new Rule("contact-out-of-date", (_, s) -> !s.confirmed()),
          new Rule("stopped", (_, s) -> s.stopped()),
          new Rule("asked-recently", Policy::askedRecently),
          new Rule(
              "enough-reviews", (m, s) -> s.review() && s.reviews() >= m.caps().reviewsYearly()),
          new Rule("asked-enough", Policy::askedEnough),
          new Rule("too-late", (m, s) -> s.on().isAfter(s.due().plusDays(m.lateDays()))));

  Verdict weigh(Situation situation) {
    return first(BEFORE, situation)
        .or(() -> objection(situation))
        .or(() -> first(AFTER, situation))
        .<Verdict>map(Verdict.Refuse::new)
        .orElseGet(() -> new Verdict.Send(situation.to().getFirst(), channel(situation)));
  }

  private Optional<String> first(List<Rule> rules, Situation situation) {
    return rules.stream()
        .filter(rule -> rule.forbids().test(milestones, situation))
        .map(rule ->
            rule.reason().equals("barred")
                ? "barred:" + situation.bars().getFirst()
                : rule.reason())
        .findFirst();
  }

  /** Why none of the channels will do; the preferred one's reason. */
  private static Optional<String> objection(Situation s) {
    var objections =
        s.ask().channels().stream().map(channel -> Reachable.objection(s, channel)).toList();
    return objections.stream().allMatch(Optional::isPresent)
        ? objections.getFirst()
        : Optional.empty();
  }

  /** One that nobody carries is taken only where there is no other: the invitation then waits. */
  private static Channel channel(Situation s) {
    var allowed =
        s.ask().channels().stream()
            .filter(channel -> Reachable.objection(s, channel).isEmpty())
            .toList();
    return allowed.stream().filter(s.carried()::contains).findFirst().orElseGet(allowed::getFirst);
  }

  private static Stream<String> flags(Situation s) {
    return s.people().flatMap(contact -> contact.flags().stream());
  }

  /**
   * So that nobody counts more often in twelve months that a figure covers. One month more, as an
   * answer may be stored under the month after.
   */
  private static boolean askedEnough(Milestones milestones, Situation s) {
    var month = YearMonth.from(s.on());
    return s.askedIn().stream()
            .filter(other -> Math.abs(ChronoUnit.MONTHS.between(other, month)) <= YEAR)
            .count()
        >= milestones.caps().askedYearly();
  }

  private static boolean askedRecently(Milestones milestones, Situation s) {
    return s.askedOn().stream()
        .anyMatch(day ->
            Math.abs(ChronoUnit.DAYS.between(day, s.on())) < milestones.caps().daysBetween());
  }
}
