package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

@MappedEntity(value = "stop", schema = "vault")
record StopRow(@Id byte[] reachedMac, LocalDate since) {

  @Override
  public String toString() {
    return "StopRow[hidden]";
  }
}
