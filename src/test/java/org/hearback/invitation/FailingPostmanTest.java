package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FailingPostmanTest extends SendingFixture {

  @Test
  void a_failing_postman_is_tried_three_times_each_with_a_secret_of_its_own() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    postman.answer = Postman.Outcome.Failed::new;
    for (int i = 0; i < 5; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    assertThat(postman.sent).hasSize(3).doesNotHaveDuplicates();
    assertThat(reasons()).containsExactly("undeliverable");
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.link")).containsExactly("0");
    assertThat(vault.database.column("SELECT state FROM vault.delivery")).containsOnly("failed");
  }

  @Test
  void a_closed_postman_uses_up_nobodys_tries() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    postman.answer = () -> new Postman.Outcome.Closed("a test");
    for (int i = 0; i < 5; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.delivery")).containsExactly("0");
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.link")).containsExactly("0");
    postman.answer = Postman.Outcome.Sent::new;
    at("2026-11-24T16:00:00Z");
    assertThat(invitations()).containsExactly("p1 sent  2026-11 PARENT assessment-parent ar");
  }

  @Test
  void a_crash_while_sending_costs_at_most_one_text_too_many() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    postman.answer = Postman.Outcome.Sent::new;
    class Crash extends Error {
      private static final long serialVersionUID = 1L;
    }
    var real = postman.answer;
    for (int i = 0; i < 4; i++) {
      postman.answer =
          () -> {
            postman.sent.add("left the house, and then the machine stopped");
            throw new Crash();
          };
      vault.now("2026-11-24T1" + i + ":00:00Z");
      vault.context.getBean(WeighJob.class).run();
      try {
        vault.context.getBean(SendJob.class).run();
      } catch (Crash expected) {
        continue;
      }
    }
    postman.answer = real;
    at("2026-11-24T15:00:00Z");
    assertThat(postman.sent).hasSize(2);
    assertThat(invitations()).containsExactly("p1 sent  2026-11 PARENT assessment-parent ar");
  }

  @Test
  void a_postman_that_throws_may_have_sent_so_it_is_tried_once_more_and_no_oftener()
      throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    var calls = new ArrayList<String>();
    postman.answer =
        () -> {
          calls.add("call");
          throw new IllegalStateException("broken");
        };
    for (int i = 0; i < 5; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    assertThat(calls).hasSize(2);
  }

  @Test
  void one_record_that_does_not_open_does_not_hold_up_the_others() throws SQLException {
    family("");
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c2", "child", "f2", "", "8-11", "", ""),
        contact("p2", "parent", "f2", "07700 900129", "", "yes", ""));
    assessment("a1", "c1", "2026-11-10");
    assessment("a2", "c2", "2026-11-11");
    vault.context.getBean(WeighJob.class).run();
    vault.database.execute("UPDATE vault.contact SET sealed = 'x' WHERE person_id = 'p1'");
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent).hasSize(1).first().asString().startsWith("+447700900129");
  }
}
