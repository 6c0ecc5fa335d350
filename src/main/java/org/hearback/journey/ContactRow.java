package org.hearback.journey;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalDateTime;

@MappedEntity(value = "contact", schema = "vault")
record ContactRow(
    @Id String personId,
    String role,
    String familyId,
    String language,
    String ageBand,
    String smsOk,
    String emailOk,
    String postOk,
    String flags,
    byte[] sealed,
    @Nullable byte[] phoneMac,
    @Nullable byte[] emailMac,
    @Nullable byte[] addressMac,
    boolean hashed,
    LocalDate seenOn,
    LocalDateTime updatedAt) {

  @Override
  public String toString() {
    return "ContactRow[hidden]";
  }
}
