package org.hearback;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call that a method makes.
 *
 * @param on the type that is called, as the caller sees it: a repository whose method the framework
 *     declares is still that repository
 * @param unit what is called
 */
record Call(JavaClass on, JavaCodeUnit unit) {

  /**
   * What a method calls or refers to, lambdas included. A call of an interface or of an overridden
   * method counts as a call of each of the house's implementations too.
   */
  static List<Call> from(JavaCodeUnit caller) {
    return caller.getAccessesFromSelf().stream()
        .map(JavaAccess::getTarget)
        .filter(CodeUnitAccessTarget.class::isInstance)
        .map(CodeUnitAccessTarget.class::cast)
        .flatMap(Call::to)
        .distinct()
        .toList();
  }

  private static Stream<Call> to(CodeUnitAccessTarget target) {
    return target.resolveMember().stream()
        .map(JavaCodeUnit.class::cast)
        .flatMap(
            unit -> Stream.concat(Stream.of(new Call(target.getOwner(), unit)), overridesOf(unit)));
  }

  private static Stream<Call> overridesOf(JavaCodeUnit unit) {
    if (!(unit instanceof JavaMethod) || !HouseRules.isOurs(unit.getOwner())) {
      return Stream.empty();
    }
    var parameters = unit.getRawParameterTypes();
    return unit.getOwner().getAllSubclasses().stream()
        .filter(type -> !HouseRules.isGenerated(type))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getName().equals(unit.getName()))
        .filter(method -> method.getRawParameterTypes().equals(parameters))
        .map(method -> new Call(method.getOwner(), method));
  }
}
