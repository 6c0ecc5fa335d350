package org.hearback.journey;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** What was answered to a request that may come again. */
@MappedEntity(value = "api_request", schema = "vault")
record ApiRequestRow(@Id byte[] keyHash, byte[] bodyHash, String reply, LocalDate madeOn) {
  @Override
  public String toString() {
    return "ApiRequestRow[" + madeOn + "]";
  }
}
