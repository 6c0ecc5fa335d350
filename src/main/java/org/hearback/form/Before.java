package org.hearback.form;

import java.util.List;

/** What is said before the first question of a form, in this order. Pure. */
public final class Before {
  private static final List<String> TOPICS =
      List.of("adult", "optional", "reader", "worried", "window", "court", "night", "complaint");

  /** What an adult is told who reads out and writes down. */
  private static final String ADULT = "adult";

  /** What is not true where nobody was asked and nobody can be found. */
  private static final List<String> UNASKED = List.of("worried", "window", "court");

  private Before() {}

  /** The i18n keys of the sentences; the lead of each stands under {@code <key>.lead}. */
  public static List<String> keys(Form form) {
    return TOPICS.stream()
        .filter(topic -> !topic.equals(ADULT) || form.use() == Form.Use.SCRIBED)
        .map(topic ->
            "before."
                + (form.open() && UNASKED.contains(topic) ? "open" : form.voice())
                + "."
                + topic)
        .toList();
  }
}
