package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hearback.access.ApiKeys;
import org.hearback.retention.RetentionJob;
import org.hearback.theme.IndexJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Prometheus reads, on a house of its own. */
class MetricsTest {
  static final String PATH = "/api/v1/metrics";
  private static final Pattern LINE =
      Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[^}]*})? (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
  private static final Map<String, String> ANSWERS =
      Map.of("listened", "agree", "change", "She rang back when she said.");

  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();

  @Test
  void a_key_of_another_scope_reads_no_metrics_and_this_one_opens_nothing_else() throws Exception {
    assertThat(client().send(client().bare(PATH)).status()).isEqualTo(401);
    var feed = ApiClient.of(house, "feed");
    assertThat(feed.send(feed.request(PATH)).status()).isEqualTo(403);
    var scraper = client();
    assertThat(scraper.post(ApiClient.EVENTS, "[]").status()).isEqualTo(403);
    var reply = scraper.send(scraper.request(PATH, "Accept", "text/plain;version=0.0.4;q=0.5"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.type()).startsWith("text/plain").contains("version=0.0.4");
  }

  @Test
  void what_people_do_is_told_in_tens_and_what_we_fail_at_once() throws Exception {
    var phone = new Phone(house.address());
    var before = value(scrape(), "hearback_sends_total{outcome=\"yes\"}");
    int counted = 0;
    while (value(scrape(), "hearback_sends_total{outcome=\"yes\"}") == before) {
      assertThat(counted++).as("moves within ten").isLessThan(10);
      sent(phone);
    }
    assertThat(value(scrape(), "hearback_sends_total{outcome=\"yes\"}")).isEqualTo(before + 10);
    for (int nine = 1; nine < 10; nine++) {
      sent(phone);
      assertThat(value(scrape(), "hearback_sends_total{outcome=\"yes\"}"))
          .as("nine more say nothing")
          .isEqualTo(before + 10);
    }
    for (int ten = 0; ten < 10; ten++) {
      phone.get("/" + "0".repeat(16));
    }
    assertThat(value(scrape(), "hearback_links_refused_total{why=\"unknown\"}") % 10).isZero();
    assertThat(value(scrape(), "hearback_links_refused_total{why=\"unknown\"}")).isPositive();
  }

  @Test
  void queues_are_told_by_age_and_the_clock_moves_them() throws Exception {
    house.get(IndexJob.class).run();
    house.get(RetentionJob.class).run();
    var idle = scrape();
    assertThat(value(idle, "hearback_clearing_oldest_days{level=\"red\"}")).isZero();
    assertThat(value(idle, "hearback_clearing_overdue_minutes")).isZero();
    assertThat(value(idle, "hearback_concern_unowned_minutes")).isZero();
    assertThat(value(idle, "hearback_alerts_failing_minutes")).isZero();
    assertThat(value(idle, "hearback_outbox_due")).isZero();
    assertThat(value(idle, "hearback_forms_open")).as("nobody is on the rota").isZero();
    assertThat(value(idle, "hearback_keys_ready")).isEqualTo(1);
    assertThat(value(idle, "hearback_keys_weeks")).isEqualTo(3);
    assertThat(value(idle, "hearback_index_behind_batches")).isZero();
    HealthTest.waiting(house.database(), "red");
    house.clock().pass(Duration.ofMinutes(5));
    var busy = scrape();
    assertThat(value(busy, "hearback_clearing_oldest_days{level=\"red\"}")).isEqualTo(3);
    assertThat(value(busy, "hearback_clearing_oldest_days{level=\"none\"}")).isZero();
    assertThat(value(busy, "hearback_clearing_overdue_minutes")).isEqualTo(95);
    assertThat(value(busy, "hearback_concern_unowned_minutes")).isGreaterThan(60);
    assertThat(value(busy, "hearback_alerts_failing_minutes"))
        .as("nobody on the rota can be reached")
        .isGreaterThan(60);
    assertThat(value(busy, "hearback_openlinks_oldest_days")).isZero();
    assertThat(value(busy, "hearback_openlinks_overdue_minutes")).isZero();
    assertThat(value(busy, "hearback_outbox_due")).isEqualTo(1);
    assertThat(value(busy, "hearback_outbox_oldest_days")).isEqualTo(2);
    assertThat(value(busy, "hearback_index_age_seconds")).isEqualTo(300);
    assertThat(value(busy, "hearback_retention_age_seconds")).isEqualTo(300);
    assertThat(value(busy, "hearback_retention_failed_steps")).isZero();
  }

  @Test
  void what_cannot_be_told_is_not_a_number_and_says_nothing_of_the_database() throws Exception {
    house.database().execute("RENAME TABLE bridge.concern TO bridge.elsewhere");
    try {
      var page = scrape();
      assertThat(value(page, "hearback_clearing_overdue_minutes")).isNaN();
      assertThat(page).doesNotContain("bridge", "elsewhere", "xception");
    } finally {
      house.database().execute("RENAME TABLE bridge.elsewhere TO bridge.concern");
    }
  }

  @Test
  void no_label_can_tell_people_apart() throws Exception {
    sent(new Phone(house.address()));
    Set<String> labels = new TreeSet<>();
    LINE.matcher(scrape())
        .results()
        .filter(line -> line.group(1).startsWith("hearback_") && line.group(2) != null)
        .flatMap(line -> LABEL.matcher(line.group(2)).results())
        .forEach(label -> labels.add(label.group(1) + "=" + label.group(2)));
    assertThat(labels)
        .containsExactlyInAnyOrder(
            "channel=email",
            "channel=letter",
            "channel=text",
            "level=amber",
            "level=none",
            "level=red",
            "outcome=before",
            "outcome=closed",
            "outcome=failed",
            "outcome=link_refused",
            "outcome=other_words_before",
            "outcome=refused",
            "outcome=sent",
            "outcome=unknown",
            "outcome=yes",
            "why=lapsed",
            "why=spent",
            "why=stopped",
            "why=unknown");
    assertThat(names(scrape()).stream().filter(name -> !name.startsWith("hearback_")))
        .as("nothing that moves with one request")
        .allMatch(name -> name.matches("(jvm|process|system|logback)_.*"));
  }

  private void sent(Phone phone) throws Exception {
    assertThat(phone.send(phone.open(house.invited(1).getFirst()), ANSWERS).statusCode())
        .isEqualTo(200);
  }

  private ApiClient client() {
    var keys = house.get(ApiKeys.class);
    var name = "scraper-" + keys.list().size();
    return new ApiClient(house.address(), keys.make(name, List.of("metrics")));
  }

  private String scrape() throws Exception {
    return scrape(client());
  }

  static String scrape(ApiClient client) throws Exception {
    var reply = client.send(client.request(PATH));
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
    return reply.http().body();
  }

  /** The names of all metrics, as Prometheus keeps them. */
  static Set<String> names(String page) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    LINE.matcher(page).results().forEach(line -> names.add(line.group(1)));
    return names;
  }

  private static double value(String page, String metric) {
    return LINE.matcher(page)
        .results()
        .filter(line -> metric.equals(line.group(1) + (line.group(2) == null ? "" : line.group(2))))
        .mapToDouble(line -> Double.parseDouble(line.group(3)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + metric + " in\n" + page));
  }
}
