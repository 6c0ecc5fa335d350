/**
 * Service areas and milestones (dated configuration), events in from the case system, and the
 * contact feed. Enters: CSV files, and the same as JSON by request. Leaves: milestone events,
 * contacts, and what the extract says against a message; what is odd is quarantined with a reason.
 * Promises: the same twice changes nothing, contact details lie sealed, and a line that cannot be
 * read makes what it is about unknown, which means: do not send. Operators read {@code
 * infra/import.md}.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.journey;
