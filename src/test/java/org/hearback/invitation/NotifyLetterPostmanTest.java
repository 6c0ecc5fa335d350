package org.hearback.invitation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.service.notify.NotificationClient;

class NotifyLetterPostmanTest {
  private static final String PATH = "/v2/notifications/letter";
  private static final String KEY =
      "test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
  private static final UUID DELIVERY = UUID.fromString("7b1c0d34-0a55-4c86-9d3e-1d8a54b0a001");
  private static final List<String> ADDRESS =
      List.of("Sample Person", "12 Sample Street", "Sampleton", "ZZ9 9ZZ");

  private WireMockServer notify;

  @BeforeEach
  void start() {
    notify = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    notify.start();
  }

  @AfterEach
  void stop() {
    notify.stop();
  }

  @Test
  void the_printer_gets_the_page_with_the_address_the_postage_and_a_random_id() throws Exception {
    notify.stubFor(
        post(PATH)
            .willReturn(
                aResponse()
                    .withStatus(201)
                    .withBody(
                        """
                        {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "r",
                         "postage": "second"}
                        """)));
    assertThat(send(ADDRESS)).isEqualTo(new Postman.Outcome.Sent());
    notify.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withRequestBody(matchingJsonPath("$.reference", equalTo(DELIVERY.toString())))
            .withRequestBody(matchingJsonPath("$.postage", equalTo("second"))));
    var asked = notify.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    var content = new ObjectMapper().readTree(asked).path("content").asText();
    try (var letter = Loader.loadPDF(Base64.getDecoder().decode(content))) {
      assertThat(new PDFTextStripper().getText(letter)).contains("12 Sample Street", "k7m2");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestError, Letter content is not a valid PDF, Closed",
    "400, ValidationError, postage invalid. It must be first or second, Closed",
    "403, AuthError, Invalid token: API key not found, Closed",
    "429, RateLimitError, Exceeded rate limit, Closed",
    "500, Exception, Internal server error, Failed"
  })
  void what_notify_answers_is_about_us_or_about_now(
      int status, String error, String message, String outcome) {
    notify.stubFor(
        post(PATH)
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withBody(
                        "{\"status_code\": %d, \"errors\": [{\"error\": \"%s\", \"message\": \"%s\"}]}"
                            .formatted(status, error, message))));
    assertThat(send(ADDRESS).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void an_address_that_cannot_be_printed_is_never_handed_over() {
    assertThat(send(List.of("Sample Person", "\u4e2d\u6587 Street", "ZZ9 9ZZ")))
        .isEqualTo(new Postman.Outcome.Refused());
    assertThat(notify.getAllServeEvents()).isEmpty();
  }

  private Postman.Outcome send(List<String> address) {
    var letters =
        new LetterPdf(
            FormFixtures.words(),
            new MessageText(URI.create("https://views.example.gov.uk")),
            new LetterPdf.Sender("Sample Council", "01632 960 100", LetterWindow.NOTIFY));
    var client = new NotificationClient(KEY, "http://127.0.0.1:" + notify.port());
    return new NotifyLetterPostman(
            client, letters, "second", new NotifyCall(Duration.ofSeconds(10)))
        .send(DELIVERY, new Message.Letter(address, "en", new LinkToken("k7m2q9xd4t8w3hn5")));
  }
}
