package org.hearback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voice and a signed video beside a question: told of with their size, loaded when pressed. */
class RecordingsTest {
  private static final int VOICE_BYTES = 340_001;
  private static final Pattern ADDRESS = Pattern.compile("/media/[0-9a-f]{16}\\.mp[34]");

  @TempDir private Path folder;

  @Test
  void they_are_offered_with_their_size_and_loaded_when_pressed() throws Exception {
    Files.write(folder.resolve("form.assessment-parent.why.en.mp3"), new byte[VOICE_BYTES]);
    Files.write(folder.resolve("form.assessment-parent.why.bsl.mp4"), new byte[2_000_000]);
    Files.write(folder.resolve("form.assessment-parent.what.en.mp3"), new byte[1]);
    try (var house = house();
        var browser = new RealBrowser();
        var person = browser.person(RealBrowser.PHONE)) {
      var page = person.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(URI.create(request.url()).getPath()));
      page.navigate(house.address() + "/" + house.invited(1).getFirst().secret());
      page.locator("[data-go=start]").click();
      assertThat(page.locator(".hb-media")).hasCount(2);
      var offers = page.locator("#q-why summary");
      assertThat(offers)
          .hasText(
              new String[] {
                "Listen to this question (0.4 MB)",
                "Watch this question in British Sign Language (2.0 MB)"
              });
      offers.first().click();
      offers.last().click();
      assertThat(page.locator("#q-why video")).isVisible();
      RealBrowser.look(page, "recordings");
      assertThat(asked).noneMatch(path -> path.startsWith("/media/"));
      page.locator("#q-why audio").evaluate("it => { it.play().catch(() => {}); }");
      page.waitForCondition(() -> asked.stream().anyMatch(ADDRESS.asMatchPredicate()));
    }
  }

  @Test
  void a_browser_gets_the_part_that_it_asks_for_and_keeps_nothing() throws Exception {
    Files.write(folder.resolve("form.assessment-parent.why.ar.mp3"), new byte[VOICE_BYTES]);
    try (var house = house();
        var client = HttpClient.newHttpClient()) {
      var phone = new Phone(house.address());
      var english = phone.get("/" + house.invited("en").secret()).body();
      assertThat(english).doesNotContain("hb-media");
      var arabic = phone.get("/" + house.invited("ar").secret()).body();
      var address = ADDRESS.matcher(arabic);
      assertThat(address.find()).isTrue();
      var part =
          client.send(
              HttpRequest.newBuilder(house.address().resolve(address.group()))
                  .header("Range", "bytes=0-1")
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).hasSize(2);
      assertThat(part.headers().firstValue("Content-Range")).contains("bytes 0-1/" + VOICE_BYTES);
      assertThat(part.headers().firstValue("Content-Type")).contains("audio/mpeg");
      assertThat(part.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(phone.get("/media/form.assessment-parent.why.ar.mp3").statusCode()).isEqualTo(404);
      assertThat(phone.get("/media/..%2Fx.mp3").statusCode()).isEqualTo(404);
    }
  }

  private TestHouse house() throws Exception {
    return TestHouse.on(TestDatabase.shared(), Map.of("hearback.media.folder", folder.toString()));
  }
}
