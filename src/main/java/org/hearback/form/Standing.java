package org.hearback.form;

/**
 * What an option says about its core item. An item counts once a response, with its least good
 * answer.
 */
public enum Standing {
  GOOD,
  MIDDLE,
  POOR,
  /**
   * The option says nothing about the item ("not sure", "does not apply") and is left out of the
   * base.
   */
  NONE
}
