package org.hearback.answer;

import org.hearback.anonymity.TraceTime;
import org.hearback.form.FormFixtures;

/** The respondent's pages as production makes them, without a server. */
final class Face {
  /** Somebody reads the language of the page. */
  static final Asking WRITING = new Asking(true, false);

  private static final CouncilConfig COUNCIL =
      new CouncilConfig("Sample Council", "0117 496 0123", "feedback@council.example");

  private Face() {}

  static Notices notices() {
    var words = FormFixtures.words();
    return new Notices(
        new Templates(words, FormFixtures.assets(), COUNCIL),
        words,
        new Statement(),
        COUNCIL,
        new TraceTime(14));
  }

  static FormPages pages() {
    var words = FormFixtures.words();
    return new FormPages(
        new Templates(words, FormFixtures.assets(), COUNCIL),
        words,
        FormFixtures.pictures(),
        FormFixtures.recordings(),
        new TraceTime(14));
  }
}
