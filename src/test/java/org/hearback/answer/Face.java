package org.hearback.answer;

import org.hearback.anonymity.TraceTime;
import org.hearback.form.FormFixtures;

/** The respondent's pages as production makes them, without a server. */
final class Face {
  /** Somebody reads the language of the page. */
  static final Asking WRITING = new Asking(true, false);

  private static final CouncilConfig COUNCIL =
      new CouncilConfig("Sample Council", "0117 496 0123", "feedback@council.example");

  /** Every route that there is, each by one way or more. */
  static final Routes ROUTES =
      Routes.read(key ->
          switch (key.replace("hearback.council.routes.", "")) {
            case "complaints.phone" -> "0117 496 0150";
            case "complaints.mail" -> "complaints@council.example";
            case "advocacy.phone" -> "0808 157 0151";
            case "advocacy.link" -> "https://advocates.example/young-people";
            case "refer.link" -> "https://council.example/refer-a-child";
            case "refer.phone" -> "0117 496 0152";
            case "staff-concern.mail" -> "speak-up@council.example";
            case "lado.phone" -> "0117 496 0153";
            case "contact-me.mail" -> "call-back@council.example";
            case "contact-me.phone" -> "0117 496 0154";
            default -> "";
          });

  private Face() {}

  static Notices notices() {
    var words = FormFixtures.words();
    return new Notices(
        new Templates(words, FormFixtures.assets(), COUNCIL, ROUTES),
        words,
        new Statement(),
        COUNCIL,
        new TraceTime(14));
  }

  static ContactMeView contact() {
    var words = FormFixtures.words();
    return new ContactMeView(new Templates(words, FormFixtures.assets(), COUNCIL, ROUTES), words);
  }

  static FormPages pages() {
    var words = FormFixtures.words();
    return new FormPages(
        new Templates(words, FormFixtures.assets(), COUNCIL, ROUTES),
        words,
        FormFixtures.pictures(),
        FormFixtures.recordings(),
        new TraceTime(14));
  }
}
