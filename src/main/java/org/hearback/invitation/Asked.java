package org.hearback.invitation;

import org.hearback.anonymity.Attributes;

/**
 * Who was asked, and all that a label may be made of.
 *
 * @param person the invited person's id in the case system; never leaves the vault's side
 */
public record Asked(String person, Attributes attributes) {

  @Override
  public String toString() {
    return "Asked[hidden]";
  }
}
