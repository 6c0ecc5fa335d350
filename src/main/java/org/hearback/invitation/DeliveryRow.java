package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "delivery", schema = "vault")
record DeliveryRow(
    @Id UUID id,
    UUID invitation,
    String postman,
    String state,
    LocalDate madeOn,
    byte[] reachedMac,
    @Nullable LocalDateTime heldUntil) {

  @Override
  public String toString() {
    return "DeliveryRow[" + state + "]";
  }
}
