package org.hearback.theme;

/** What stands first among the found. Equals always stand in an order that means nothing. */
public enum Order {
  BEST,
  NEWEST
}
