package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GrantsTest {
  private final TestDatabase database = TestDatabase.shared();

  @Test
  void the_users_hold_exactly_their_list() {
    database.settings().check(14);
    assertThat(Grants.expected("%").keySet()).isEqualTo(Database.USERS);
  }

  @Test
  void one_right_too_many_is_refused() throws Exception {
    database.execute("GRANT SELECT ON vault.contact TO 'analyst'@'%'");
    try {
      assertThatThrownBy(() -> database.settings().check(14))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("analyst may do more than its list: [SELECT vault.contact]");
    } finally {
      database.execute("REVOKE SELECT ON vault.contact FROM 'analyst'@'%'");
    }
  }

  @Test
  void the_collector_cannot_read_an_envelope_or_see_whom_it_asks() throws Exception {
    try (var connection = database.as("collector");
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT id FROM bridge.envelope"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> statement.executeQuery("SELECT person_id FROM vault.invitation"))
          .hasMessageContaining("denied");
    }
  }
}
