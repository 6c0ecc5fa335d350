package org.hearback.anonymity;

import java.util.List;

/**
 * What the contact records of one family call its people and its schools; looked up for one
 * redaction and then forgotten.
 *
 * @param names as the feed gave them, "first last" or parts
 * @param schools the same
 */
public record KnownNames(List<String> names, List<String> schools) {
  public KnownNames {
    names = List.copyOf(names);
    schools = List.copyOf(schools);
  }

  /** Of people alone. */
  public KnownNames(List<String> names) {
    this(names, List.of());
  }

  public static KnownNames none() {
    return new KnownNames(List.of());
  }

  @Override
  public String toString() {
    return "KnownNames[" + names.size() + ", " + schools.size() + "]";
  }
}
