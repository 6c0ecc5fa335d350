package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The counts of one quarter, sealed. */
@MappedEntity(value = "replied", schema = "vault")
record RepliedRow(@Id String askedIn, byte[] sealed) {

  @Override
  public String toString() {
    return "RepliedRow[" + askedIn + "]";
  }
}
