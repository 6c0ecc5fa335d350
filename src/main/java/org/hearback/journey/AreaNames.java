package org.hearback.journey;

import java.util.Map;

/** The public names of the service areas. Immutable. */
public record AreaNames(Map<String, String> names) {
  public AreaNames {
    names = Map.copyOf(names);
  }

  /** The name of an area; the key itself where the tree does not know it. */
  public String name(String area) {
    return names.getOrDefault(area, area);
  }
}
