package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uk.gov.service.notify.NotificationClient;

/**
 * What a stub server cannot make Notify's own client do: break in its own code, and never come
 * back.
 */
class NotifyPostmanClientTest {
  private final NotificationClient client = mock(NotificationClient.class);
  private static final Message.Text TEXT = new Message.Text("+447700900123", "the text");
  private final UUID delivery = UUID.randomUUID();

  @Test
  void it_is_told_the_text_the_number_and_a_random_id_and_nothing_else() throws Exception {
    var outcome = postman(Duration.ofSeconds(20)).send(delivery, TEXT);
    assertThat(outcome).isEqualTo(new Postman.Outcome.Sent());
    verify(client)
        .sendSms(
            "template", "+447700900123", Map.of("text", "the text"), delivery.toString(), "sender");
  }

  @Test
  void a_client_that_breaks_leaves_it_open_whether_the_text_has_left() throws Exception {
    when(client.sendSms(any(), any(), any(), any(), any())).thenThrow(new IllegalStateException());
    assertThat(postman(Duration.ofSeconds(20)).send(delivery, TEXT))
        .isEqualTo(new Postman.Outcome.Unknown());
  }

  @Test
  void a_client_that_never_comes_back_is_cut_off() throws Exception {
    var never = new CountDownLatch(1);
    when(client.sendSms(any(), any(), any(), any(), any()))
        .thenAnswer(_ -> {
          never.await();
          return null;
        });
    assertThat(postman(Duration.ofMillis(50)).send(delivery, TEXT))
        .isEqualTo(new Postman.Outcome.Unknown());
    never.countDown();
  }

  private NotifyPostman postman(Duration patience) {
    return new NotifyPostman(client, "template", "sender", new NotifyCall(patience));
  }
}
