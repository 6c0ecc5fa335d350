package org.hearback.invitation;

import java.net.URI;
import java.util.List;
import org.hearback.form.FormFixtures;

/** Prints letters with the runtime of the image: started there by {@code ImageTest}. */
final class LetterInImage {
  private LetterInImage() {}

  static void main(String[] args) {
    var letters =
        new LetterPdf(
            FormFixtures.words(),
            new MessageText(URI.create("https://views.example.gov.uk/")),
            new LetterPdf.Sender("Sample Council", "01632 960 100", LetterWindow.NOTIFY));
    for (var language : List.of("en", "ar")) {
      var pdf =
          letters.make(
              List.of("Sample Person", "12 Sample Street", "Sampleton", "ZZ9 9ZZ"),
              language,
              new LinkToken("k7m2q9xd4t8w3hn5"));
      System.out.println(language + ": a letter of " + pdf.length + " bytes");
    }
  }
}
