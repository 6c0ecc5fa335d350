package org.hearback.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.hearback.journey.Contact;
import org.hearback.journey.ContactRole;
import org.hearback.journey.Milestone;
import org.hearback.journey.MilestoneEvent;

/**
 * One person who could be asked about one event.
 *
 * @param child whom the event is about
 * @param family everybody in its record
 */
record Candidate(
    MilestoneEvent event, Milestone.Ask ask, Contact child, Contact asked, List<Contact> family) {

  /**
   * Those whom this part of the milestone is for; adults by their role, children by their age.
   *
   * @param family everybody in the child's record; without the child there nobody can be asked
   */
  static List<Candidate> of(MilestoneEvent event, Milestone.Ask ask, List<Contact> family) {
    return family.stream()
        .filter(contact -> contact.person().equals(event.person()))
        .findFirst()
        .map(child -> of(event, ask, child, family))
        .orElse(List.of());
  }

  private static List<Candidate> of(
      MilestoneEvent event, Milestone.Ask ask, Contact child, List<Contact> family) {
    var people =
        switch (ask.audience()) {
          case PARENT -> in(family, ContactRole.PARENT);
          case CARER -> in(family, ContactRole.CARER);
          case CHILD, YOUNG_PERSON -> in(List.of(child), ContactRole.CHILD);
          case CARE_LEAVER -> in(List.of(child), ContactRole.CARE_LEAVER);
          case STAFF -> in(family, ContactRole.WORKER);
          case PARTNER -> in(family, ContactRole.PARTNER);
        };
    return people.stream()
        .filter(p -> ask.ageBands().isEmpty() || ask.ageBands().contains(p.ageBand()))
        .map(person -> new Candidate(event, ask, child, person, family))
        .toList();
  }

  /**
   * To whom it goes; the first route person of the family by id, so that it is the same one each
   * time.
   */
  List<Contact> to() {
    return switch (ask.route()) {
      case OWN -> List.of(asked);
      case ROUTE_PERSON -> in(family, ContactRole.ROUTE).stream().limit(1).toList();
    };
  }

  /** One invitation a person a meeting, however many brothers and sisters it was about. */
  byte[] askedKey() {
    return askedKey(event, asked.person(), "");
  }

  /** The key of the note that nobody could be asked. */
  static byte[] nobodyKey(MilestoneEvent event, Milestone.Ask ask) {
    return askedKey(event, event.person(), "nobody " + ask.audience());
  }

  private static byte[] askedKey(MilestoneEvent event, String person, String more) {
    var about = event.meeting().isEmpty() ? "event " + event.id() : "meeting " + event.meeting();
    var text = String.join("\n", person, event.milestone(), about, more);
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<Contact> in(List<Contact> people, ContactRole role) {
    return people.stream().filter(contact -> contact.role() == role).toList();
  }

  @Override
  public String toString() {
    return "Candidate[hidden]";
  }
}
