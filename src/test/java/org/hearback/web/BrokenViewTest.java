package org.hearback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BrokenViewTest {

  @Test
  @Timeout(30)
  void a_view_that_fails_is_answered_at_once_with_the_kind_page() throws Exception {
    try (var house = TestHouse.on(TestDatabase.shared(), Map.of("test.broken-page", "true"))) {
      long from = System.nanoTime();
      var reply = new Phone(house.address()).get("/test/broken");
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
      assertThat(reply.statusCode()).isEqualTo(500);
      assertThat(reply.body())
          .contains("Something went wrong on our side", "999")
          .doesNotContain("a line", "nobody", "Exception");
    }
  }
}
