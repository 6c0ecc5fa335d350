package org.hearback.journey;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

@MappedEntity(value = "quarantine", schema = "vault")
record QuarantineRow(
    @Id UUID id,
    String file,
    int line,
    String reason,
    byte[] sealed,
    LocalDate seenOn,
    byte[] lineHash) {

  @Override
  public String toString() {
    return "QuarantineRow[" + reason + "]";
  }
}
