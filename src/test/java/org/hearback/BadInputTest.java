package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearback.access.Role;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.SendJob;
import org.hearback.invitation.StopJob;
import org.hearback.invitation.WeighJob;
import org.hearback.journey.Import;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a broken, curious or hostile client gets: a kind page, nothing of the inside, and nothing is
 * changed.
 */
class BadInputTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "Referrer-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Permissions-Policy",
          "X-Robots-Tag",
          "Cache-Control");
  private static final List<String> INSIDE =
      List.of(
          "Exception", "org.hearback", "io.micronaut", "java.", "\tat ", "Internal Server Error");

  private static TestHouse house;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private Phone phone;

  @BeforeAll
  static void open() throws Exception {
    house =
        TestHouse.on(TestDatabase.shared(), Map.of("hearback.address", "https://v.example.gov.uk"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() throws Exception {
    house.database().empty();
    house.clock().set(SetClock.START);
    phone = new Phone(house.address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000",
        "k7m2q9xd4t8w3hn5",
        "x",
        "k7m2q9xd4t8w3hn",
        "k7m2q9xd4t8w3hn55",
        "K7M2-Q9XD-4T8W-3HN5",
        "%00",
        "%F0%9F%98%80",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e",
        "favicon.ico",
        "'%20OR%20'1'='1",
        "%3Cscript%3E",
        "wp-login.php",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
      })
  void every_link_that_is_none_gets_the_same_page(String token) throws Exception {
    var usual = get("/0123456789abcdef", "en");
    assertThat(usual.body())
        .contains("This link does not work", "tel:999", "0800 1111", "01632 960 100");
    var reply = get("/" + token, "en");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(usual.body());
    isPlain(reply);
  }

  @Test
  void a_link_that_is_none_answers_in_the_language_of_the_phone_or_of_the_switch()
      throws Exception {
    assertThat(get("/nothing", "ar, en;q=0.5").body())
        .contains("dir=\"rtl\"", "هذا الرابط لا يعمل");
    assertThat(get("/nothing", "pl").body()).contains("lang=\"en\"");
    assertThat(get("/nothing?lang=ar", "en").body()).contains("dir=\"rtl\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "", "ar%00", "../../ar", "AR-x-y", "%3Cscript%3E", "en&lang=ar"})
  void a_language_that_is_none_is_no_error(String lang) throws Exception {
    var token = house.invited(1).getFirst();
    for (var path : List.of("/" + token.secret(), "/nothing", "/withdraw", "/answer")) {
      var reply = get(path + "?lang=" + lang, "en");
      assertThat(reply.statusCode()).isEqualTo(path.equals("/nothing") ? 404 : 200);
      assertThat(reply.body()).doesNotContain("<script>").contains("<html");
      isPlain(reply);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, This link has been used", "ar, سبق استخدام هذا الرابط"})
  void a_spent_link_says_so_in_the_language_of_its_invitation(String language, String words)
      throws Exception {
    var token = invited(language);
    assertThat(phone.send(phone.open(token), Map.of("listened", "agree")).statusCode())
        .isEqualTo(200);
    var reply = get("/" + token.secret(), "fr");
    assertThat(reply.statusCode()).isEqualTo(410);
    assertThat(reply.body())
        .contains(words, "tel:999", "01632 960 100", "lang=\"" + language + "\"");
    isPlain(reply);
    var other = invited(language);
    phone.send(phone.open(other), Map.of("listened", "disagree", "change", "Else."));
    assertThat(get("/" + other.secret(), "fr").body()).isEqualTo(reply.body());
  }

  @ParameterizedTest
  @CsvSource({"en, over", "ar, انتهت مدة هذا الرابط"})
  void a_lapsed_link_says_so_and_takes_nothing(String language, String words) throws Exception {
    var token = invited(language);
    var page = phone.open(token);
    house.clock().pass(Duration.ofDays(28));
    var reply = get("/" + token.secret(), "fr");
    assertThat(reply.statusCode()).isEqualTo(410);
    assertThat(reply.body()).contains(words, "tel:999", "01632 960 100");
    isPlain(reply);
    var late = phone.send(page, Map.of("listened", "agree"));
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(late.body()).isEqualTo(reply.body());
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  @Test
  void opening_pages_changes_nothing() throws Exception {
    var waiting = invited("ar");
    var spent = invited("en");
    phone.send(phone.open(spent), Map.of("listened", "agree"));
    var before = Dump.of(house.database(), "vault", "bridge");
    assertThat(before).hasSize(5);
    for (var token : List.of(waiting.secret(), spent.secret(), "nothing", "0123456789abcdef")) {
      for (var query :
          List.of("", "?lang=en", "?stop", "?stop&lang=ar", "?nonce=x&listened=agree")) {
        for (var method : List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH")) {
          isPlain(send(request("/" + token + query).method(method, nothing())));
        }
      }
    }
    for (var path : List.of("/withdraw", "/answer", "/health", "/", "/office", "/office/sign-in")) {
      isPlain(send(request(path)));
    }
    assertThat(Dump.of(house.database(), "vault", "bridge")).isEqualTo(before);
  }

  @Test
  void a_head_says_what_a_get_would_say_and_other_methods_are_refused() throws Exception {
    var path = "/" + invited("en").secret();
    var head = send(request(path).method("HEAD", nothing()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var method : List.of("PUT", "DELETE", "PATCH")) {
      var reply =
          send(request(path).header("Content-Type", FORM).method(method, text("listened=agree")));
      assertThat(reply.statusCode()).as(method).isEqualTo(405);
      assertThat(reply.body()).contains("tel:999");
      isPlain(reply);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "nonsense",
        "a/b;c"
      })
  void another_kind_of_body_is_refused_kindly(String type) throws Exception {
    var path = "/" + invited("en").secret();
    for (var body : List.of("listened=agree", "{\"listened\":\"agree\"}", "", "--x--")) {
      var reply = send(request(path).header("Content-Type", type).POST(text(body)));
      assertThat(reply.statusCode()).as(body).isBetween(400, 422);
      assertThat(reply.body()).contains("tel:999");
      isPlain(reply);
    }
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  static Stream<String> oddBodies() {
    return Stream.of(
        "",
        "&&&=",
        "nonce",
        "listened=agree",
        "listened=%",
        "listened=%zz",
        "change=%FF%FE%00",
        "%=%",
        "nonce=x&nonce=y&listened=agree",
        "listened=agree&listened=disagree",
        "listened[]=agree",
        "change=" + "%F0%9F%98%80".repeat(2_000),
        "unknown=x",
        "listened=" + "x".repeat(100_000),
        IntStream.range(0, 1_000).mapToObj(n -> "f" + n + "=" + n).collect(Collectors.joining("&")),
        "change=<script>alert(1)</script>\"'");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("oddBodies")
  void a_form_that_is_wrong_comes_back_with_what_to_do(String body) throws Exception {
    var token = invited("en");
    var nonce = phone.open(token).nonce();
    for (var whole : List.of(body, "nonce=" + nonce + "&" + body + "&why=forged")) {
      var reply = post("/" + token.secret(), whole);
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(reply.body())
          .contains("There is a problem", "id=\"summary\"", "name=\"nonce\"")
          .doesNotContain("<script>alert");
      isPlain(reply);
    }
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
    assertThat(get("/" + token.secret(), "en").statusCode()).isEqualTo(200);
  }

  @Test
  void words_that_are_too_long_come_back_whole() throws Exception {
    var token = invited("en");
    var words = "The report was late & wrong. ".repeat(50);
    var reply = phone.send(phone.open(token), Map.of("change", words, "listened", "agree"));
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body())
        .contains(words.replace("&", "&amp;"))
        .contains("1,000")
        .containsPattern("value=\"agree\"[^>]*checked");
    isPlain(reply);
  }

  @Test
  void a_body_that_is_much_too_long_is_refused_and_others_are_served() throws Exception {
    var token = invited("en");
    var reply = post("/" + token.secret(), "change=" + "x".repeat(300 * 1024));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.body()).contains("too much to send", "tel:999");
    isPlain(reply);
    assertThat(phone.send(phone.open(token), Map.of("listened", "agree")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code=",
        "code=x",
        "code=0123",
        "code=%00%FF",
        "code=k7m2q9xd4&code=k7m2q9xd5",
        "x=y"
      })
  void every_code_gets_the_same_reply(String body) throws Exception {
    var known = post("/withdraw", "code=k7m-2q9-xd4");
    var reply = post("/withdraw", body);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(known.body());
    isPlain(reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%", "/%zz", "/?%", "/x?lang=%", "/office/%", "/office/clearing/not-an-id",
            "/office/areas/%",
        "/a/b/c", "//", "/;", "/x;y=z", "/health/x", "/assets/none.css",
            "/assets/..%2fapplication.yml"
      })
  void an_address_that_is_none_is_answered_without_a_word_of_the_inside(String target)
      throws Exception {
    var reply = Raw.get(house.address(), target);
    assertThat(reply)
        .startsWith("HTTP/1.1 ")
        .doesNotContain("HTTP/1.1 5")
        .doesNotContain("HTTP/1.1 200");
    INSIDE.forEach(word -> assertThat(reply).doesNotContain(word));
    assertThat(reply.toLowerCase(java.util.Locale.ROOT)).contains("content-security-policy:");
  }

  @Test
  void staff_pages_refuse_nonsense_without_a_word_of_the_inside() throws Exception {
    var desk = Desk.of(house, Role.READER, java.util.Set.of("en"));
    for (var path :
        List.of(
            "/office/clearing/x",
            "/office/clearing/" + java.util.UUID.randomUUID(),
            "/office/nothing",
            "/office/areas/%00")) {
      var reply = desk.get(path);
      assertThat(reply.statusCode()).as(path).isBetween(300, 499);
      isPlain(reply);
    }
  }

  @Test
  void stop_takes_one_button_and_then_nothing_more_is_sent(@TempDir java.nio.file.Path folder)
      throws Exception {
    house.get(Import.class).file(PathFiles.contacts(folder));
    var file = folder.resolve("ssd_cin_assessments.csv");
    house.get(Import.class).file(PathFiles.assessments(file, 2, 3));
    house.get(WeighJob.class).run();
    house.get(SendJob.class).run();
    var path = newestLink();
    var asked = get(path + "?stop", "en");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body().split("<button", -1)).hasSize(2);
    assertThat(asked.body()).contains("method=\"post\"");
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).isEmpty();
    for (int press = 0; press < 2; press++) {
      var done = post(path + "?stop", "");
      assertThat(done.statusCode()).isEqualTo(200);
      assertThat(done.body()).contains("We will stop");
      isPlain(done);
    }
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).hasSize(1);
    int before = house.get(RecordingPostman.class).messages().size();
    house.get(StopJob.class).run();
    assertThat(house.database().column("SELECT * FROM vault.stop")).hasSize(1);
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).isEmpty();
    var closed = get(path, "en");
    assertThat(closed.statusCode()).isEqualTo(410);
    assertThat(closed.body()).contains("tel:999");
    // Months later both families are due again: one text goes, to the other phone.
    house.clock().pass(Duration.ofDays(100));
    java.nio.file.Files.writeString(
        file,
        "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team\n"
            + "P-B02,P-C02,2027-02-22,FH-N1\nP-B03,P-C03,2027-02-22,FH-N1\n");
    house.get(Import.class).file(file);
    house.get(WeighJob.class).run();
    house.get(SendJob.class).run();
    assertThat(house.get(RecordingPostman.class).messages()).hasSize(before + 1);
    assertThat(
            house.database().column("SELECT reason FROM vault.invitation WHERE state = 'refused'"))
        .containsExactly("stopped");
  }

  @Test
  void asking_to_stop_with_a_link_that_is_none_records_nothing() throws Exception {
    var reply = post("/0123456789abcdef?stop", "");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(get("/nothing", "en").body());
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).isEmpty();
  }

  private static String newestLink() {
    var link = house.get(RecordingPostman.class).messages().getFirst().link();
    return link.substring(link.lastIndexOf('/'));
  }

  private static LinkToken invited(String language) throws Exception {
    return house
        .invited(1, "assessment-parent", "PARENT", "", "M3", language, SetClock.START)
        .getFirst();
  }

  private HttpResponse<String> get(String path, String languages) throws Exception {
    return send(request(path).header("Accept-Language", languages));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Accept-Language", "en")
            .header("Content-Type", FORM)
            .POST(text(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.address().resolve(path))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
  }

  private static HttpRequest.BodyPublisher nothing() {
    return HttpRequest.BodyPublishers.noBody();
  }

  /** Every reply has the headers, and none a word of the inside. */
  private static void isPlain(HttpResponse<String> reply) {
    var what = reply.request().method() + " " + reply.uri().getPath() + " " + reply.statusCode();
    assertThat(reply.statusCode()).as(what).isLessThan(500);
    for (var name : HEADERS) {
      assertThat(reply.headers().allValues(name)).as("%s of %s", name, what).hasSize(1);
    }
    assertThat(reply.headers().firstValue("Server").orElse("")).as(what).isEmpty();
    for (var word : INSIDE) {
      assertThat(reply.body()).as(what).doesNotContain(word);
    }
  }
}
