package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Each rule of the house is seen finding a violation, and passing over what only looks like one.
 */
class PlantedTest {
  private static final String DUTY_ROWS =
      """
      package org.hearback.safeguarding;
      import io.micronaut.data.jdbc.annotation.JdbcRepository;
      import io.micronaut.data.model.query.builder.sql.Dialect;
      @JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
      interface PlantedRows extends io.micronaut.data.repository.CrudRepository<String, String> {
        int seen();
      }
      """;

  @Test
  void a_room_that_imports_a_later_one() {
    var rule = HouseRules.rooms_import_only_rooms_before_them();
    found(
        rule,
        "audit.Early",
        "package org.hearback.audit; class Early { org.hearback.form.Form form; }");
    passed(rule, "package org.hearback.answer; class Late { org.hearback.form.Form form; }");
  }

  @Test
  void a_room_that_imports_the_porch_the_door_or_the_try_out() {
    var rule = HouseRules.rooms_import_only_rooms_before_them();
    var porch = "package org.hearback.web; public class Planted {}";
    var door = "package org.hearback; public class PlantedDoor {}";
    found(
        rule,
        "audit.Visitor",
        "package org.hearback.audit; class Visitor { org.hearback.web.Planted porch; }",
        porch);
    found(
        rule,
        "audit.Visitor",
        "package org.hearback.audit; class Visitor { org.hearback.PlantedDoor door; }",
        door);
    found(
        rule,
        "action.Visitor",
        "package org.hearback.action; class Visitor { org.hearback.tryout.Passwords words; }");
  }

  @Test
  void a_porch_that_imports_a_room_and_a_door_that_imports_the_try_out() {
    var rule = HouseRules.rooms_import_only_rooms_before_them();
    found(
        rule, "web.Nosy", "package org.hearback.web; class Nosy { org.hearback.form.Form form; }");
    found(
        rule,
        "hearback.Opener",
        "package org.hearback; class Opener { org.hearback.tryout.Passwords words; }");
    passed(rule, "package org.hearback.tryout; class Guest { org.hearback.form.Form form; }");
  }

  @Test
  void a_room_that_nobody_planned() {
    var rule = HouseRules.there_are_only_the_known_rooms();
    found(rule, "org.hearback.common.Things", "package org.hearback.common; class Things {}");
    found(
        rule, "org.hearback.form.inner.Things", "package org.hearback.form.inner; class Things {}");
    passed(rule, "package org.hearback.form; class Things {}");
  }

  @Test
  void the_framework_in_the_middle_of_a_room() {
    var rule = HouseRules.the_framework_stays_at_the_edge();
    found(
        rule,
        "form.Middle",
        "package org.hearback.form; class Middle { io.micronaut.http.HttpRequest<?> request; }");
    passed(
        rule,
        "package org.hearback.form; class EdgePage { io.micronaut.http.HttpRequest<?> request; }",
        """
        package org.hearback.form;
        class Middle {
          @io.micronaut.transaction.annotation.Transactional("clerk")
          void work() {}
        }
        """);
  }

  @Test
  void a_database_or_a_framework_in_anonymity() {
    var rule = HouseRules.anonymity_is_pure();
    found(
        rule,
        "anonymity.Reader",
        "package org.hearback.anonymity; class Reader { java.sql.Connection store; }");
    found(
        rule,
        "anonymity.KeenPage",
        "package org.hearback.anonymity; class KeenPage { io.micronaut.http.HttpStatus status; }");
    passed(rule, "package org.hearback.anonymity; @jakarta.inject.Singleton class Pure {}");
  }

  @Test
  void lucene_outside_theme() {
    var rule = HouseRules.lucene_stays_in_theme();
    found(
        rule,
        "reporting.Searcher",
        "package org.hearback.reporting; class Searcher { org.apache.lucene.index.IndexReader in;"
            + " }");
    passed(
        rule,
        "package org.hearback.theme; class Searcher { org.apache.lucene.index.IndexReader in; }");
  }

  @Test
  void an_injected_field() {
    found(
        HouseRules.nothing_is_injected_into_a_field(),
        "form.Filled.clock",
        "package org.hearback.form; class Filled { @jakarta.inject.Inject java.time.InstantSource"
            + " clock; }");
  }

  @Test
  void the_time_without_the_clock() {
    var rule = HouseRules.nobody_reads_the_time_without_the_clock();
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
    var rule = HouseRules.only_a_row_rebuilds_redacted_text();
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
    var classes = HouseRules.no_class_has_an_empty_name();
    for (var name :
        new String[] {"TextUtils", "DateHelper", "SenderImpl", "MailService", "JobManager"}) {
      found(classes, name, "package org.hearback.form; class %s {}".formatted(name));
      found(
          classes,
          name,
          "package org.hearback.form; class Outer { static class %s {} }".formatted(name));
    }
    passed(classes, "package org.hearback.form; class ServiceAreas { static class Managers {} }");
    var fields = HouseRules.no_field_has_an_empty_name();
    found(fields, "mailService", "package org.hearback.form; class Post { int mailService; }");
    found(fields, "Post.helper", "package org.hearback.form; class Post { int helper; }");
    passed(fields, "package org.hearback.form; class Post { int serviceArea; int SERVICE; }");
  }

  @Test
  void another_logger_and_standard_output() {
    found(
        HouseRules.only_slf4j_logs(),
        "form.Loud",
        "package org.hearback.form; class Loud { ch.qos.logback.classic.Logger log; }");
    var jdk = HouseRules.nobody_writes_to_the_jdks_logger();
    var logger =
        "package org.hearback.form; class Loud { void say(java.util.logging.Logger log) { log.%s; }"
            + " }";
    found(jdk, "form.Loud", logger.formatted("info(\"words\")"));
    passed(jdk, logger.formatted("setLevel(java.util.logging.Level.OFF)"));
    var rule = HouseRules.only_the_door_speaks_on_standard_output();
    found(
        rule,
        "form.Loud",
        "package org.hearback.form; class Loud { void say() { System.out.println(); } }");
    passed(rule, "package org.hearback; class Door { void say() { System.err.println(); } }");
  }

