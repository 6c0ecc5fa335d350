package org.hearback.theme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.hearback.journey.AreaNames;
import org.hearback.journey.Definition;
import org.hearback.journey.ServiceAreas;

/** The council of {@code forms/service-areas.yml}, for a test without the service. */
final class Council {
  static final ServiceAreas AREAS;
  static final AreaNames NAMES;

  static {
    var file = Definition.parse("service-areas", Definition.text("service-areas"), JsonNode.class);
    var parents = new HashMap<String, String>();
    var names = new HashMap<String, String>();
    file.get("areas")
        .properties()
        .forEach(area -> {
          names.put(area.getKey(), area.getValue().get("name").asText());
          if (area.getValue().has("parent")) {
            parents.put(area.getKey(), area.getValue().get("parent").asText());
          }
        });
    AREAS = new ServiceAreas(parents, file.get("council").asText());
    NAMES = new AreaNames(names, Map.of());
  }

  private Council() {}
}
