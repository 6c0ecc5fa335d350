package org.hearback.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
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
      for (int width : RealBrowser.WIDTHS) {
        try (var person = browser.person(width)) {
          var page = person.newPage();
          page.navigate(house.address() + "/");
          assertThat(URI.create(page.url()).getPath()).isEqualTo("/tryout");
          RealBrowser.look(page, "tryout-start");
          page.getByText("the messages as they arrived").click();
          RealBrowser.look(page, "tryout-messages");
          assertThat(page.content()).contains("1 segment, 149 characters, 2.4p + VAT");
          page.getByText(LINK).click();
          assertThat(page.url())
              .as("opens here, whatever host the text names")
              .isEqualTo(house.address() + "/k7m2q9xd4t8w3hn5");
        }
      }
    }
  }
}
