package org.hearback;

import static org.hearback.Plant.found;
import static org.hearback.Plant.passed;

import org.junit.jupiter.api.Test;

/**
 * Each rule on data sources is seen finding a violation, and passing over what only looks like one.
 */
class PlantedSourcesTest {
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
          Tail tail;
          public void write() { tail.add(); }
        }
        """,
        """
        package org.hearback.audit;
        class Tail {
          @io.micronaut.transaction.annotation.Transactional("clerk")
          void add() {}
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
}
