package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.access.Role;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The security filter watches {@code /office} alone, so a page for staff anywhere else would be
 * open to everybody, whatever it says; and the keys of machines open what stands under {@code
 * /api/v1} alone. Every route is therefore under {@code /office} with a role, under {@code /api/v1}
 * with a scope, or in this list.
 */
class RoutesTest {
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /assets/{file}",
          "GET /media/{file}",
          "GET /withdraw{?lang}",
          "POST /withdraw{?lang}",
          "GET /answer{?lang}",
          "GET /leaving{?lang}",
          "GET /safety{?lang}",
          "GET /privacy{?lang}",
          "GET /accessibility{?lang}",
          "GET /contact-me{?lang,sent}",
          "POST /contact-me{?lang}",
          "GET /code{?lang}",
          "POST /code{?lang}",
          "GET /{token:(?!health$)[^/]+}{?lang,stop}",
          "POST /{token}{?lang,stop,helped}",
          "GET /api/openapi.json",
          "GET /api/docs",
          "GET /api/docs/document.js",
          "GET /api/docs/{name}",
          "GET /office/sign-in",
          "GET /office/forbidden");

  /** For whoever has signed in: where to go, and what is kept how long. */
  private static final Set<String> EVERY_STAFF = Set.of("GET /office", "GET /office/retention");

  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

  private static final String SECURED = "io.micronaut.security.annotation.Secured";
  private static final String SCOPED = "org.hearback.access.NeedsScope";
  private static final String MAPPING = "io.micronaut.http.annotation.HttpMethodMapping";

  /**
   * One way in.
   *
   * @param secured what the method says, or its class where it says nothing
   */
  private record Route(String name, Set<String> secured, boolean scoped) {
    boolean isForMachines() {
      return name.substring(name.indexOf(' ') + 1).startsWith("/api/v1/");
    }

    boolean isForStaff() {
      return name.substring(name.indexOf(' ') + 1).matches("/office(/.*|\\{.*)?");
    }

    boolean asksForARole() {
      return !secured.isEmpty() && ROLES.containsAll(secured);
    }
  }

  /** Once for all tests: to read every class costs more than all that is asked of them. */
  private static final List<Route> ROUTES = routes();

  @Test
  void every_route_asks_for_a_role_or_is_known_to_be_public() {
    var odd =
        ROUTES.stream()
            .filter(route -> !PUBLIC.contains(route.name()))
            .filter(route -> !EVERY_STAFF.contains(route.name()))
            .filter(route -> !(route.isForStaff() && route.asksForARole()))
            .filter(route -> !(route.isForMachines() && route.scoped()))
            .map(Route::name)
            .toList();
    assertThat(odd)
        .as(
            "neither under /office with @Secured(role), nor under /api/v1 with @NeedsScope, nor"
                + " listed")
        .isEmpty();
  }

  @Test
  void a_public_route_exists_and_does_not_ask_for_a_role_in_vain() {
    var names = ROUTES.stream().map(Route::name).collect(Collectors.toSet());
    assertThat(names).containsAll(PUBLIC).containsAll(EVERY_STAFF);
    assertThat(ROUTES.stream().filter(route -> PUBLIC.contains(route.name())))
        .allSatisfy(route -> assertThat(route.secured()).doesNotContainAnyElementsOf(ROLES));
  }

  @Test
  void a_key_of_a_machine_opens_exactly_three_ways_in() {
    assertThat(ROUTES.stream().filter(Route::scoped).map(Route::name))
        .containsExactlyInAnyOrder(
            "POST /api/v1/milestone-events", "POST /api/v1/contacts", "GET /api/v1/metrics");
  }

  @Test
  void the_framework_opens_no_endpoint_but_health() {
    Map<String, Map<String, Map<String, Object>>> configuration =
        new Yaml().load(Tree.read(Path.of("src/main/resources/application.yml")));
    var endpoints = configuration.getOrDefault("endpoints", Map.of());
    var open =
        endpoints.entrySet().stream()
            .filter(entry -> Boolean.TRUE.equals(entry.getValue().get("enabled")))
            .map(Map.Entry::getKey);
    assertThat(open).containsExactly("health");
    assertThat(endpoints.getOrDefault("all", Map.of())).containsEntry("enabled", false);
  }

  private static List<Route> routes() {
    return new ClassFileImporter()
        .importPath(Path.of("target/classes/org/hearback")).stream()
            .filter(type -> type.isAnnotatedWith("io.micronaut.http.annotation.Controller"))
            .filter(type -> !HouseRules.isGenerated(type))
            // The production jar leaves these out.
            .filter(type -> !type.getPackageName().equals("org.hearback." + HouseRules.TRYOUT))
            .flatMap(type -> type.getMethods().stream())
            .flatMap(RoutesTest::of)
            .toList();
  }

  private static Stream<Route> of(JavaMethod method) {
    var type = method.getOwner();
    var base = type.getAnnotationOfType("io.micronaut.http.annotation.Controller");
    return method.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().isAnnotatedWith(MAPPING))
        .filter(annotation -> !annotation.getRawType().getSimpleName().equals("Error"))
        .flatMap(annotation ->
            uris(annotation).stream()
                .map(uri ->
                    new Route(
                        annotation.getRawType().getSimpleName().toUpperCase(Locale.ROOT)
                            + " "
                            + joined(text(base, "value"), uri),
                        secured(method, type),
                        method.isAnnotatedWith(SCOPED))));
  }

  private static Set<String> secured(JavaMethod method, JavaClass type) {
    return roles(method).or(() -> roles(type)).orElse(Set.of());
  }

  private static Optional<Set<String>> roles(HasAnnotations<?> element) {
    return element
        .tryGetAnnotationOfType(SECURED)
        .map(annotation ->
            new TreeSet<>(Arrays.asList((String[]) annotation.get("value").orElseThrow())));
  }

  /** Micronaut takes the path from three attributes and writes "/" for none. */
  private static Set<String> uris(JavaAnnotation<?> annotation) {
    var uris =
        new TreeSet<>(Arrays.asList((String[]) annotation.get("uris").orElse(new String[0])));
    uris.add(text(annotation, "value"));
    uris.add(text(annotation, "uri"));
    uris.remove("/");
    return uris.isEmpty() ? Set.of("") : uris;
  }

  private static String text(JavaAnnotation<?> annotation, String key) {
    return (String) annotation.get(key).orElse("/");
  }

  private static String joined(String base, String uri) {
    var path =
        (base.equals("/") ? "" : base)
            + (uri.isEmpty() || uri.startsWith("/") || uri.startsWith("{?") ? uri : "/" + uri);
    return path.isEmpty() ? "/" : path;
  }
}
