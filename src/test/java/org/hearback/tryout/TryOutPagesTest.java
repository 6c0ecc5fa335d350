package org.hearback.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.MailSamples;
import org.hearback.invitation.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The try-out's own pages in a real browser, small and wide. */
class TryOutPagesTest {
  private static final String LINK = "https://views.example.gov.uk/k7m2q9xd4t8w3hn5";

  @Test
  void the_pages_fit_every_width_and_axe_finds_nothing(@TempDir Path folder) throws Exception {
    try (var house =
            TestHouse.on(
                TestDatabase.shared(),
                Map.of("hearback.clock.folder", folder.toString(), "test.real-clock", "true"));
        var browser = new RealBrowser()) {
      house
          .get(RecordingPostman.class)
          .send(
              UUID.randomUUID(),
              new Message.Text(
                  "+447700900123",
                  "Tell us how it went. It takes 3 minutes and we do not ask your name: "
                      + LINK
                      + " To stop these texts use this link."));
      house
          .get(RecordingPostman.class)
          .send(
              UUID.randomUUID(),
              new Message.Letter(
                  List.of("Sample Parent", "5 Sample Street", "Westhaven", "ZZ1 1ZZ"),
                  "en",
                  LinkToken.read("k7m2q9xd4t8w3hn6").orElseThrow()));
      for (var mail : mails()) {
        house.get(RecordingPostman.class).send(UUID.randomUUID(), mail);
      }
      for (int width : RealBrowser.WIDTHS) {
        try (var person = browser.person(width)) {
          var page = person.newPage();
          page.navigate(house.address() + "/");
          assertThat(URI.create(page.url()).getPath()).isEqualTo("/tryout");
          RealBrowser.look(page, "tryout-start");
          page.getByText("the messages as they arrived").click();
          RealBrowser.look(page, "tryout-messages");
          assertThat(page.locator(".office-phone__to").allTextContents())
              .containsExactly(
                  "E-mail to p2@example.org",
                  "E-mail to p1@example.org",
                  "Letter to Sample Parent",
                  "Text to +447700900123");
          assertThat(page.locator(".office-phone--email [dir=rtl] a[dir=ltr]").count())
              .isEqualTo(2);
          page.locator(".office-phone--email summary").first().click();
          RealBrowser.look(page, "tryout-messages-plain");
          assertThat(page.content()).contains("1 segment, 149 characters, 2.4p + VAT");
          // The page takes the secret out of its address at once, so the request is looked at.
          var opened =
              page.waitForResponse(
                  "**/k7m2q9xd4t8w3hn5",
                  () -> page.getByText(LINK, new Page.GetByTextOptions().setExact(true)).click());
          assertThat(opened.url())
              .as("opens here, whatever host the text names")
              .isEqualTo(house.address() + "/k7m2q9xd4t8w3hn5");
        }
      }
    }
  }

  private static List<Message.Mail> mails() {
    return List.of(
        MailSamples.of("p1@example.org", "en", "k7m2q9xd4t8w3hn7"),
        MailSamples.of("p2@example.org", "ar", "k7m2q9xd4t8w3hn8"));
  }
}
