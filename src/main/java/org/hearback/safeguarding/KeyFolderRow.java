package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Which key folder belongs to this database; at most one row. */
@MappedEntity(value = "key_folder", schema = "bridge")
record KeyFolderRow(@Id UUID id) {}
