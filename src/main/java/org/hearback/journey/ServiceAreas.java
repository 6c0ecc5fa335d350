package org.hearback.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of service areas, as {@code forms/service-areas.yml} draws it: leaves below parents
 * below the one council. Immutable, safe for any thread.
 *
 * @param parents each area's key and its parent's; the council is a value and no key
 * @param council the key of the root
 */
public record ServiceAreas(Map<String, String> parents, String council) {

  public ServiceAreas {
    parents = Map.copyOf(parents);
    if (parents.containsKey(council)) {
      throw new IllegalArgumentException("the council has no parent: " + council);
    }
    for (var area : parents.keySet()) {
      var seen = new ArrayList<String>();
      for (var at = area; !at.equals(council); at = parents.get(at)) {
        if (seen.contains(at) || !parents.containsKey(at)) {
          throw new IllegalArgumentException("no way from the area to the council: " + area);
        }
        seen.add(at);
      }
    }
  }

  /** The area above, empty for the council. */
  public Optional<String> parent(String area) {
    return Optional.ofNullable(parents.get(area));
  }

  /** Whether the tree knows the area; the council counts. */
  public boolean knows(String area) {
    return area.equals(council) || parents.containsKey(area);
  }

  /** The areas directly below, in the order of their keys. */
  public List<String> children(String area) {
    return parents.entrySet().stream()
        .filter(entry -> entry.getValue().equals(area))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The area itself and all above it, the council last. */
  public List<String> upwards(String area) {
    var way = new ArrayList<String>(List.of(area));
    for (var above = parent(area); above.isPresent(); above = parent(above.get())) {
      way.add(above.get());
    }
    return List.copyOf(way);
  }
}
