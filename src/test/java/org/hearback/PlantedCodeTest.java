package org.hearback;

import static org.hearback.Plant.found;
import static org.hearback.Plant.passed;

import org.junit.jupiter.api.Test;

/** Each rule on habits is seen finding a violation, and passing over what only looks like one. */
class PlantedCodeTest {
  @Test
  void an_injected_field() {
    found(
        CodeRules.nothing_is_injected_into_a_field(),
        "form.Filled.clock",
        "package org.hearback.form; class Filled { @jakarta.inject.Inject java.time.InstantSource"
            + " clock; }");
  }

  @Test
  void the_time_without_the_clock() {
    var rule = CodeRules.nobody_reads_the_time_without_the_clock();
    for (var read :
        new String[] {
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
          "java.time.LocalDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.YearMonth.now()",
          "java.time.Clock.systemUTC()",
          "java.time.InstantSource.system()",
          "new java.util.Date()",
          "System.currentTimeMillis()",
          "System.nanoTime()",
          "(java.util.function.Supplier<Object>) java.time.Instant::now"
        }) {
      found(
          rule,
          "form.Late",
          "package org.hearback.form; class Late { Object at() { return %s; } }".formatted(read));
    }
    passed(
        rule,
        """
        package org.hearback.form;
        class Punctual {
          Object at(java.time.Clock clock) {
            return java.time.LocalDate.now(clock).plusDays(new java.util.Date(0).getTime());
          }
        }
        """,
        "package org.hearback.tryout; class Patient { long at() { return System.nanoTime(); } }");
  }

  @Test
  void redacted_text_rebuilt_outside_a_row() {
    var rule = CodeRules.only_a_row_rebuilds_redacted_text();
    var source =
        """
        package org.hearback.response;
        class %s {
          Object words() { return org.hearback.anonymity.RedactedText.stored("raw"); }
        }
        """;
    found(rule, "response.Forger", source.formatted("Forger"));
    passed(rule, source.formatted("CommentRow"));
  }

  @Test
  void names_that_say_nothing() {
    var classes = CodeRules.no_class_has_an_empty_name();
    for (var name :
        new String[] {"TextUtils", "DateHelper", "SenderImpl", "MailService", "JobManager"}) {
      found(classes, name, "package org.hearback.form; class %s {}".formatted(name));
      found(
          classes,
          name,
          "package org.hearback.form; class Outer { static class %s {} }".formatted(name));
    }
    passed(classes, "package org.hearback.form; class ServiceAreas { static class Managers {} }");
    var fields = CodeRules.no_field_has_an_empty_name();
    found(fields, "mailService", "package org.hearback.form; class Post { int mailService; }");
    found(fields, "Post.helper", "package org.hearback.form; class Post { int helper; }");
    passed(fields, "package org.hearback.form; class Post { int serviceArea; int SERVICE; }");
  }

  @Test
  void another_logger_and_standard_output() {
    found(
        CodeRules.only_slf4j_logs(),
        "form.Loud",
        "package org.hearback.form; class Loud { ch.qos.logback.classic.Logger log; }");
    var jdk = CodeRules.nobody_writes_to_the_jdks_logger();
    var logger =
        "package org.hearback.form; class Loud { void say(java.util.logging.Logger log) { log.%s; }"
            + " }";
    found(jdk, "form.Loud", logger.formatted("info(\"words\")"));
    passed(jdk, logger.formatted("setLevel(java.util.logging.Level.OFF)"));
    var rule = CodeRules.only_the_door_speaks_on_standard_output();
    found(
        rule,
        "form.Loud",
        "package org.hearback.form; class Loud { void say() { System.out.println(); } }");
    passed(rule, "package org.hearback; class Door { void say() { System.err.println(); } }");
  }
}
