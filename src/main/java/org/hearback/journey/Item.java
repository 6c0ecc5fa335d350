package org.hearback.journey;

/** One item of a request, and the table that it is a line of. */
record Item(String table, Line line) {}
