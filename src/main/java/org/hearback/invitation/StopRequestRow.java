package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity(value = "stop_request", schema = "vault")
record StopRequestRow(@Id byte[] tokenHash) {

  @Override
  public String toString() {
    return "StopRequestRow[hidden]";
  }
}
