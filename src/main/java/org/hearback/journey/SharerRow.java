package org.hearback.journey;

import io.micronaut.core.annotation.Introspected;

/** Somebody else who is reached by the same number or address, by their part in a family. */
@Introspected
record SharerRow(String channel, String role) {}
