package org.hearback.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Message;
import org.hearback.journey.VaultContext;
import org.junit.jupiter.api.Test;

class MessagePageTest {

  @Test
  void a_message_is_shown_as_a_phone_would_with_the_link_as_a_link() throws Exception {
    try (var vault = new VaultContext(Map.of("hearback.tryout", "true"))) {
      assertThat(page(vault).body()).contains("No message so far");
      vault
          .context
          .getBean(RecordingPostman.class)
          .send(
              UUID.randomUUID(),
              new Message.Text("+447700900123", "Tell <us>: https://v.example/k7m2 To stop."));
      assertThat(page(vault).body())
          .contains("+447700900123", "24 November 2026, 12:00", "Tell &lt;us&gt;: ", "To stop.")
          .contains("<a class=\"govuk-link\" href=\"/k7m2\">https://v.example/k7m2</a>")
          .contains("1 segment, 42 characters, 2.4p + VAT");
    }
  }

  @Test
  void a_letter_has_the_square_that_a_camera_reads_and_the_page_that_would_be_printed()
      throws Exception {
    try (var vault = new VaultContext(Map.of("hearback.tryout", "true"))) {
      vault
          .context
          .getBean(RecordingPostman.class)
          .send(
              UUID.randomUUID(),
              new Message.Letter(
                  List.of("Sample Parent", "1 Sample Street", "ZZ1 1ZZ"),
                  "ar",
                  LinkToken.read("k7m2q9xd4t8w3hn5").orElseThrow()));
      var page = page(vault).body();
      assertThat(page)
          .contains("<span class=\"office-phone__line\">1 Sample Street</span>")
          .contains("href=\"/k7m2q9xd4t8w3hn5\"")
          .containsPattern("<path d=\"M4 4h7v1h-7z[Mhvz0-9 -]+\"");
      var letter = get(vault, "/tryout/messages/k7m2q9xd4t8w3hn5.pdf");
      assertThat(letter.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(letter.body()).startsWith("%PDF-");
      assertThat(get(vault, "/tryout/messages/0000000000000000.pdf").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void outside_a_try_out_there_is_no_such_page() throws Exception {
    try (var vault = new VaultContext(Map.of())) {
      assertThat(vault.context.containsBean(MessagePage.class)).isFalse();
      assertThat(vault.context.containsBean(RecordingPostman.class)).isFalse();
    }
  }

  private static HttpResponse<String> page(VaultContext vault) throws Exception {
    return get(vault, "/tryout/messages");
  }

  private static HttpResponse<String> get(VaultContext vault, String path) throws Exception {
    var server = vault.context.getBean(EmbeddedServer.class);
    if (!server.isRunning()) {
      server.start();
    }
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create(server.getURL() + path);
      return client.send(
          HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8").build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }
  }
}
