package org.hearback.journey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code forms/service-areas.yml} as it stands. */
record AreaFile(String council, Map<String, Area> areas) {

  record Area(
      String name,
      @Nullable String parent,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      List<AreaNames.Former> formerly,
      List<Team> teams) {
    Area {
      formerly = List.copyOf(Objects.requireNonNullElse(formerly, List.of()));
      teams = List.copyOf(Objects.requireNonNullElse(teams, List.of()));
    }

    private boolean on(LocalDate day) {
      return covers(validFrom, validTo, day);
    }
  }

  record Team(String team, LocalDate validFrom, @Nullable LocalDate validTo) {
    private boolean on(LocalDate day) {
      return covers(validFrom, validTo, day);
    }
  }

  private static boolean covers(LocalDate from, @Nullable LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** Areas of every time: an answer keeps the label that was true when its milestone happened. */
  ServiceAreas tree() {
    var parents = new HashMap<String, String>();
    areas.forEach((key, area) -> {
      if (area.parent() != null) {
        parents.put(key, area.parent());
      } else if (!key.equals(council)) {
        throw new IllegalArgumentException("an area without a parent: " + key);
      }
    });
    return new ServiceAreas(parents, council);
  }

  AreaNames names() {
    var names = new HashMap<String, String>();
    var formerly = new HashMap<String, List<AreaNames.Former>>();
    areas.forEach((key, area) -> {
      names.put(key, area.name());
      formerly.put(key, area.formerly());
    });
    return new AreaNames(names, formerly);
  }

  List<String> areasOf(String team, LocalDate day) {
    return areas.entrySet().stream()
        .filter(area -> area.getValue().on(day))
        .filter(area ->
            area.getValue().teams().stream().anyMatch(t -> t.team().equals(team) && t.on(day)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
