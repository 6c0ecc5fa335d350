package org.hearback.web;

import java.util.Locale;

/** The few things that a person can be told when a page cannot be given. */
enum Problem {
  MISSING,
  TOO_BIG,
  REFUSED,
  BROKEN,
  LATER;

  static Problem of(int status) {
    return switch (status) {
      case 404, 405, 410 -> MISSING;
      case 413 -> TOO_BIG;
      case 429, 502, 503, 504 -> LATER;
      default -> status < 500 ? REFUSED : BROKEN;
    };
  }

  /** Where its words are. */
  String words() {
    return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
