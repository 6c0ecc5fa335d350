package org.hearback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Every repository and every transaction names its data source, and a transaction stays with the
 * repositories of its own: a call that strays commits by itself and survives the rollback of the
 * rest.
 */
final class SourceRules {
  private static final String REPOSITORY = "io.micronaut.data.jdbc.annotation.JdbcRepository";
  private static final String TRANSACTIONAL = "io.micronaut.transaction.annotation.Transactional";

  /** What the framework reads into a repository that names none. */
  private static final String UNNAMED = "default";

  /** Writes what was done with the clerk's rights, whatever the caller's transaction does. */
  private static final String AUDIT = "org.hearback.audit.Audit";

  private static final Set<String> HANDLES =
      Set.of(
          "javax.sql.DataSource",
          "java.sql.Connection",
          "io.micronaut.transaction.TransactionOperations",
          "io.micronaut.transaction.SynchronousTransactionManager",
          "io.micronaut.data.connection.ConnectionOperations",
          "io.micronaut.data.jdbc.runtime.JdbcOperations");

  private SourceRules() {}

  static ArchRule every_repository_names_its_data_source() {
    return classes()
        .that(HouseRules.areOurs())
        .and()
        .areAnnotatedWith(REPOSITORY)
        .should(
            new ArchCondition<>("name their data source") {
              @Override
              public void check(JavaClass rows, ConditionEvents events) {
                if (repositorySource(rows).filter(UNNAMED::equals).isPresent()) {
                  events.add(
                      SimpleConditionEvent.violated(
                          rows, rows.getName() + " names no data source"));
                }
              }
            });
  }

  static ArchRule every_transaction_of_a_class_names_its_data_source() {
    return classes()
        .that(HouseRules.areOurs())
        .and()
        .areAnnotatedWith(TRANSACTIONAL)
        .should(nameTheirSource());
  }

  static ArchRule every_transaction_of_a_method_names_its_data_source() {
    return methods()
        .that()
        .areDeclaredInClassesThat(HouseRules.areOurs())
        .and()
        .areAnnotatedWith(TRANSACTIONAL)
        .should(nameTheirSource());
  }

  /**
   * Jakarta's cannot name a data source; Micronaut's read-only twin is one more word for the same
   * thing.
   */
  static ArchRule no_other_transaction_is_used() {
    return noClasses()
        .that(HouseRules.areOurs())
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "declare a transaction in another way",
                type ->
                    type.getPackageName().startsWith("jakarta.transaction")
                        || type.getPackageName().startsWith("javax.transaction")
                        || type.getFullName().equals("io.micronaut.transaction.annotation.ReadOnly")
                        || type.getFullName()
                            .equals("io.micronaut.transaction.annotation.TransactionalAdvice")));
  }

  static ArchRule every_injected_connection_names_its_data_source() {
    return codeUnits()
        .that()
        .areDeclaredInClassesThat(
            HouseRules.areOurs()
                .and(
                    DescribedPredicate.describe(
                        "are beans",
                        type ->
                            type.isMetaAnnotatedWith("jakarta.inject.Scope")
                                || type.isMetaAnnotatedWith(
                                    "io.micronaut.context.annotation.Bean"))))
        .should(
            new ArchCondition<>("take connections by name") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                if (!unit.isConstructor() && !unit.isAnnotatedWith("jakarta.inject.Inject")) {
                  return;
                }
                unit.getParameters().stream()
                    .filter(SourceRules::isNamelessHandle)
                    .forEach(parameter ->
                        events.add(
                            SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " takes it without @Named")));
              }
            });
  }

  static ArchRule a_transaction_keeps_to_its_data_source() {
    return methods()
        .that()
        .areDeclaredInClassesThat(HouseRules.areOurs())
        .should(
            new ArchCondition<>("use the repositories of their own transaction") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                if (!HouseRules.isGenerated(method.getOwner())) {
                  transactionSource(method)
                      .filter(source -> !source.isBlank())
                      .ifPresent(source -> follow(method, source, events));
                }
              }
            });
  }

  /**
   * Of {@code rows::save} the compiler keeps only that some repository is saved to, where {@code
   * save} is inherited from the framework; a lambda keeps which.
   */
  static ArchRule no_reference_hides_its_repository() {
    return classes()
        .that(HouseRules.areOurs())
        .should(
            new ArchCondition<>("call inherited methods of a repository in a lambda") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                from.getMethodReferencesFromSelf().stream()
                    .filter(reference ->
                        reference
                            .getTargetOwner()
                            .getPackageName()
                            .startsWith("io.micronaut.data.repository"))
                    .forEach(reference ->
                        events.add(
                            SimpleConditionEvent.violated(from, reference.getDescription())));
              }
            });
  }

  /**
   * Walks the calls from a transaction's method, ends at others that open one, and reports each
   * that strays.
   */
  private static void follow(JavaMethod start, String source, ConditionEvents events) {
    var way = new HashMap<JavaCodeUnit, String>();
    var open = new ArrayDeque<JavaCodeUnit>();
    way.put(start, start.getFullName() + " in a transaction of " + source);
    open.add(start);
    while (!open.isEmpty()) {
      var at = open.poll();
      for (var call : Call.from(at)) {
        if (call.on().getFullName().equals(AUDIT)) {
          continue; // it opens one of its own beside any other
        }
        var next = way.get(at) + " -> " + call.on().getSimpleName() + "." + call.unit().getName();
        var other = sourceOf(call);
        if (other.isEmpty()) {
          if (HouseRules.isOurs(call.unit().getOwner()) && !way.containsKey(call.unit())) {
            way.put(call.unit(), next);
            open.add(call.unit());
          }
        } else if (!other.get().equals(source)) {
          events.add(SimpleConditionEvent.violated(start, next + " of " + other.get()));
        }
      }
    }
  }

  private static Optional<String> sourceOf(Call call) {
    return repositorySource(call.on()).or(() -> transactionSource(call.unit()));
  }

  private static Optional<String> repositorySource(JavaClass type) {
    return type.tryGetAnnotationOfType(REPOSITORY)
        .map(annotation -> (String) annotation.get("dataSource").orElse(UNNAMED))
        .or(() ->
            type.getAllRawInterfaces().stream()
                .filter(HouseRules::isOurs)
                .flatMap(above -> repositorySource(above).stream())
                .findFirst());
  }

  private static Optional<String> transactionSource(JavaCodeUnit unit) {
    return declaredSource(unit)
        .or(() -> unit.isConstructor() ? Optional.empty() : declaredSource(unit.getOwner()));
  }

  private static Optional<String> declaredSource(HasAnnotations<?> element) {
    return element
        .tryGetAnnotationOfType(TRANSACTIONAL)
        .map(annotation -> (String) annotation.get("value").orElse(""));
  }

  private static boolean isNamelessHandle(JavaParameter parameter) {
    return HANDLES.contains(parameter.getRawType().getFullName())
        && !parameter.isAnnotatedWith("jakarta.inject.Named");
  }

  private static <T extends HasAnnotations<?>> ArchCondition<T> nameTheirSource() {
    return new ArchCondition<>("name their data source") {
      @Override
      public void check(T element, ConditionEvents events) {
        if (declaredSource(element).orElse("").isBlank()) {
          events.add(
              SimpleConditionEvent.violated(
                  element, element.getDescription() + " names no data source"));
        }
      }
    };
  }
}
