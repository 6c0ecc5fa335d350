package org.hearback.invitation;

import io.micronaut.data.annotation.MappedEntity;

/** What a page has to know of an open link. */
@MappedEntity(value = "open_link", schema = "vault")
record OpenDoorRow(String form, int formVersion, String language, String kind, boolean closed) {}
