package org.hearback.audit;

import io.micronaut.core.annotation.Introspected;

/** How often an act was done. */
@Introspected
record ActRow(String act, long times) {}
