package org.hearback.journey;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity(value = "intake_turn", schema = "vault")
record TurnRow(@Id byte only) {}
