package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearback.form.Forms;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A link on a poster: anybody, as often as people would, and never in the way of who was asked. */
class OpenLinkTest {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]*)\"");
  private static final Map<String, String> ANSWER = Map.of("listened", "agree");

  @RegisterExtension
  private static final OneHouse ONE = new OneHouse(Map.of("hearback.open-link.hourly", 15));

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());

  @Test
  void it_stays_open_says_that_nobody_can_be_found_and_closes_no_invitation() throws Exception {
    var asked = house.invited(1).getFirst();
    house.onDuty();
    var poster = poster("service-young-person");
    var page = phone.open(token(poster));
    assertThat(page.html())
        .contains("We do not know who you are and cannot find out", "tel:999", "0800 1111")
        .doesNotContain("a small safety team can find out", "?stop");
    var first = phone.send(page, Map.of("listened", "agree", "now", "not-safe"));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("so we cannot come to you", "tel:999");
    var again = phone.send(page, Map.of("listened", "agree", "now", "not-safe"));
    assertThat(again.statusCode()).as("the same page once more").isEqualTo(200);
    assertThat(envelopes()).containsExactly("red 1");
    assertThat(phone.send(phone.open(token(poster)), ANSWER).statusCode()).isEqualTo(200);
    assertThat(envelopes()).containsExactly("none 1", "red 1");
    assertThat(house.database().column("SELECT spent FROM vault.link")).containsExactly("0");
    assertThat(phone.send(phone.open(asked), ANSWER).statusCode()).isEqualTo(200);
    assertThat(phone.get("/" + poster.code() + "?stop").body()).contains("name=\"nonce\"");
  }

  @Test
  void one_device_answers_three_times_a_day_and_another_is_not_hindered() throws Exception {
    var poster = poster("service-parent");
    var device = device();
    for (int time = 0; time < 3; time++) {
      assertThat(answered(device, poster)).isEqualTo(200);
    }
    var refused = get(device, poster);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("that is enough for now", "tel:999");
    assertThat(answered(device(), poster)).isEqualTo(200);
    assertThat(get(device, poster("service-parent")).statusCode()).as("another").isEqualTo(200);
    house.clock().pass(Duration.ofDays(1));
    assertThat(answered(device, poster)).isEqualTo(200);
    assertThat(refused.headers().allValues("set-cookie")).isEmpty();
  }

  @Test
  void a_flood_is_held_back_with_the_words_kept_and_not_for_long() throws Exception {
    var poster = poster("service-parent");
    var slow = phone.open(token(poster));
    for (int sent = 0; sent < 15; sent++) {
      assertThat(phone.send(phone.open(token(poster)), ANSWER).statusCode()).isEqualTo(200);
    }
    assertThat(phone.get("/" + poster.code()).statusCode()).isEqualTo(429);
    var held = phone.send(slow, Map.of("change", "a word that must not be lost"));
    assertThat(held.statusCode()).isEqualTo(422);
    assertThat(held.body()).contains("nothing was sent", "a word that must not be lost");
    assertThat(phone.get("/" + poster("service-parent").code()).statusCode()).isEqualTo(200);
    house.clock().pass(Duration.ofHours(1));
    assertThat(phone.send(slow, Map.of("change", "a word")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_closed_one_opens_nothing_and_a_page_that_is_open_sends_nothing() throws Exception {
    var poster = poster("service-parent");
    var page = phone.open(token(poster));
    house.get(OpenLinks.class).close(poster.id());
    assertThat(phone.get("/" + poster.code()).statusCode()).isEqualTo(410);
    assertThat(phone.send(page, ANSWER).statusCode()).isEqualTo(410);
    assertThat(envelopes()).isEmpty();
  }

  private java.util.List<String> envelopes() throws Exception {
    return house
        .database()
        .column("SELECT CONCAT(level, ' ', by_open_link) FROM bridge.envelope ORDER BY level");
  }

  /** A young person is asked only while somebody reads. */
  private OpenLink poster(String form) {
    var areas = house.get(ServiceAreas.class);
    var leaf =
        areas.parents().keySet().stream()
            .filter(key -> areas.children(key).isEmpty())
            .sorted()
            .findFirst()
            .orElseThrow();
    return house
        .get(OpenLinks.class)
        .make(
            OpenLink.Kind.POSTER,
            "waiting room",
            leaf,
            house.get(Forms.class).find(form, 1).orElseThrow(),
            "en");
  }

  private static LinkToken token(OpenLink link) {
    return LinkToken.read(link.code()).orElseThrow();
  }

  /** A browser that keeps what it is given. */
  private static HttpClient device() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private int answered(HttpClient device, OpenLink poster) throws Exception {
    var nonce = NONCE.matcher(get(device, poster).body());
    assertThat(nonce.find()).isTrue();
    var fields = new java.util.HashMap<>(ANSWER);
    fields.put("nonce", nonce.group(1));
    var sent =
        device.send(
            request(poster)
                .header("Content-Type", Visitor.FORM)
                .POST(HttpRequest.BodyPublishers.ofString(Phone.encode(fields)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(sent.headers().firstValue("set-cookie").orElse(""))
        .containsIgnoringCase("httponly")
        .contains("SameSite=Strict", "Path=/" + poster.code());
    return sent.statusCode();
  }

  private HttpResponse<String> get(HttpClient device, OpenLink poster) throws Exception {
    return device.send(request(poster).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(OpenLink poster) {
    return HttpRequest.newBuilder(house.address().resolve("/" + poster.code()))
        .header("Accept", "text/html");
  }
}
