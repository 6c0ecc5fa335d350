package org.hearback.theme;

/** Two themes by key, in the order of their keys. */
record Pair(String one, String other) {
  static Pair of(String one, String other) {
    return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
  }
}
