package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hearback.anonymity.Attributes;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;

class LinksTest extends SendingFixture {

  @Test
  void nothing_but_the_hash_of_the_secret_is_kept() throws SQLException {
    var token = asked();
    var secret = token.secret();
    var dump = new StringBuilder();
    for (var table :
        vault.database.column(
            "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables WHERE"
                + " table_schema IN ('vault', 'bridge', 'feedback', 'office')")) {
      for (var column :
          vault.database.column(
              "SELECT column_name FROM information_schema.columns WHERE CONCAT(table_schema, '.',"
                  + " table_name) = '"
                  + table
                  + "'")) {
        vault
            .database
            .column("SELECT CONVERT(`" + column + "` USING latin1) FROM " + table)
            .forEach(value -> dump.append(value).append('\n'));
        vault
            .database
            .column("SELECT HEX(`" + column + "`) FROM " + table)
            .forEach(value -> dump.append(value).append('\n'));
      }
    }
    assertThat(dump.toString())
        .contains(token.hash().hex().toUpperCase(java.util.Locale.ROOT))
        .doesNotContain(
            secret,
            java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .doesNotContain("7700900123", "Fellhouse");
  }

  @Test
  void the_collector_opens_spends_and_no_more() throws SQLException {
    var token = asked();
    var links = vault.context.getBean(Links.class);
    assertThat(links.open(token)).isEqualTo(new Link.Waiting("assessment-parent", 1, "ar"));
    assertThat(links.open(token)).isEqualTo(new Link.Waiting("assessment-parent", 1, "ar"));
    assertThat(links.open(LinkToken.read("0000000000000000").orElseThrow()))
        .isEqualTo(new Link.Unknown());
    assertThat(links.spend(token.hash(), vault.now())).isTrue();
    assertThat(links.spend(token.hash(), vault.now())).isFalse();
    assertThat(links.open(token)).isEqualTo(new Link.Spent("ar"));
    try (var connection = vault.database.as("collector");
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> statement.executeUpdate("UPDATE vault.invitation SET state = 'sent'"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> statement.executeQuery("SELECT token_hash FROM vault.stop_request"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void the_first_use_of_one_link_spends_all_also_those_made_later() throws Exception {
    var first = asked();
    var rows = vault.context.getBean(LinkRows.class);
    var links = vault.context.getBean(Links.class);
    var invitation =
        UUID.fromString(vault.database.column("SELECT id FROM vault.invitation").getFirst());
    var expires = LocalDateTime.parse("2026-12-22T00:00:00");
    var second = LinkToken.fresh(new SecureRandom());
    var third = LinkToken.fresh(new SecureRandom());
    rows.add(second.hash().bytes(), invitation, expires);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 25; round++) {
        vault.database.execute("UPDATE vault.link SET spent = FALSE");
        var won =
            people.invokeAll(
                Stream.of(first, second, first, second, first, second)
                    .<Callable<Boolean>>map(it -> () -> links.spend(it.hash(), vault.now()))
                    .toList());
        assertThat(won.stream().map(LinksTest::result)).containsOnlyOnce(true);
      }
    }
    rows.add(third.hash().bytes(), invitation, expires);
    rows.drop(first.hash().bytes());
    for (var link : List.of(first, second, third)) {
      assertThat(links.open(link)).isEqualTo(new Link.Spent("ar"));
      assertThat(links.spend(link.hash(), vault.now())).isFalse();
    }
  }

  private static boolean result(Future<Boolean> spent) {
    try {
      return spent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void forget() {
    vault.context.getBean(Forgetting.class).run(vault.now());
  }

  @Test
  void a_link_lapses_at_a_midnight_and_is_forgotten_with_who_answered() throws SQLException {
    var token = asked();
    var links = vault.context.getBean(Links.class);
    vault.now("2026-12-21T23:59:59Z");
    assertThat(links.open(token)).isInstanceOf(Link.Waiting.class);
    assertThat(links.spend(token.hash(), vault.now())).isTrue();
    vault.now("2026-12-22T00:00:00Z");
    assertThat(links.spend(token.hash(), vault.now())).isFalse();
    vault.now("2027-01-04T23:00:00Z");
    forget();
    assertThat(spent()).containsExactly("1");
    vault.now("2027-01-05T00:00:00Z");
    forget();
    assertThat(spent()).containsExactly("0");
    assertThat(links.open(token)).isEqualTo(new Link.Lapsed("ar"));
    vault.now("2027-03-22T01:00:00Z");
    forget();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.delivery")).containsExactly("0");
    assertThat(invitations()).as("who was invited").hasSize(1);
    assertThat(links.open(token))
        .as("an answer that waits for others still finds its label")
        .isEqualTo(new Link.Lapsed("ar"));
    vault.now("2028-03-01T01:00:00Z");
    forget();
    assertThat(invitations()).isEmpty();
    vault.now("2028-04-01T01:00:00Z");
    forget();
    assertThat(links.open(token)).isEqualTo(new Link.Unknown());
  }

  @Test
  void the_rooms_after_learn_the_attributes_the_names_and_who_was_invited() throws SQLException {
    var hash = asked().hash();
    var invitations = vault.context.getBean(Invitations.class);
    var november = java.time.YearMonth.of(2026, 11);
    assertThat(invitations.asked(hash))
        .contains(
            new Asked(
                "p1",
                new Attributes("family-help-north", Audience.PARENT, "", "M3", november, "ar")));
    assertThat(invitations.population())
        .containsExactly(
            new AskedPerson(
                "p1",
                new Attributes("family-help-north", Audience.PARENT, "", "M3", november, "ar")));
    assertThat(invitations.names(hash).names())
        .containsExactlyInAnyOrder("Name c1 Fellhouse", "Name p1 Fellhouse");
    vault.now("2028-03-01T12:00:00Z");
    assertThat(invitations.population()).isEmpty();
  }
}
