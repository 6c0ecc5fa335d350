package org.hearback.form;

import java.util.List;

/** What one person said to one question. A skipped question has no answer at all. */
public sealed interface Answer {

  /** The keys of the ticked options, in the form's order; never empty. */
  record Ticks(List<String> options) implements Answer {
    public Ticks {
      options = List.copyOf(options);
    }
  }

  /** Raw words as typed. They never reach a log: {@link #toString()} hides them. */
  record Words(String raw) implements Answer {
    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }
}
