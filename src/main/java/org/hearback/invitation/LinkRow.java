package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.util.UUID;

@MappedEntity(value = "link", schema = "vault")
record LinkRow(@Id byte[] tokenHash, UUID invitation, LocalDateTime expiresAt) {

  @Override
  public String toString() {
    return "LinkRow[hidden]";
  }
}
