package org.hearback.tryout;

import java.util.List;

/**
 * One family of the sample council, and what happens to it when. Made up, the same in every
 * try-out.
 *
 * @param number from 1
 * @param team of the case system that works with it
 * @param conferenceTeam whose conferences it has; empty without a young person
 * @param people everybody in its record
 * @param phase in which week of {@link SampleCouncil#ASSESSED_EVERY} it is assessed
 */
record Household(int number, String team, String conferenceTeam, List<Member> people, int phase) {
  Household {
    people = List.copyOf(people);
  }

  /**
   * Somebody in a family's record.
   *
   * @param role as the contact feed says it
   * @param phone as the feed writes it, empty for none
   * @param email empty for none; where there is one, it is safe
   * @param address lines separated by |, empty for none; where there is one, it is safe
   * @param texts whether texts are safe: yes, no, or empty for unknown
   */
  record Member(
      String id,
      String role,
      String name,
      String phone,
      String email,
      String address,
      String language,
      String ageBand,
      String texts) {}

  String id() {
    return "S-F%03d".formatted(number);
  }

  String child() {
    return "S-C%03d".formatted(number);
  }

  boolean hasYoungPerson() {
    return !conferenceTeam.isEmpty();
  }
}
