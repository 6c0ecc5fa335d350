package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.hearback.journey.VaultContext;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.Test;

class PostmanChoiceTest {

  @Test
  void with_nothing_configured_nothing_is_sent() throws SQLException {
    assertThat(chosen(Map.of())).isInstanceOf(NoPostman.class);
    assertThat(chosen(Map.of("hearback.notify.api-key", ""))).isInstanceOf(NoPostman.class);
  }

  @Test
  void a_key_for_notify_chooses_notify() throws SQLException {
    assertThat(
            chosen(Map.of("hearback.notify.api-key", "a-key", "hearback.notify.template-id", "t")))
        .isInstanceOf(NotifyPostman.class);
  }

  @Test
  void a_try_out_records_even_with_a_key_and_shows_the_link_as_a_link() throws SQLException {
    var postman =
        chosen(
            Map.of(
                "hearback.tryout", "true",
                "hearback.notify.api-key", "a-key",
                "hearback.notify.template-id", "t"));
    assertThat(postman).isInstanceOf(RecordingPostman.class);
    postman.send(UUID.randomUUID(), "+447700900123", "Tell us: https://v.example/abc To stop.");
    assertThat(((RecordingPostman) postman).messages())
        .extracting(m -> m.before() + "|" + m.link() + "|" + m.after())
        .containsExactly("Tell us: |https://v.example/abc| To stop.");
  }

  private static Postman chosen(Map<String, Object> properties) throws SQLException {
    try (var vault = new VaultContext(properties)) {
      return vault.context.getBean(Postman.class);
    }
  }
}