  @Test
  void a_repository_without_a_data_source() {
    var rule = SourceRules.every_repository_names_its_data_source();
    found(
        rule,
        "form.AnyRows",
        """
        package org.hearback.form;
        import io.micronaut.data.model.query.builder.sql.Dialect;
        @io.micronaut.data.jdbc.annotation.JdbcRepository(dialect = Dialect.MYSQL)
        interface AnyRows {}
        """);
    passed(rule, DUTY_ROWS);
  }

  @Test
  void a_transaction_without_a_data_source() {
    var transactional = "@io.micronaut.transaction.annotation.Transactional";
    found(
        SourceRules.every_transaction_of_a_method_names_its_data_source(),
        "Bare.work",
        "package org.hearback.form; class Bare { %s void work() {} }".formatted(transactional));
    found(
        SourceRules.every_transaction_of_a_class_names_its_data_source(),
        "form.Bare",
        "package org.hearback.form; %s class Bare {}".formatted(transactional));
    passed(
        SourceRules.every_transaction_of_a_method_names_its_data_source(),
        "package org.hearback.form; class Full { %s(\"clerk\") void work() {} }"
            .formatted(transactional));
  }

  @Test
  void a_transaction_of_another_make() {
    found(
        SourceRules.no_other_transaction_is_used(),
        "form.Other",
        "package org.hearback.form; class Other { @jakarta.transaction.Transactional void work() {}"
            + " }");
  }

  @Test
  void a_connection_injected_without_a_name() {
    var rule = SourceRules.every_injected_connection_names_its_data_source();
    var source =
        "package org.hearback.answer; @jakarta.inject.Singleton class Fast { Fast(%s"
            + " javax.sql.DataSource source) {} }";
    found(rule, "answer.Fast", source.formatted(""));
    passed(rule, source.formatted("@jakarta.inject.Named(\"collector\")"));
  }

  @Test
  void a_transaction_that_uses_another_sources_repository() {
    var source =
        """
        package org.hearback.safeguarding;
        class Mixed {
          PlantedRows rows;
          @io.micronaut.transaction.annotation.Transactional("%s")
          void work() { %s }
        }
        """;
    var rule = SourceRules.a_transaction_keeps_to_its_data_source();
    found(rule, "PlantedRows.seen of duty", source.formatted("clerk", "rows.seen();"), DUTY_ROWS);
    found(
        rule, "PlantedRows.save of duty", source.formatted("clerk", "rows.save(\"\");"), DUTY_ROWS);
    found(
        rule,
        "PlantedRows.seen of duty",
        source.formatted(
            "clerk", "java.util.function.IntSupplier seen = rows::seen; seen.getAsInt();"),
        DUTY_ROWS);
    found(
        rule,
        "PlantedRows.seen of duty",
        source.formatted("clerk", "Runnable later = () -> rows.seen(); later.run();"),
        DUTY_ROWS);
    passed(rule, source.formatted("duty", "rows.seen();"), DUTY_ROWS);
  }

  @Test
  void a_reference_of_which_the_compiler_forgets_the_repository() {
    var rule = SourceRules.no_reference_hides_its_repository();
    var source =
        """
        package org.hearback.safeguarding;
        class Vague {
          PlantedRows rows;
          void work(java.util.List<String> all) { all.forEach(%s); }
        }
        """;
    found(rule, "Vague.work", source.formatted("rows::deleteById"), DUTY_ROWS);
    passed(rule, source.formatted("one -> rows.deleteById(one)"), DUTY_ROWS);
  }

  @Test
  void a_transaction_that_strays_on_the_way() {
    var rule = SourceRules.a_transaction_keeps_to_its_data_source();
    var way =
        """
        package org.hearback.safeguarding;
        interface Way { void go(); }
        """;
    var astray =
        """
        package org.hearback.safeguarding;
        class Astray implements Way {
          PlantedRows rows;
          %s
          public void go() { further(); }
          private void further() { rows.seen(); }
        }
        """;
    var start =
        """
        package org.hearback.safeguarding;
        @io.micronaut.transaction.annotation.Transactional("clerk")
        class Start {
          Way way;
          void work() { way.go(); }
        }
        """;
    found(
        rule,
        "Astray.further -> PlantedRows.seen of duty",
        start,
        way,
        astray.formatted(""),
        DUTY_ROWS);
    found(
        rule,
        "Astray.go of duty",
        start,
        way,
        astray.formatted("@io.micronaut.transaction.annotation.Transactional(\"duty\")"),
        DUTY_ROWS);
  }

  @Test
  void the_audit_writes_beside_any_transaction() {
    passed(
        SourceRules.a_transaction_keeps_to_its_data_source(),
        """
        package org.hearback.audit;
        public class Audit {
          @io.micronaut.transaction.annotation.Transactional("clerk")
          public void write() {}
        }
        """,
        """
        package org.hearback.safeguarding;
        class Careful {
          org.hearback.audit.Audit audit;
          @io.micronaut.transaction.annotation.Transactional("duty")
          void work() { audit.write(); }
        }
        """);
  }

  private static void found(ArchRule rule, String name, String... sources) {
    assertThat(Plant.findings(rule, sources)).anySatisfy(line -> assertThat(line).contains(name));
  }

  private static void passed(ArchRule rule, String... sources) {
    assertThat(Plant.findings(rule, sources)).isEmpty();
  }
}
