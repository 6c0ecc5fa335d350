package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes in is opened, whatever lies before it. */
class OpenJobTest {
  private static final int STUCK = 450; // more than two looks take

  @RegisterExtension private static final OneHouse ONE = new OneHouse(Map.of());

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());

  @Test
  void many_that_cannot_be_opened_hold_up_none_that_can() throws Exception {
    for (var token : house.invited(2)) {
      phone.send(phone.open(token), Map.of("listened", "agree", "change", "More time."));
    }
    house
        .database()
        .execute(
            """
            INSERT INTO bridge.envelope
              (id, answer_mac, nonce_hash, withdrawal_mac, week, level, due_at, sent_on, body)
            SELECT CONCAT('00000000-0000-4000-8000-', LPAD(s.seq, 12, '0')), RANDOM_BYTES(32),
                   RANDOM_BYTES(32), RANDOM_BYTES(32), e.week, e.level, e.due_at, e.sent_on,
                   LEFT(e.body, 100)
              FROM bridge.seq_1_to_%d s
              JOIN (SELECT * FROM bridge.envelope LIMIT 1) e
            """
                .formatted(STUCK));
    assertThat(house.get(OpenJob.class).run()).isEqualTo(2);
    assertThat(house.database().column("SELECT COUNT(*) FROM bridge.clearing"))
        .containsExactly("2");
    assertThat(house.get(OpenJob.class).run()).isZero();
  }
}
