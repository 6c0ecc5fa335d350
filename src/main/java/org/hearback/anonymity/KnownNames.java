package org.hearback.anonymity;

import java.util.List;

/**
 * The names that the contact records of one family hold; looked up for one redaction and then
 * forgotten.
 *
 * @param names as the feed gave them, "first last" or parts
 */
public record KnownNames(List<String> names) {
  public KnownNames {
    names = List.copyOf(names);
  }

  public static KnownNames none() {
    return new KnownNames(List.of());
  }

  @Override
  public String toString() {
    return "KnownNames[" + names.size() + "]";
  }
}
