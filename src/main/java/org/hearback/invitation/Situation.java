package org.hearback.invitation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.ContactRole;
import org.hearback.journey.Milestone;

/**
 * All that is known of one invitation at one moment; what to make of it is the {@link Policy}'s.
 *
 * @param cancelled whether the event was called off
 * @param asked the person who is asked
 * @param to to whom it would go: one, or none
 * @param sharers what those others are who have the same number or address, by channel
 * @param carried the channels that somebody carries
 * @param confirmed whether the contact feed has held everybody of them lately
 * @param bars what the extract says against a message about this child
 * @param stopped whether any number or address of theirs is on the stop list, or asked to be
 * @param askedOn days on which the person was or will be asked about something else
 * @param askedIn the month of each other invitation of theirs, sent or waiting, for as long as it
 *     is known
 * @param review whether this is about a review, and how many of those there were in the last twelve
 *     months
 * @param on the day it would be sent
 */
record Situation(
    Milestone.Ask ask,
    boolean cancelled,
    Contact child,
    Contact asked,
    List<Contact> to,
    Map<Channel, Set<ContactRole>> sharers,
    Set<Channel> carried,
    boolean confirmed,
    List<String> bars,
    boolean stopped,
    List<LocalDate> askedOn,
    List<YearMonth> askedIn,
    boolean review,
    int reviews,
    LocalDate due,
    LocalDate on) {

  /** The child, whoever is asked, and whoever it goes to. */
  Stream<Contact> people() {
    return Stream.concat(Stream.of(child, asked), to.stream());
  }

  @Override
  public String toString() {
    return "Situation[hidden]";
  }
}
