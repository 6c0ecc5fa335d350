package org.hearback.journey;

import java.time.LocalDate;
import java.util.List;

/**
 * What the contact feed says about a person. Held for one piece of work, never logged.
 *
 * @param phone in E.164, empty where there is none that can get a text
 * @param email empty where there is none that can be written to
 * @param address the lines on an envelope below the name, empty where there is none
 * @param language a BCP 47 tag
 * @param ageBand empty for adults
 * @param sms whether a text to this number is safe, and one in English understood
 * @param mail whether an e-mail to this address is safe
 * @param post whether a letter to this address is safe: nobody else opens it
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
    List<String> address,
    String language,
    String ageBand,
    Ok sms,
    Ok mail,
    Ok post,
    List<String> flags,
    LocalDate seenOn) {

  public Contact {
    address = List.copyOf(address);
    flags = List.copyOf(flags);
  }

  /** What the feed says of one channel. Only a clear yes lets a message go. */
  public enum Ok {
    YES,
    NO,
    UNKNOWN
  }

  /** What the feed says of a channel. */
  public Ok ok(Channel channel) {
    return switch (channel) {
      case TEXT -> sms;
      case EMAIL -> mail;
      case LETTER -> post;
    };
  }

  /** Whether there is anything to reach this person by. */
  public boolean reachableBy(Channel channel) {
    return switch (channel) {
      case TEXT -> !phone.isEmpty();
      case EMAIL -> !email.isEmpty();
      case LETTER -> !address.isEmpty();
    };
  }

  @Override
  public String toString() {
    return "Contact[hidden]";
  }
}
