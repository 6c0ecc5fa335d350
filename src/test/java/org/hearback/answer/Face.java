package org.hearback.answer;

import org.hearback.form.FormFixtures;

/** The respondent's pages as production makes them, without a server. */
final class Face {
  private Face() {}

  static FormPages pages() {
    var words = FormFixtures.words();
    var council = new CouncilConfig("Sample Council", "0117 496 0123");
    return new FormPages(new Templates(words, FormFixtures.assets(), council), words);
  }
}
