package org.hearback.journey;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened to a child and that may be asked about.
 *
 * @param person the child, as the case system knows it
 * @param meeting shared by the children of one meeting, empty where there is none
 * @param area at the time
 * @param seenOn the import that brought it or its last change
 */
public record MilestoneEvent(
    UUID id,
    String milestone,
    String person,
    String meeting,
    String area,
    LocalDate occurredOn,
    LocalDate seenOn,
    boolean cancelled) {}
