package org.hearback.invitation;

import org.hearback.anonymity.Attributes;

/** One of all those invited, for counting how many would be stored under a label. */
public record AskedPerson(String person, Attributes attributes) {

  @Override
  public String toString() {
    return "AskedPerson[hidden]";
  }
}
