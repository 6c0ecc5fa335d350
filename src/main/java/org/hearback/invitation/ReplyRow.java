package org.hearback.invitation;

import io.micronaut.core.annotation.Introspected;

/** How many invitations of a month have these in common, counted by the database. */
@Introspected
record ReplyRow(
    String month, String area, String audience, String channel, String language, long people) {}
