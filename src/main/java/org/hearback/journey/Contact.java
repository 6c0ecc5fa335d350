package org.hearback.journey;

import java.time.LocalDate;
import java.util.List;

/**
 * What the contact feed says about a person. Held for one piece of work, never logged.
 *
 * @param phone in E.164, empty where there is none that can get a text
 * @param language a BCP 47 tag
 * @param ageBand empty for adults
 * @param flags legal flags, as the feed wrote them
 * @param seenOn the last day on which the feed held this record
 */
public record Contact(
    String person,
    ContactRole role,
    String family,
    String name,
    String phone,
    String email,
    String language,
    String ageBand,
    Sms sms,
    List<String> flags,
    LocalDate seenOn) {

  public Contact {
    flags = List.copyOf(flags);
  }

  /** Whether a text to this number is safe, and one in English understood. */
  public enum Sms {
    YES,
    NO,
    UNKNOWN
  }

  @Override
  public String toString() {
    return "Contact[hidden]";
  }
}
