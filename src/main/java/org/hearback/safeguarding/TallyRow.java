package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** How many answers one reader has cleared at one level on one day; goes once that is audited. */
@MappedEntity(value = "clearing_tally", schema = "bridge")
record TallyRow(@Id UUID id, LocalDate day, String reader, String level, int answers) {}
