package org.hearback.theme;

import java.util.UUID;

/**
 * The words of one comment in one language.
 *
 * @param answer the same number for comments of one answer
 * @param language its own, or English where its reader wrote what it says in English
 */
record Written(UUID comment, int answer, Endings language, String words) {
  /** Words do not reach logs. */
  @Override
  public String toString() {
    return "Written[" + comment + "]";
  }
}
