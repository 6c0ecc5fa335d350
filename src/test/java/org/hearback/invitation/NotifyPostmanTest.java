package org.hearback.invitation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.service.notify.NotificationClient;

class NotifyPostmanTest {
  private static final String PATH = "/v2/notifications/sms";
  private static final String KEY =
      "test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
  private static final UUID DELIVERY = UUID.fromString("7b1c0d34-0a55-4c86-9d3e-1d8a54b0a001");

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
  void a_message_goes_with_its_text_as_the_one_personalisation() {
    notify.stubFor(
        post(PATH)
            .willReturn(
                aResponse()
                    .withStatus(201)
                    .withBody(
                        """
                        {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "r",
                         "content": {"body": "b", "from_number": "Westhaven"}, "uri": "https://example.org/n",
                         "template": {"id": "f33517ff-2a88-4f6e-b855-c550268ce08a", "version": 1,
                                      "uri": "https://example.org/t"}}
                        """)));
    assertThat(send()).isEqualTo(new Postman.Outcome.Sent());
    notify.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withRequestBody(
                equalToJson(
                    """
                    {"phone_number": "+447700900123", "template_id": "template",
                     "personalisation": {"text": "words"}, "sms_sender_id": "sender",
                     "reference": "7b1c0d34-0a55-4c86-9d3e-1d8a54b0a001"}
                    """)));
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationError, phone_number Not enough digits, Refused",
    "400, BadRequestError, Template not found, Closed",
    "400, BadRequestError, Can't send to this recipient using a team-only API key, Closed",
    "403, AuthError, Invalid token: API key not found, Closed",
    "404, NoResultFound, No result found, Closed",
    "429, RateLimitError, Exceeded rate limit, Closed",
    "500, Exception, Internal server error, Failed",
    "503, Exception, unavailable, Failed"
  })
  void what_notify_answers_is_about_the_number_about_us_or_about_now(
      int status, String error, String message, String outcome) {
    notify.stubFor(
        post(PATH)
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withBody(
                        "{\"status_code\": %d, \"errors\": [{\"error\": \"%s\", \"message\": \"%s\"}]}"
                            .formatted(status, error, message))));
    assertThat(send().getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void an_answer_that_does_not_come_in_time_or_breaks_off_may_have_been_a_message() {
    notify.stubFor(post(PATH).willReturn(aResponse().withFixedDelay(5000).withStatus(201)));
    long before = System.nanoTime();
    assertThat(send()).isEqualTo(new Postman.Outcome.Unknown());
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    notify.stubFor(post(PATH).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertThat(send()).isEqualTo(new Postman.Outcome.Unknown());
  }

  @Test
  void when_notify_cannot_be_reached_nothing_left() {
    int port = notify.port();
    notify.stop();
    assertThat(postman(port).send(DELIVERY, new Message.Text("+447700900123", "words")))
        .isInstanceOf(Postman.Outcome.Closed.class);
  }

  private Postman.Outcome send() {
    return postman(notify.port()).send(DELIVERY, new Message.Text("+447700900123", "words"));
  }

  private static Postman.OfTexts postman(int port) {
    var client = new NotificationClient(KEY, "http://127.0.0.1:" + port);
    return new NotifyPostman(client, "template", "sender", new NotifyCall(Duration.ofSeconds(2)));
  }
}
