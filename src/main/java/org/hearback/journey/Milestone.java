package org.hearback.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named point in a child's journey: which column of the extract signals it, and who is asked
 * about it. As {@code forms/milestones.yml} says; immutable.
 *
 * @param review whether it counts for the yearly number of reviews
 */
public record Milestone(
    String name,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean review,
    Signal signal,
    List<Ask> ask) {
  public Milestone {
    ask = List.copyOf(ask);
  }

  /** Whether an event of this day is asked about. */
  public boolean on(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /**
   * The columns of a table that say that it happened; {@code meeting} is empty where the table has
   * none. {@code only}: columns that must start with one of these words, or it has not.
   */
  public record Signal(
      String table,
      String id,
      String person,
      String date,
      String team,
      String meeting,
      Map<String, List<String>> only) {
    public Signal {
      meeting = Objects.requireNonNullElse(meeting, "");
      only = Map.copyOf(Objects.requireNonNullElse(only, Map.of()));
    }
  }

  /**
   * Whom to ask with which form. {@code ageBands} is empty for adults, whose age nobody keeps;
   * {@code channels} stand in order of preference.
   */
  public record Ask(
      Audience audience,
      List<String> ageBands,
      String form,
      int version,
      Delay delay,
      Route route,
      List<Channel> channels) {
    public Ask {
      ageBands = List.copyOf(Objects.requireNonNullElse(ageBands, List.of()));
      channels = List.copyOf(Objects.requireNonNullElse(channels, List.of(Channel.TEXT)));
    }
  }

  /** How long after the event, in days or in working days; the other is zero. */
  public record Delay(int days, int workingDays) {}

  /** To whom a message goes. */
  public enum Route {
    /**
     * The person who is asked; {@code own-phone} is how it was written when there were texts only.
     */
    @com.fasterxml.jackson.annotation.JsonProperty("own")
    @com.fasterxml.jackson.annotation.JsonAlias("own-phone")
    OWN,
    /** The adult whom the family's record names to hand a child the link. */
    @com.fasterxml.jackson.annotation.JsonProperty("route-person")
    ROUTE_PERSON
  }
}
