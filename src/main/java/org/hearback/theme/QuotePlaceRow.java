package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Where a quote stands in the list of all, without a word of it. */
@MappedEntity(value = "quote", schema = "feedback")
record QuotePlaceRow(@Id UUID id, String verdict, String pickedBy, String area) {

  /** What somebody can check stands first, then what others have to. */
  int rank(String signIn) {
    return switch (verdict) {
      case "waiting" -> pickedBy.equals(signIn) ? 1 : 0;
      case "checked" -> 2;
      default -> 3;
    };
  }
}
