package org.hearback;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The plan of the house as rules, all but those on data sources, which {@link SourceRules} holds.
 */
final class HouseRules {
  static final String HOUSE = "org.hearback";

  /** In the order in which the data walks. A room may import only rooms before it. */
  static final List<String> ROOMS =
      List.of(
          "audit",
          "retention",
          "access",
          "journey",
          "form",
          "anonymity",
          "invitation",
          "answer",
          "safeguarding",
          "response",
          "theme",
          "reporting",
          "action");

  /** The porch. */
  static final String WEB = "web";

  /** Stands behind all rooms and is left out of the production jar. */
  static final String TRYOUT = "tryout";

  private static final Pattern EDGE =
      Pattern.compile(".+(Page|Api|Job|Row|Rows|Handler|Config|Health|Filter|Provider)");

  private static final Pattern GENERATED = Pattern.compile(".*\\.\\$.*|.*\\$Intercepted.*");

  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "io.micronaut.transaction.annotation.Transactional",
          "io.micronaut.transaction.TransactionDefinition",
          "io.micronaut.context.annotation.Value",
          "io.micronaut.context.annotation.Requires",
          "io.micronaut.context.annotation.Property");

  private HouseRules() {}

  static ArchRule rooms_import_only_rooms_before_them() {
    return classes()
        .that(areOurs())
        .should(dependOnlyOn("what stands before them", HouseRules::mayImport));
  }

  static ArchRule there_are_only_the_known_rooms() {
    var known =
        new DescribedPredicate<JavaClass>("stand in a known room") {
          @Override
          public boolean test(JavaClass javaClass) {
            var room = javaClass.getPackageName().replaceFirst("^org\\.hearback\\.?", "");
            return room.isEmpty() || ROOMS.contains(room) || Set.of(WEB, TRYOUT).contains(room);
          }
        };
    return classes().that(areOurs()).should(ArchCondition.from(known));
  }

  static ArchRule the_framework_stays_at_the_edge() {
    return classes()
        .that(areOurs())
        .and(DescribedPredicate.not(areGenerated()))
        .and(DescribedPredicate.not(standAtTheEdge()))
        .should(
            dependOnlyOn(
                "no framework beyond what everybody may use",
                (_, to) -> !to.getPackageName().startsWith("io.micronaut") || isForEverybody(to)));
  }

  static ArchRule anonymity_is_pure() {
    return noClasses()
        .that()
        .resideInAPackage("org.hearback.anonymity")
        .and(DescribedPredicate.not(areGenerated()))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.micronaut..")
                .or(resideInAPackage("java.sql.."))
                .or(resideInAPackage("javax.sql.."))
                .or(resideInAPackage("jakarta.."))
                .and(
                    DescribedPredicate.not(
                        named("jakarta.inject.Singleton", "jakarta.inject.Inject"))));
  }

  static ArchRule lucene_stays_in_theme() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.hearback.theme")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..");
  }

  /** Opened answers: the room that clears, and the try-out's sample readers. */
  static ArchRule only_the_desk_opens_answers() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.hearback.safeguarding", "org.hearback.tryout")
        .should()
        .dependOnClassesThat(
            named(
                "org.hearback.safeguarding.Clearing",
                "org.hearback.safeguarding.Clearing$Sheet",
                "org.hearback.safeguarding.Piece",
                "org.hearback.safeguarding.Decision",
                "org.hearback.safeguarding.Opened"));
  }

  static boolean isGenerated(JavaClass javaClass) {
    return GENERATED.matcher(javaClass.getFullName()).matches();
  }

  static boolean isOurs(JavaClass javaClass) {
    var in = javaClass.getPackageName();
    return in.equals(HOUSE) || in.startsWith(HOUSE + ".");
  }

  static DescribedPredicate<JavaClass> areOurs() {
    return DescribedPredicate.describe("are ours", HouseRules::isOurs);
  }

  static JavaClass outermost(JavaClass javaClass) {
    var at = javaClass;
    while (at.getEnclosingClass().isPresent()) {
      at = at.getEnclosingClass().get();
    }
    return at;
  }

  private static boolean mayImport(JavaClass from, JavaClass to) {
    if (!isOurs(to) || room(from).equals(room(to))) {
      return true;
    }
    if (room(to).equals(WEB) || room(to).equals(TRYOUT)) {
      return false;
    }
    return switch (room(from)) {
      case "" -> true;
      case WEB -> false;
      case TRYOUT -> !room(to).isEmpty() || outermost(to).getSimpleName().equals("Unconfigured");
      default -> !room(to).isEmpty() && ROOMS.indexOf(room(to)) < ROOMS.indexOf(room(from));
    };
  }

  static String room(JavaClass javaClass) {
    return javaClass.getPackageName().replaceFirst("^org\\.hearback\\.?", "");
  }

  static DescribedPredicate<JavaClass> areGenerated() {
    return DescribedPredicate.describe("are generated", HouseRules::isGenerated);
  }

  private static DescribedPredicate<JavaClass> standAtTheEdge() {
    return DescribedPredicate.describe(
        "stand at the edge",
        javaClass ->
            Set.of("", WEB, TRYOUT).contains(room(javaClass))
                || EDGE.matcher(outermost(javaClass).getSimpleName()).matches());
  }

  private static boolean isForEverybody(JavaClass framework) {
    return FOR_EVERYBODY.contains(outermost(framework).getFullName())
        || framework.getPackageName().equals("io.micronaut.core.annotation")
        || framework.getPackageName().equals("io.micronaut.data.exceptions");
  }

  static DescribedPredicate<JavaClass> named(String... names) {
    return DescribedPredicate.describe(
        "are " + List.of(names), javaClass -> List.of(names).contains(javaClass.getFullName()));
  }

  private static ArchCondition<JavaClass> dependOnlyOn(
      String what, BiPredicate<JavaClass, JavaClass> allowed) {
    return new ArchCondition<>("depend only on " + what) {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        from.getDirectDependenciesFromSelf().stream()
            .filter(edge -> !allowed.test(from, edge.getTargetClass().getBaseComponentType()))
            .forEach(
                edge -> events.add(SimpleConditionEvent.violated(from, edge.getDescription())));
      }
    };
  }
}
