package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** What became of the e-mail that tells one recipient of a day's head. */
@MappedEntity(value = "audit_head", schema = "office")
record HeadRow(@Id LocalDate day, String recipient, String state) {}
