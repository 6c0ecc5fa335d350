/**
 * Service areas and milestones (dated configuration), events in from the case system, and the contact feed.
 * Enters: CSV files. Leaves: milestone events and contacts; what is odd is quarantined with a reason.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.journey;
