package org.hearback.invitation;

import java.util.List;

/**
 * The person whom a link was for, as the contact record has them now. Only an unlock by two people,
 * or by one with an alarm, may come to this; held for one page, never logged.
 *
 * @param person the number in the case system
 * @param role as the contact record names it; empty, as all that follows, where there is no record
 *     any more
 * @param phone in E.164, empty where there is none
 * @param address the lines on an envelope below the name
 * @param route the number of who was asked to hand the link over; the same as {@code person} where
 *     it went to the person
 * @param routeName that one's name
 */
public record Recipient(
    String person,
    String role,
    String name,
    String phone,
    List<String> address,
    String route,
    String routeName) {

  public Recipient {
    address = List.copyOf(address);
  }

  @Override
  public String toString() {
    return "Recipient[hidden]";
  }
}
