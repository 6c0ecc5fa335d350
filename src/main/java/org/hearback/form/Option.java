package org.hearback.form;

/**
 * One answer that can be ticked. Its words are in {@code i18n/}, under the form's, the question's
 * and its own key.
 *
 * @param key short and lower-case, never shown
 * @param standing what it says about the question's core item
 * @param danger whether ticking it asks for a reader, and how soon
 */
public record Option(String key, Standing standing, Danger danger) {

  /** How soon a structured answer asks for a reader. */
  public enum Danger {
    NONE,
    AMBER,
    RED
  }
}
