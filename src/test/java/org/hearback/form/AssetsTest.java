package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {
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
    assertThat(asset("form.js").plain().length).isLessThanOrEqualTo(5_000);
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
  void the_script_neither_stores_nor_fetches() {
    assertThat(new String(asset("form.js").plain(), StandardCharsets.UTF_8))
        .doesNotContain("Storage", "cookie", "fetch(", "XMLHttp", "sendBeacon", "innerHTML")
        .doesNotContain("eval(", "import(", "indexedDB");
  }

  private Assets.Asset asset(String name) {
    return assets
        .find(assets.address("/assets/" + name).substring("/assets/".length()))
        .orElseThrow();
  }
}
