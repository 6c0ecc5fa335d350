package org.hearback.reporting;

import io.micronaut.core.annotation.Introspected;

/** How many responses there are under one area, audience and period, counted by the database. */
@Introspected
record AnswersRow(String area, String audience, String period, long answers) {}
