package org.hearback.invitation;

import io.micronaut.core.annotation.Introspected;

/** How many invitations of a month have these in common, counted by the database. */
@Introspected
record ReachRow(
    String area, String audience, String channel, String language, long asked, long missed) {}
