package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hearback.journey.Channel;
import org.hearback.journey.VaultContext;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.Test;

class PostmanChoiceTest {
  private static final Map<String, Object> NOTIFY =
      Map.of("hearback.notify.api-key", "a-key", "hearback.notify.template-id", "t");

  @Test
  void with_nothing_configured_nothing_is_sent() throws SQLException {
    assertThat(chosen(Map.of(), Postmen::open)).isEmpty();
    assertThat(chosen(Map.of("hearback.notify.api-key", ""), Postmen::carried)).isEmpty();
    Postman.Outcome outcome =
        chosen(
            Map.of(),
            postmen -> postmen.send(UUID.randomUUID(), new Message.Text("+447700900123", "words")));
    assertThat(outcome).isInstanceOf(Postman.Outcome.Closed.class);
  }

  @Test
  void a_key_for_notify_chooses_notify_for_texts_alone() throws SQLException {
    assertThat(chosen(NOTIFY, Postmen::open)).containsExactly(Channel.TEXT);
    String name = chosen(NOTIFY, postmen -> postmen.name(Channel.TEXT));
    assertThat(name).isEqualTo("notify");
  }

  @Test
  void letters_are_posted_only_where_their_postage_is_chosen() throws SQLException {
    var properties = new java.util.HashMap<>(NOTIFY);
    properties.put("hearback.notify.postage", "second");
    assertThat(chosen(properties, Postmen::open)).containsExactly(Channel.TEXT, Channel.LETTER);
    properties.remove("hearback.notify.template-id");
    assertThat(chosen(properties, Postmen::open)).containsExactly(Channel.LETTER);
  }

  @Test
  void a_try_out_records_every_kind_even_with_a_key_and_shows_the_link_as_a_link()
      throws SQLException {
    var properties = new java.util.HashMap<>(NOTIFY);
    properties.put("hearback.tryout", "true");
    try (var vault = new VaultContext(properties)) {
      var postmen = vault.context.getBean(Postmen.class);
      assertThat(postmen.open()).containsExactly(Channel.values());
      assertThat(postmen.name(Channel.EMAIL)).isEqualTo("recording");
      postmen.send(
          UUID.randomUUID(),
          new Message.Text("+447700900123", "Tell us: https://v.example/abc To stop."));
      postmen.send(
          UUID.randomUUID(),
          new Message.Letter(
              List.of("Sample Parent", "1 Sample Street", "ZZ1 1ZZ"),
              "en",
              new LinkToken("k7m2q9xd4t8w3hn5")));
      var recorded = vault.context.getBean(RecordingPostman.class);
      assertThat(recorded.messages())
          .extracting(m -> m.before() + "|" + m.link() + "|" + m.after())
          .containsExactly("Tell us: |https://v.example/abc| To stop.");
      assertThat(recorded.arrived())
          .extracting(m -> m.kind() + " " + m.path())
          .containsExactly("letter /k7m2q9xd4t8w3hn5", "text /abc");
    }
  }

  @Test
  void two_postmen_for_one_kind_are_refused() {
    var one = new SendingFixture.ScriptedPostman();
    assertThatThrownBy(() -> new Postmen(List.of(one, one), List.of(), List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static <T> T chosen(Map<String, Object> properties, Function<Postmen, T> asked)
      throws SQLException {
    try (var vault = new VaultContext(properties)) {
      return asked.apply(vault.context.getBean(Postmen.class));
    }
  }
}
