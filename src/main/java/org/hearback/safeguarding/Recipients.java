package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.anonymity.OfficeHours;
import org.hearback.invitation.StaffPost;
import org.hearback.journey.Channel;

/**
 * Whom a step asks. Where nobody of them can be reached the next are asked: duty, then deputies,
 * then leads. Safe for any thread.
 */
@Singleton
final class Recipients {
  private final StaffList staff;
  private final StaffPost post;
  private final Webhook webhook;
  private final NightContact night;
  private final OfficeHours hours;

  Recipients(
      StaffList staff, StaffPost post, Webhook webhook, NightContact night, OfficeHours hours) {
    this.staff = staff;
    this.post = post;
    this.webhook = webhook;
    this.night = night;
    this.hours = hours;
  }

  /** Whether an alert can go anywhere at all. */
  boolean someWay() {
    return webhook.configured()
        || post.carried().contains(Channel.EMAIL)
        || post.carried().contains(Channel.TEXT);
  }

  /**
   * Everybody, by every way in which they can be reached; empty where nobody can.
   *
   * @param language of what waits; empty where it is not known
   */
  Set<Recipient> of(Step step, Optional<String> language, Instant now) {
    var to = andTheWebhook(step == Step.NIGHT ? List.<Staff>of() : people(step, language, now));
    if (step == Step.NIGHT) {
      to.add(night.recipient());
    }
    return to;
  }

  /** The other leads, or else the others on the rota; this person where there is nobody else. */
  Set<Recipient> beside(Staff alone, Instant now) {
    var leads = others(staff.holding(Role.LEAD), alone);
    var rota = others(staff.onRota(hours.deskDay(now)), alone);
    return andTheWebhook(first(List.of(leads, rota, List.of(alone))));
  }

  private Set<Recipient> andTheWebhook(List<Staff> people) {
    var to = new LinkedHashSet<Recipient>();
    people.forEach(person -> to.addAll(ways(person)));
    if (webhook.configured()) {
      to.add(new Recipient(Recipient.WEBHOOK, Recipient.Way.WEBHOOK));
    }
    return to;
  }

  private static List<Staff> others(List<Staff> people, Staff alone) {
    return people.stream().filter(person -> !person.id().equals(alone.id())).toList();
  }

  private List<Staff> people(Step step, Optional<String> language, Instant now) {
    var day = hours.deskDay(now);
    var duty = staff.onDuty(day);
    var rota = staff.onRota(day);
    var leads = staff.holding(Role.LEAD);
    var fitting =
        duty.stream().filter(person -> language.filter(person::reads).isPresent()).toList();
    return switch (step) {
      case FIRST -> first(List.of(fitting, duty, rota, leads));
      case HALF -> first(List.of(rota, leads));
      default -> first(List.of(leads, rota));
    };
  }

  private List<Staff> first(List<List<Staff>> groups) {
    return groups.stream()
        .filter(group -> group.stream().anyMatch(person -> !ways(person).isEmpty()))
        .findFirst()
        .orElse(List.of());
  }

  private Set<Recipient> ways(Staff person) {
    var ways = new LinkedHashSet<Recipient>();
    if (!person.email().isBlank() && post.carried().contains(Channel.EMAIL)) {
      ways.add(new Recipient(person.id().toString(), Recipient.Way.EMAIL));
    }
    if (!person.phone().isEmpty() && post.carried().contains(Channel.TEXT)) {
      ways.add(new Recipient(person.id().toString(), Recipient.Way.TEXT));
    }
    return ways;
  }
}
