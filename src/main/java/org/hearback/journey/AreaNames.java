package org.hearback.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The public names of the service areas, and what they were called before. Immutable.
 *
 * @param formerly by area, oldest first; an area keeps its key and what was said under it
 */
public record AreaNames(Map<String, String> names, Map<String, List<Former>> formerly) {
  public AreaNames {
    names = Map.copyOf(names);
    formerly = Map.copyOf(formerly);
  }

  /**
   * A name that an area has had.
   *
   * @param until the last day of it
   */
  public record Former(String name, LocalDate until) {}

  /** The name of an area; the key itself where the tree does not know it. */
  public String name(String area) {
    return names.getOrDefault(area, area);
  }

  /** What an area was called before; empty where it never had another name. */
  public List<Former> formerly(String area) {
    return formerly.getOrDefault(area, List.of());
  }
}
