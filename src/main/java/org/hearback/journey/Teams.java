package org.hearback.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which team of the case system belonged to which service area on which day. Immutable. */
public final class Teams {
  private final AreaFile file;

  /**
   * @throws IllegalArgumentException when a team belongs to two areas on one day
   */
  Teams(AreaFile file) {
    this.file = file;
    file.areas().values().stream()
        .flatMap(area -> area.teams().stream())
        .forEach(team -> single(team.team(), team.validFrom()));
  }

  /** The area of a team on a day, empty where the file names none. */
  public Optional<String> areaOfTeam(String team, LocalDate on) {
    return single(team, on).stream().findFirst();
  }

  private List<String> single(String team, LocalDate on) {
    var areas = file.areasOf(team, on);
    if (areas.size() > 1) {
      throw new IllegalArgumentException(team + " belongs to two areas on " + on + ": " + areas);
    }
    return areas;
  }
}
