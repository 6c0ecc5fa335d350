package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private static final Pattern CLASS = Pattern.compile("govuk-[a-z0-9_-]+");

  /** Where a class of GOV.UK Frontend may be named. */
  private static final List<String> NAMING =
      List.of(
          "src/main/resources/views/answer",
          "src/main/resources/views/govuk",
          "src/main/resources/views/web",
          "src/main/resources/views/layout-respondent.html",
          "src/main/java/org/hearback/answer",
          "infra/assets/form.js",
          "src/main/resources/assets/tablet.js");

  private final Assets assets = new Assets();

  @Test
  void an_address_carries_the_hash_of_what_it_serves() throws IOException {
    for (var name : List.of("form.css", "office.css", "form.js", "icon.svg")) {
      var address = assets.address("/assets/" + name);
      var asset = assets.find(address.substring("/assets/".length())).orElseThrow();
      assertThat(address).contains(Resources.sha256(asset.plain()).substring(0, 12));
      try (var in = new GZIPInputStream(new ByteArrayInputStream(asset.gzip()))) {
        assertThat(in.readAllBytes()).isEqualTo(asset.plain());
      }
      assertThat(assets.find(name)).isEmpty();
    }
  }

  @Test
  void what_a_respondent_loads_is_small() {
    assertThat(asset("form.js").plain().length).isLessThanOrEqualTo(5_120);
    assertThat(asset("form.css").gzip().length).isLessThanOrEqualTo(9_000);
  }

  @Test
  void no_sheet_asks_another_host_or_knows_left_from_right() {
    for (var name : List.of("form.css", "office.css")) {
      var css = new String(asset(name).plain(), StandardCharsets.UTF_8);
      assertThat(css)
          .doesNotContain("url(", "@import", "@font-face", "GDS Transport", "margin-left:")
          .doesNotContain("padding-right:", "text-align:left", "float:left");
    }
  }

  @Test
  void the_script_stores_nothing_and_fetches_only_its_page_in_another_language() {
    var script = new String(asset("form.js").plain(), StandardCharsets.UTF_8);
    assertThat(script)
        .doesNotContain("Storage", "cookie", "XMLHttp", "sendBeacon", "innerHTML", "method")
        .doesNotContain("eval(", "import(", "indexedDB", "WebSocket", "EventSource", "body:");
    assertThat(script.split("fetch\\(", -1)).hasSize(1 + 1);
  }

  @Test
  void the_script_that_is_served_is_made_from_the_one_that_is_read() throws IOException {
    var hashes = Files.readAllLines(Path.of("infra/assets/built.sha256"));
    assertThat(hashes).hasSize(2);
    for (var line : hashes) {
      var parts = line.split(" {2}", 2);
      assertThat(Resources.sha256(Files.readAllBytes(Path.of(parts[1]))))
          .as("%s: run infra/assets/build.sh", parts[1])
          .isEqualTo(parts[0]);
    }
  }

  @Test
  void the_sheet_was_made_with_all_classes_that_the_pages_name() throws IOException {
    var named = new TreeSet<String>();
    for (var place : NAMING) {
      try (var files = Files.walk(Path.of(place))) {
        for (var file : files.filter(AssetsTest::names).toList()) {
          CLASS.matcher(Files.readString(file)).results().forEach(it -> named.add(it.group()));
        }
      }
    }
    assertThat(Files.readAllLines(Path.of("infra/assets/names.txt")))
        .as("run infra/assets/build.sh")
        .containsExactlyElementsOf(named);
    var css = new String(asset("form.css").plain(), StandardCharsets.UTF_8);
    assertThat(css).contains(".govuk-radios__item", ".govuk-visually-hidden", ".hb-leave");
    assertThat(css).doesNotContain(".govuk-summary-card", ".govuk-button--start");
  }

  private static boolean names(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.(html|java|js)");
  }

  private Assets.Asset asset(String name) {
    return assets
        .find(assets.address("/assets/" + name).substring("/assets/".length()))
        .orElseThrow();
  }
}
