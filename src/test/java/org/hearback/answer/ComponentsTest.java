package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Our components against GOV.UK Frontend's fixtures, and pages that use them. */
class ComponentsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/govuk-fixtures");
  private static final Path VIEWS = Path.of("src/main/resources/views");

  /**
   * Classes of a component; a link, a list or what only a screen reader says has no mark-up of its
   * own, and the rows of the look back have buttons where GOV.UK's have links.
   */
  private static final Pattern BY_HAND =
      Pattern.compile("class=\"govuk-(?!link\"|list\"|summary-list|visually-hidden\")[a-z-]+");

  @Test
  void every_fixture_with_options_that_we_take_comes_out_equal() throws IOException {
    var fixtures = ComponentFixtures.of(FIXTURES);
    assertThat(fixtures.failed()).isEmpty();
    assertThat(fixtures.passed()).hasSizeGreaterThan(2 * fixtures.notUsed().size());
    assertThat(fixtures.notUsed())
        .contains("button / start: isStartButton", "radios / with falsy items: items[] empty");
  }

  @Test
  void no_component_goes_untried() throws IOException {
    var passed = ComponentFixtures.of(FIXTURES).passed();
    assertThat(ComponentFixtures.components())
        .allSatisfy(
            name -> assertThat(passed).anyMatch(fixture -> fixture.startsWith(name + " / ")));
  }

  @TestFactory
  Stream<DynamicTest> what_differs_is_seen() {
    var right = "<p class=\"a b\" id=\"i\" hidden>Some <b>bold</b> words</p>";
    return Stream.of(
            "<p class=\"b a\" id=\"i\" hidden>Some <b>bold</b> words</p>",
            "<p class=\"a b\" id=\"j\" hidden>Some <b>bold</b> words</p>",
            "<p class=\"a b\" id=\"i\">Some <b>bold</b> words</p>",
            "<p class=\"a b\" id=\"i\" hidden dir=\"ltr\">Some <b>bold</b> words</p>",
            "<p class=\"a b\" id=\"i\" hidden>Some <i>bold</i> words</p>",
            "<p class=\"a b\" id=\"i\" hidden>Some<b>bold</b> words</p>",
            "<p class=\"a b\" id=\"i\" hidden>Some <b>bold</b> word</p>",
            "<p class=\"a b\" id=\"i\" hidden>Some <b>bold</b> words</p><p></p>",
            "<p class=\"a b\" id=\"i\" hidden>Some <b>bold</b></p>",
            "<p class=\"a b\" id=\"i\" hidden>Some <b>bold words</b></p>")
        .map(wrong ->
            DynamicTest.dynamicTest(
                wrong, () -> assertThat(ComponentFixtures.difference(right, wrong)).isNotEmpty()));
  }

  @Test
  void white_space_between_elements_and_the_order_of_attributes_make_no_difference() {
    assertThat(
            ComponentFixtures.difference(
                "<p id=\"i\"\n hidden class=\"a  b\">\n  Some\n  <b> bold </b>\n words </p>\n",
                "<p class=\"a b\" hidden=\"\" id=\"i\">Some <b>bold</b> words</p>"))
        .isEmpty();
    assertThat(
            ComponentFixtures.difference(
                "<textarea>two\n\nlines</textarea>", "<textarea>two lines</textarea>"))
        .isNotEmpty();
  }

  @Test
  void a_list_of_options_alone_says_what_is_not_used() {
    var label = component("label");
    assertThat(label.notTaken(Map.of("text", "Words", "attributes", Map.of("any", 1)))).isEmpty();
    assertThat(label.notTaken(Map.of("isPageHeading", true))).contains("isPageHeading");
    assertThat(
            component("radios")
                .notTaken(Map.of("items", List.of(Map.of("hint", Map.of("id", "x"))))))
        .contains("items[].hint.id");
  }

  @Test
  void words_are_escaped_wherever_they_stand() {
    var nasty = "\"><script>alert(1)</script> ${7*7} [[${7*7}]]";
    var item = Map.of("value", nasty, "text", nasty, "id", nasty, "hint", Map.of("text", nasty));
    var options =
        Map.of(
            "name",
            nasty,
            "hint",
            Map.of("text", nasty, "attributes", Map.of("data-x", nasty), "classes", nasty),
            "errorMessage",
            Map.of("text", nasty, "visuallyHiddenText", nasty),
            "fieldset",
            Map.of("legend", Map.of("text", nasty), "describedBy", nasty),
            "items",
            List.of(item));
    for (var name : List.of("radios", "checkboxes")) {
      assertThat(new ComponentFixtures().rendered(component(name), options))
          .contains("&lt;script&gt;", "${7*7}")
          .doesNotContain("<script", "49");
    }
  }

  @Test
  void an_option_may_have_a_picture_before_its_words() {
    var engine = Templates.components();
    var page = new StringTemplateResolver();
    page.setOrder(0);
    page.setResolvablePatterns(Set.of("<*"));
    engine.addTemplateResolver(page);
    var model = new HashMap<String, Object>();
    model.put(
        "field",
        Map.of(
            "name",
            "n",
            "items",
            List.of(
                Map.of("value", "a", "text", "Glad", "picture", "<svg></svg>"),
                Map.of("value", "b", "text", "So"))));
    for (var kind : List.of("radios", "checkboxes")) {
      var html =
          engine.process(
              "<div th:replace=\"~{govuk/" + kind + " :: component(${field})}\"></div>",
              new Context(Locale.ENGLISH, model));
      assertThat(html)
          .contains(
              "for=\"n\"><span class=\"hb-picture\"><svg></svg></span>Glad</label>",
              "for=\"n-2\">So</label>");
    }
  }

  @Test
  void respondents_pages_write_no_component_by_hand() throws IOException {
    try (var views = Files.walk(VIEWS)) {
      var pages =
          views
              .filter(Files::isRegularFile)
              .filter(file -> file.endsWith("answer/parts.html") || respondent(file))
              .toList();
      assertThat(pages).hasSizeGreaterThanOrEqualTo(4);
      assertThat(pages)
          .allSatisfy(page -> assertThat(Files.readString(page)).doesNotContainPattern(BY_HAND));
      assertThat("<label class=\"govuk-label\">").containsPattern(BY_HAND);
    }
  }

  private static boolean respondent(Path file) {
    try {
      return file.endsWith("layout-respondent.html")
          || Files.readString(file).contains("~{layout-respondent ::");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Component component(String name) {
    return Component.ALL.stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
