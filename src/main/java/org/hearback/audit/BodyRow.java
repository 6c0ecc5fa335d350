package org.hearback.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** On what an act was done, for the auditor alone; goes when its time is over. */
@MappedEntity(value = "audit_body", schema = "office")
@SuppressWarnings("ArrayRecordComponent") // never compared
record BodyRow(@Id long no, byte[] sealed) {}
