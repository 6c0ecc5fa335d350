package org.hearback.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@MappedEntity(value = "api_key", schema = "office")
record ApiKeyRow(
    @Id UUID id,
    String name,
    byte[] hash,
    String scopes,
    LocalDate madeOn,
    @Nullable LocalDate usedOn,
    @Nullable LocalDate revokedOn) {

  /** A scope that this version does not know gives nothing. */
  Set<ApiScope> may() {
    return Arrays.stream(scopes.split(" "))
        .flatMap(word -> ApiScope.read(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return "ApiKeyRow[" + name + "]";
  }
}
