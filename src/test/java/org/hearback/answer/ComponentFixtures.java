package org.hearback.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Renders our components with the options of GOV.UK Frontend's own fixtures, by the engine that
 * pages use, and holds the result against the fixtures' HTML.
 */
public final class ComponentFixtures {
  private static final String GIVEN = "<th:block>";

  private final TemplateEngine engine = Templates.components();
  private final List<String> passed = new ArrayList<>();
  private final List<String> notUsed = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  private record Fixture(String name, Map<String, Object> options, String html) {}

  /** Mark-up as a value: ours take only names of templates, so here the name is the template. */
  private static final class GivenHtml extends StringTemplateResolver {
    GivenHtml() {
      setOrder(0);
      setCacheable(false);
    }

    @Override
    protected boolean computeResolvable(
        IEngineConfiguration configuration,
        @Nullable String owner,
        String template,
        @Nullable Map<String, Object> attributes) {
      return template.startsWith(GIVEN);
    }
  }

  ComponentFixtures() {
    engine.addTemplateResolver(new GivenHtml());
  }

  /** Tries all fixtures of a folder with a file for each component. */
  public static ComponentFixtures of(Path folder) throws IOException {
    var fixtures = new ComponentFixtures();
    for (var component : Component.ALL) {
      fixtures.tryAll(component, folder.resolve(component.name() + ".json"));
    }
    return fixtures;
  }

  /** The components that are tried, by GOV.UK's names. */
  public static List<String> components() {
    return Component.ALL.stream().map(Component::name).toList();
  }

  /** Component and name of each fixture that came out equal. */
  public List<String> passed() {
    return List.copyOf(passed);
  }

  /** Each fixture that was not tried, with the first option that ours does not take. */
  public List<String> notUsed() {
    return List.copyOf(notUsed);
  }

  /** Each fixture that came out otherwise, with the first line that differs. */
  public List<String> failed() {
    return List.copyOf(failed);
  }

  private void tryAll(Component component, Path file) throws IOException {
    var json = new ObjectMapper().readTree(file.toFile());
    for (var node : json.required("fixtures")) {
      var options =
          new ObjectMapper()
              .convertValue(node.required("options"), new TypeReference<Map<String, Object>>() {});
      tryOne(
          component,
          new Fixture(node.required("name").asText(), options, node.required("html").asText()));
    }
  }

  private void tryOne(Component component, Fixture fixture) {
    var name = component.name() + " / " + fixture.name;
    var notTaken = component.notTaken(fixture.options);
    if (notTaken.isPresent()) {
      notUsed.add(name + ": " + notTaken.get());
      return;
    }
    var difference = difference(fixture.html, rendered(component, fixture.options));
    if (difference.isEmpty()) {
      passed.add(name);
    } else {
      failed.add(name + ": " + difference);
    }
  }

  /** What the component makes of options; what went wrong, where it does not render. */
  String rendered(Component component, Map<String, Object> options) {
    var page =
        GIVEN
            + "<div th:replace=\"~{govuk/"
            + component.name()
            + " :: component("
            + component.call()
            + ")}\"></div></th:block>";
    try {
      return engine.process(
          page, new Context(Locale.ENGLISH, Map.of("options", withTemplates(options))));
    } catch (TemplateEngineException e) {
      return "<pre>" + e.getMessage() + "</pre>";
    }
  }

  /** The same options, with the name of a template wherever they hold HTML. */
  private static Object withTemplates(Object given) {
    return switch (given) {
      case Map<?, ?> options -> {
        var copy = new HashMap<Object, @Nullable Object>();
        options.forEach((name, value) ->
            copy.put(
                name,
                name.equals("html") && value instanceof String html
                    ? GIVEN + html + "</th:block>"
                    : value == null ? null : withTemplates(value)));
        yield copy;
      }
      case List<?> items -> items.stream().map(ComponentFixtures::withTemplates).toList();
      default -> given;
    };
  }

  /** The first line that differs; empty where none does. */
  static String difference(String wanted, String got) {
    var right = HtmlTree.lines(wanted);
    var ours = HtmlTree.lines(got);
    for (int i = 0; i < Math.max(right.size(), ours.size()); i++) {
      var want = i < right.size() ? right.get(i).strip() : "nothing more";
      var have = i < ours.size() ? ours.get(i).strip() : "nothing more";
      if (i >= right.size() || i >= ours.size() || !right.get(i).equals(ours.get(i))) {
        return "wanted " + want + ", got " + have;
      }
    }
    return "";
  }
}
