package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

@MappedEntity(value = "invitation", schema = "vault")
record InvitationRow(
    @Id UUID id,
    byte[] askedKey,
    String personId,
    String routeId,
    UUID event,
    String milestone,
    String audience,
    String ageBand,
    String area,
    String month,
    String form,
    int formVersion,
    String language,
    LocalDate dueOn,
    String state,
    String reason,
    String channel) {

  @Override
  public String toString() {
    return "InvitationRow[hidden]";
  }
}
