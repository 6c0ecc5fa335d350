package org.hearback.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code forms/milestones.yml}: who is asked what, when, by which route, and never. Immutable, safe
 * for any thread.
 *
 * @param backdatedDays how old an event may be when it first comes
 * @param lateDays so long after its due day an invitation may still be sent
 * @param contactDays for so long a contact record is good after the feed last held it
 */
public record Milestones(
    int backdatedDays,
    int lateDays,
    int contactDays,
    Caps caps,
    Flags flags,
    Map<String, Milestone> milestones,
    List<BarRule> bars,
    Set<LocalDate> holidays) {

  public Milestones {
    milestones = Map.copyOf(milestones);
    bars = List.copyOf(bars);
    holidays = Set.copyOf(holidays);
    var tables = new HashSet<String>();
    for (var milestone : milestones.values()) {
      if (!tables.add(milestone.signal().table())) {
        throw new IllegalArgumentException("two milestones read " + milestone.signal().table());
      }
      milestone.ask().forEach(Milestones::checkRoute);
    }
    var keys = new HashMap<String, String>();
    milestones.values().stream()
        .map(Milestone::signal)
        .forEach(s -> agree(keys, s.table(), s.id() + " " + s.person()));
    bars.forEach(bar -> agree(keys, bar.table(), bar.id() + " " + bar.person()));
  }

  private static void checkRoute(Milestone.Ask ask) {
    boolean young = ask.audience() == Audience.CHILD || ask.audience() == Audience.YOUNG_PERSON;
    if (young && ask.route() != Milestone.Route.ROUTE_PERSON) {
      throw new IllegalArgumentException(ask.form() + ": a child is asked through a route person");
    }
    if (ask.audience().group() == AudienceGroup.STAFF_AND_PARTNER
        && !(ask.channels().equals(List.of(Channel.EMAIL)) && ask.route() == Milestone.Route.OWN)) {
      throw new IllegalArgumentException(ask.form() + ": staff and partners are asked by e-mail");
    }
  }

  private static void agree(HashMap<String, String> keys, String table, String columns) {
    if (!columns.equals(keys.computeIfAbsent(table, _ -> columns))) {
      throw new IllegalArgumentException(table + " is read under two ids or two persons");
    }
  }

  /**
   * One invitation a person in so many days, so many in a year, and so many of them about reviews.
   *
   * @param askedYearly bounds how often one person counts in one published cell; never more than
   *     {@link #ASKED_YEARLY_MAX}, which is also what holds where a file says nothing
   */
  public record Caps(int daysBetween, int askedYearly, int reviewsYearly) {
    public static final int ASKED_YEARLY_MAX = 2;

    public Caps {
      askedYearly = askedYearly == 0 ? ASKED_YEARLY_MAX : askedYearly;
      if (askedYearly < 1 || askedYearly > ASKED_YEARLY_MAX) {
        throw new IllegalArgumentException("a person is asked once or twice a year at most");
      }
    }
  }

  /**
   * Legal flags that stop every message, and those known to be harmless; any other is unknown, and
   * stops too.
   */
  public record Flags(Set<String> stop, Set<String> harmless) {
    public Flags {
      stop = Set.copyOf(stop);
      harmless = Set.copyOf(harmless);
    }
  }

  /** Whether a bar silences one child or the whole family. */
  public enum Stops {
    @com.fasterxml.jackson.annotation.JsonProperty("child")
    CHILD,
    @com.fasterxml.jackson.annotation.JsonProperty("family")
    FAMILY
  }

  /** What a row says about a child that stops messages: all its conditions together. */
  public record BarRule(
      String reason,
      String table,
      String id,
      String person,
      Stops stops,
      List<String> filled,
      List<String> empty,
      List<String> yes,
      Map<String, List<String>> starts) {
    public BarRule {
      filled = List.copyOf(Objects.requireNonNullElse(filled, List.of()));
      empty = List.copyOf(Objects.requireNonNullElse(empty, List.of()));
      yes = List.copyOf(Objects.requireNonNullElse(yes, List.of()));
      starts = Map.copyOf(Objects.requireNonNullElse(starts, Map.of()));
    }
  }

  public Optional<Milestone> find(String key) {
    return Optional.ofNullable(milestones.get(key));
  }

  /**
   * The day on which an event becomes due: days count as they are, working days leave out weekends
   * and holidays.
   */
  public LocalDate due(LocalDate occurredOn, Milestone.Delay delay) {
    var day = occurredOn.plusDays(delay.days());
    for (int left = delay.workingDays(); left > 0; ) {
      day = day.plusDays(1);
      if (works(day)) {
        left--;
      }
    }
    return day;
  }

  private boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }
}
