package org.hearback.reporting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;

/** A row of {@code feedback.reach}. */
@MappedEntity(value = "reach", schema = "feedback")
record ReachedRow(
    @Id String counted,
    String areas,
    String audience,
    String byWhat,
    String language,
    int asked,
    int missed) {
  static final String UP = "/";

  boolean isIn(String area) {
    return List.of(areas.split(UP)).contains(area);
  }
}
