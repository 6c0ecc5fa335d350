package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearback.access.ApiKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Rules and dashboard speak of metrics that there are, and of all of them. That the rules fire is
 * shown by {@code infra/grafana/check}.
 */
class MetricsDocTest {
  private static final Path FOLDER = Path.of("infra/grafana");
  private static final Pattern METRIC =
      Pattern.compile("\\b(hearback|jvm|process|system|logback)_[a-z_]+\\b");

  private static Set<String> told = Set.of();
  private static List<Map<String, Object>> rules = List.of();
  private static List<JsonNode> panels = List.of();

  @BeforeAll
  static void read() throws Exception {
    try (var house = TestHouse.on(TestDatabase.shared())) {
      var key = house.get(ApiKeys.class).make("scraper", List.of("metrics"));
      told = MetricsTest.names(MetricsTest.scrape(new ApiClient(house.address(), key)));
    }
    Map<String, List<Map<String, List<Map<String, Object>>>>> file =
        new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
    rules = file.get("groups").getFirst().get("rules");
    panels = new ArrayList<>();
    new ObjectMapper()
        .readTree(FOLDER.resolve("dashboard.json").toFile())
        .get("panels")
        .forEach(panels::add);
  }

  @Test
  void every_metric_of_a_rule_or_panel_is_told() {
    assertThat(rules).hasSizeGreaterThan(10);
    assertThat(panels).hasSizeGreaterThan(10);
    assertThat(told).containsAll(inRules());
    assertThat(told).containsAll(inPanels());
  }

  @Test
  void every_metric_of_ours_stands_in_a_rule_or_on_the_dashboard() {
    Set<String> ours = new TreeSet<>(told);
    ours.removeIf(name -> !name.startsWith("hearback_"));
    assertThat(ours).hasSizeGreaterThan(15);
    assertThat(both()).containsAll(ours);
  }

  @Test
  void every_rule_says_what_it_means_and_what_to_do_first() {
    for (var rule : rules) {
      var as = String.valueOf(rule.get("alert"));
      assertThat(as).startsWith("Hearback");
      var labels = (Map<?, ?>) rule.get("labels");
      assertThat(String.valueOf(labels.get("severity"))).as(as).isIn("page", "ticket");
      var notes = (Map<?, ?>) rule.get("annotations");
      assertThat(String.valueOf(notes.get("summary"))).as(as).hasSizeGreaterThan(20);
      assertThat(String.valueOf(notes.get("runbook"))).as(as).hasSizeGreaterThan(40);
    }
  }

  @Test
  void no_panel_covers_another_and_each_says_what_it_shows() {
    for (var panel : panels) {
      if (!panel.get("type").textValue().equals("row")) {
        assertThat(panel.path("description").asText()).as(panel.toString()).isNotBlank();
      }
      for (var other : panels) {
        assertThat(panel != other && overlap(panel.get("gridPos"), other.get("gridPos")))
            .as(panel.get("title") + " over " + other.get("title"))
            .isFalse();
      }
    }
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return within(one, other, "x", "w") && within(one, other, "y", "h");
  }

  private static boolean within(JsonNode one, JsonNode other, String from, String length) {
    int a = one.get(from).intValue();
    int b = other.get(from).intValue();
    return a < b + other.get(length).intValue() && b < a + one.get(length).intValue();
  }

  private static Set<String> both() {
    var both = inRules();
    both.addAll(inPanels());
    return both;
  }

  private static Set<String> inRules() {
    return metrics(rules.stream().map(rule -> String.valueOf(rule.get("expr"))).toList());
  }

  private static Set<String> inPanels() {
    return metrics(
        panels.stream()
            .flatMap(panel -> panel.path("targets").valueStream())
            .map(target -> target.get("expr").textValue())
            .toList());
  }

  private static Set<String> metrics(List<String> expressions) {
    return expressions.stream()
        .flatMap(expression -> METRIC.matcher(expression).results())
        .map(java.util.regex.MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
