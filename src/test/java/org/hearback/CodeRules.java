package org.hearback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.hearback.HouseRules.TRYOUT;
import static org.hearback.HouseRules.areGenerated;
import static org.hearback.HouseRules.areOurs;
import static org.hearback.HouseRules.outermost;
import static org.hearback.HouseRules.room;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Habits of the hand as rules: the clock, names, logs, and who rebuilds redacted text. */
final class CodeRules {
  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          "(.*[a-z0-9])?(Util|Utils|Helper|Impl|Service|Manager)|utils?|helper|impl|service|manager");

  private CodeRules() {}

  static ArchRule nothing_is_injected_into_a_field() {
    return noFields()
        .that()
        .areDeclaredInClassesThat(areOurs())
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("io.micronaut.context.annotation.Value")
        .orShould()
        .beAnnotatedWith("io.micronaut.context.annotation.Property");
  }

  /**
   * The only clock is the injected one; a test sets it, the try-out moves it. The clock of the
   * try-out is the one that is injected there.
   */
  static ArchRule nobody_reads_the_time_without_the_clock() {
    return classes()
        .that(areOurs())
        .and(DescribedPredicate.not(HouseRules.named("org.hearback.tryout.TryOutClock")))
        .should(access("only the injected clock", (from, to) -> !isWallClock(from, to)));
  }

  static ArchRule only_a_row_rebuilds_redacted_text() {
    return classes()
        .that(areOurs())
        .should(
            access(
                "not RedactedText.stored unless a *Row",
                (from, to) ->
                    !(to.getTargetOwner()
                                .getFullName()
                                .equals("org.hearback.anonymity.RedactedText")
                            && to.getName().equals("stored"))
                        || outermost(from).getSimpleName().endsWith("Row")));
  }

  static ArchRule no_class_has_an_empty_name() {
    return classes()
        .that(areOurs())
        .and(DescribedPredicate.not(areGenerated()))
        .should()
        .haveNameNotMatching(".*[.$](" + EMPTY_NAME.pattern() + ")");
  }

  static ArchRule no_field_has_an_empty_name() {
    return fields()
        .that()
        .areDeclaredInClassesThat(areOurs().and(DescribedPredicate.not(areGenerated())))
        .should()
        .haveNameNotMatching(EMPTY_NAME.pattern());
  }

  static ArchRule only_slf4j_logs() {
    return noClasses()
        .that(areOurs())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ch.qos.logback..",
            "org.apache.commons.logging..",
            "org.apache.logging..",
            "org.apache.log4j..");
  }

  /** It may be told to be quiet, where a library writes more to it than a log may hold. */
  static ArchRule nobody_writes_to_the_jdks_logger() {
    return classes()
        .that(areOurs())
        .should(
            access(
                "the JDK's logger only to silence it",
                (_, to) ->
                    !to.getTargetOwner().getFullName().equals("java.util.logging.Logger")
                        || Set.of("getLogger", "setLevel").contains(to.getName())));
  }

  static ArchRule only_the_door_speaks_on_standard_output() {
    return classes()
        .that(areOurs())
        .should(
            access(
                "neither System.out nor System.err",
                (from, to) ->
                    !(to.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(to.getName()))
                        || Set.of("", TRYOUT).contains(room(from))));
  }

  private static boolean isWallClock(JavaClass from, JavaAccess<?> to) {
    var owner = to.getTargetOwner().getFullName();
    var name = to.getName();
    var takes = takes(to);
    if (owner.equals("java.lang.System")) {
      return name.equals("currentTimeMillis")
          || name.equals("nanoTime") && !room(from).equals(TRYOUT);
    }
    if (owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource")) {
      return name.startsWith("system")
          || name.startsWith("tick") && !takes.contains("java.time.Clock");
    }
    if (owner.startsWith("java.time.")) {
      return name.equals("now") && !takes.contains("java.time.Clock");
    }
    return owner.equals("java.util.Date") && name.equals("<init>") && takes.isEmpty()
        || owner.equals("java.util.Calendar") && name.equals("getInstance");
  }

  private static List<String> takes(JavaAccess<?> access) {
    return switch (access.getTarget()) {
      case com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget unit ->
          unit.getRawParameterTypes().stream().map(JavaClass::getFullName).toList();
      default -> List.of();
    };
  }

  private static ArchCondition<JavaClass> access(
      String what, BiPredicate<JavaClass, JavaAccess<?>> allowed) {
    return new ArchCondition<>("access " + what) {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        from.getAccessesFromSelf().stream()
            .filter(access -> !allowed.test(from, access))
            .forEach(
                access -> events.add(SimpleConditionEvent.violated(from, access.getDescription())));
      }
    };
  }
}
