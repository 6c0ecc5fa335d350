package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.TestHouse;
import org.hearback.invitation.LinkToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Promise 2 at its narrowest: one envelope in and one invitation spent, or neither, whatever
 * breaks.
 */
class SendTest {
  private static final Map<String, String> ANSWERS =
      Map.of("listened", "agree", "change", "She rang back when she said.");

  @RegisterExtension
  private static final OneHouse ONE = new OneHouse(Map.of("test.faulty-collector", "true"));

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());

  @Test
  void each_step_that_fails_leaves_both_effects_or_none_and_a_retry_counts_once() throws Exception {
    var faults = house.get(FaultyCollector.class);
    int steps = steps(faults);
    assertThat(steps).as("the lookup, two statements and a commit").isEqualTo(4);
    for (int step = 1; step <= steps; step++) {
      for (boolean after : new boolean[] {false, true}) {
        var as = "step " + step + (after ? " done, reply lost" : " refused");
        var token = house.invited(1).getFirst();
        var page = phone.open(token);
        long before = envelopes();
        faults.arm(step, after);
        var broken = phone.send(page, ANSWERS);
        faults.disarm();
        assertThat(broken.statusCode()).as(as).isEqualTo(503);
        assertThat(broken.body()).as(as).doesNotContain("SQLException").contains("999");
        assertThat(envelopes() - before).as(as).isEqualTo(spent(token) ? 1 : 0);
        assertThat(phone.send(page, ANSWERS).statusCode()).as(as).isEqualTo(200);
        assertThat(envelopes() - before).as(as).isEqualTo(1);
        assertThat(spent(token)).as(as).isTrue();
      }
    }
  }

  @Test
  void a_retry_and_a_double_click_get_the_same_page_and_one_envelope() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    long before = envelopes();
    var first = phone.send(page, ANSWERS);
    List<Callable<String>> clicks =
        java.util.Collections.nCopies(8, () -> phone.send(page, ANSWERS).body());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var reply : threads.invokeAll(clicks)) {
        assertThat(reply.get()).isEqualTo(first.body());
      }
    }
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(envelopes() - before).isEqualTo(1);
  }

  @Test
  void eight_clicks_at_once_are_one_envelope() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    long before = envelopes();
    List<Callable<Integer>> clicks =
        java.util.Collections.nCopies(8, () -> phone.send(page, ANSWERS).statusCode());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var reply : threads.invokeAll(clicks)) {
        assertThat(reply.get()).isEqualTo(200);
      }
    }
    assertThat(envelopes() - before).isEqualTo(1);
  }

  @Test
  void other_words_under_the_same_nonce_are_not_saved_and_the_page_says_so() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    phone.send(page, ANSWERS);
    long before = envelopes();
    var other = phone.send(page, Map.of("listened", "disagree", "change", "Quite other words."));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("We already have your first answer").contains("999");
    assertThat(envelopes()).isEqualTo(before);
  }

  @Test
  void a_second_page_of_a_spent_link_is_refused_kindly() throws Exception {
    var token = house.invited(1).getFirst();
    var one = phone.open(token);
    var other = phone.open(token);
    assertThat(phone.send(one, ANSWERS).statusCode()).isEqualTo(200);
    long before = envelopes();
    assertThat(phone.send(other, ANSWERS).statusCode()).isEqualTo(410);
    assertThat(envelopes()).isEqualTo(before);
    assertThat(phone.get("/" + token.secret()).statusCode()).isEqualTo(410);
  }

  @Test
  void a_forged_nonce_keeps_the_words_and_saves_nothing() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    var other = phone.open(house.invited(1).getFirst());
    long before = envelopes();
    for (var nonce : List.of("", "x", "A".repeat(PageNonce.LENGTH), other.nonce())) {
      var forged = new Phone.Opened(page.token(), nonce, "");
      var reply = phone.send(forged, ANSWERS);
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(reply.body())
          .contains("She rang back when she said.")
          .containsPattern("name=\"nonce\" value=\"[^\"]{" + PageNonce.LENGTH + "}\"")
          .doesNotContain("name=\"nonce\" value=\"" + nonce + "\"");
    }
    assertThat(envelopes()).isEqualTo(before);
  }

  @Test
  void missing_too_long_and_unknown_fields_are_422_with_the_words_kept() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    long before = envelopes();
    for (var answers :
        List.of(
            Map.<String, String>of(),
            Map.of("change", "x".repeat(1001)),
            Map.of("listened", "perhaps"),
            Map.of("nobody-asked", "this"))) {
      var reply = phone.send(page, answers);
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(reply.body())
          .contains("There is a problem")
          .contains("name=\"nonce\" value=\"" + page.nonce() + "\"");
    }
    assertThat(envelopes()).isEqualTo(before);
    assertThat(phone.send(page, ANSWERS).statusCode()).isEqualTo(200);
  }

  private int steps(FaultyCollector faults) throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    faults.arm(-1, false);
    assertThat(phone.send(page, ANSWERS).statusCode()).isEqualTo(200);
    return faults.steps();
  }

  private long envelopes() throws Exception {
    return Long.parseLong(
        house.database().column("SELECT COUNT(*) FROM bridge.envelope").getFirst());
  }

  private boolean spent(LinkToken token) throws Exception {
    return house
        .database()
        .column(
            "SELECT l.spent FROM vault.link l"
                + " WHERE HEX(l.token_hash) = '"
                + token.hash().hex().toUpperCase(java.util.Locale.ROOT)
                + "'")
        .getFirst()
        .equals("1");
  }
}
