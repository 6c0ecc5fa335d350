package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * That {@link WholePathTest} would see a log that tells: each kind of secret, wherever an event can
 * carry it.
 */
class LogTest {
  private static final Logger LOG = LoggerFactory.getLogger("org.hearback.planted");
  private static final List<LogBook.Secret> SECRETS =
      List.of(
          new LogBook.Secret("secret of a link", "k7m2q9xd4t8w3hn5"),
          new LogBook.Secret("phone number", "07700900101"),
          new LogBook.Secret("name", "ليلى حداد"),
          new LogBook.Secret("e-mail", "layla@example.org"),
          new LogBook.Secret("answer", "تأخر المترجم كثيرا"),
          new LogBook.Secret("redacted answer", "كثيرا. اسمي [name]"),
          new LogBook.Secret("withdrawal code", "abc-d3f-gh1"),
          new LogBook.Secret("nonce", "c29tZSByYW5kb20gYnl0ZXM"));

  @ParameterizedTest
  @MethodSource("plants")
  void each_kind_is_seen_wherever_it_stands(
      LogBook.Secret secret, String where, BiConsumer<Logger, String> plant) throws Exception {
    try (var book = LogBook.open()) {
      LOG.info("nothing to see in {}", "this one");
      assertThat(book.betrayed(SECRETS)).isEmpty();
      plant.accept(LOG, secret.text());
      assertThat(book.betrayed(SECRETS))
          .as(where)
          .containsExactly(secret.kind() + " in org.hearback.planted");
    }
  }

  static Stream<Arguments> plants() {
    return SECRETS.stream()
        .flatMap(secret ->
            Stream.of(
                plant(secret, "message", (log, text) -> log.info("said " + text + " today")),
                plant(secret, "argument", (log, text) -> log.info("said {}", text)),
                plant(secret, "unused argument", (log, text) -> log.info("said", text)),
                plant(
                    secret,
                    "cause",
                    (log, text) ->
                        log.error(
                            "failed",
                            new IllegalStateException(new IllegalArgumentException(text)))),
                plant(secret, "context", LogTest::inContext),
                plant(
                    secret,
                    "key and value",
                    (log, text) -> log.atInfo().addKeyValue("said", text).log("said"))));
  }

  @Test
  void the_levels_are_those_of_production() throws Exception {
    try (var book = LogBook.open()) {
      LOG.debug("not heard");
      LoggerFactory.getLogger("org.mariadb.jdbc.x").error("never heard: it quotes values");
      LOG.info("heard");
      assertThat(book.events()).hasSize(1);
    }
    assertThat(LoggerFactory.getLogger("com.tngtech.archunit").isInfoEnabled()).isFalse();
  }

  @Test
  void a_number_is_seen_with_other_blanks() throws Exception {
    try (var book = LogBook.open()) {
      LOG.info("rang (07700) 900-101");
      assertThat(book.betrayed(SECRETS)).hasSize(1);
    }
  }

  private static void inContext(Logger log, String text) {
    try (var _ = MDC.putCloseable("who", text)) {
      log.info("said");
    }
  }

  private static Arguments plant(
      LogBook.Secret secret, String where, BiConsumer<Logger, String> plant) {
    return Arguments.of(secret, where, plant);
  }
}
