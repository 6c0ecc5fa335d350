package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearback.invitation.LinkToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is posted to a link: what no page of ours sends is refused with a page that says what to
 * do, and nothing is kept of it; what a page of ours can send is kept once, whatever its words are.
 */
class FormFuzzTest {
  private static final long SEED = 20261126;
  private static final int TEXT_MAX = 1_000;
  private static final int SERVERS_OWN_LIMIT = 512 * 1024;

  /** Four bytes, marks of direction, joiners, halves of a character, and what HTML and SQL read. */
  private static final List<String> WORDS =
      List.of(
          "😀", "👩‍👧", "\u202E", "\u2066", "\u2069", "\u200F", "\u0000", "\u0007", "\uFFFF", "\t",
          "é", "e\u0301", "ﷺ", "مرحبا", "Привіт", "ٹھیک", "<b>", "&amp;", "'; --", "${1}", "%n",
          "\r\n", "]]>", "\\u0000", "a", " ");

  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());
  private final Visitor visitor = new Visitor(house.address());
  private final Random random = new Random(SEED);
  private final TreeMap<String, Integer> seen = new TreeMap<>();
  private LinkToken link;
  private Phone.Opened page;
  private String othersNonce;
  private int kept;

  private enum Odd {
    SOUND,
    FORGED_NONCE,
    UNKNOWN_FIELD,
    UNKNOWN_OPTION,
    TOO_LONG,
    TWICE,
    MANY_FIELDS,
    RUBBISH,
    NOTHING,
    TYPE,
    METHOD,
    LINK,
    HUGE
  }

  @Test
  @Tag("everyday")
  void two_thousand_posts() throws Exception {
    post(2_000);
  }

  @Test
  @Tag("full")
  void a_hundred_thousand_posts() throws Exception {
    post(100_000);
  }

  private void post(int posts) throws Exception {
    house.database().empty();
    house.invited("en");
    fresh();
    for (int i = 0; i < posts; i++) {
      // a body of a megabyte takes long to make and tells little more than ten of them
      var odd =
          random.nextInt(400) == 0
              ? Odd.HUGE
              : Odd.values()[random.nextInt(Odd.values().length - 1)];
      if (odd == Odd.SOUND && random.nextInt(10) > 0) {
        continue;
      }
      seen.merge(odd + " " + answer(i, odd), 1, Integer::sum);
    }
    System.out.println("posts by kind and answer: " + seen);
    assertThat(seen.keySet().stream().map(it -> it.split(" ")[0]).distinct())
        .as("every kind was met")
        .hasSize(Odd.values().length);
    assertThat(stored()).isEqualTo(kept);
  }

  private void fresh() throws Exception {
    othersNonce = phone.open(house.invited("en")).nonce();
    link = house.invited("en");
    page = phone.open(link);
  }

  private String answer(int number, Odd odd) throws Exception {
    var what = "post %d of seed %d: %s".formatted(number, SEED, odd);
    HttpResponse<String> reply;
    try {
      reply = reply(odd);
    } catch (IOException e) {
      // Beyond its limit the server closes while the rest is on its way.
      assertThat(odd).as("%s ended with %s", what, e).isEqualTo(Odd.HUGE);
      return "closed";
    }
    int status = reply.statusCode();
    if (odd == Odd.SOUND) {
      assertThat(status).as(what).isEqualTo(200);
      kept++;
      assertThat(stored()).as(what).isEqualTo(kept);
      fresh();
    } else {
      assertThat(status).as(what + " " + reply.body()).isBetween(400, 499);
    }
    if (odd == Odd.HUGE && reply.body().isEmpty()) {
      return status + " of the server";
    }
    assertThat(reply.body()).as(what).contains(odd == Odd.SOUND ? "Thank you" : "tel:999");
    Visitor.isPlain(reply);
    return "" + status;
  }

  private HttpResponse<String> reply(Odd odd) throws Exception {
    var path = "/" + link.secret();
    var sound = "nonce=" + page.nonce() + "&listened=agree&change=" + Phone.encode(words(200));
    return switch (odd) {
      case SOUND -> visitor.post(path, sound);
      case FORGED_NONCE -> visitor.post(path, "nonce=" + forged() + "&listened=agree");
      case UNKNOWN_FIELD -> visitor.post(path, sound + "&" + Phone.encode("x" + words(9)) + "=1");
      case UNKNOWN_OPTION -> visitor.post(path, sound + "&facts=" + Phone.encode("x" + words(9)));
      case TOO_LONG ->
          visitor.post(
              path, "nonce=" + page.nonce() + "&change=" + Phone.encode("😀".repeat(TEXT_MAX + 1)));
      case TWICE -> visitor.post(path, sound + "&listened=" + pick(List.of("agree", "disagree")));
      case MANY_FIELDS ->
          visitor.post(
              path,
              IntStream.range(0, 10_000)
                  .mapToObj(_ -> "listened=agree")
                  .collect(Collectors.joining("&", "nonce=" + page.nonce() + "&", "")));
      case RUBBISH -> visitor.post(path, rubbish());
      case NOTHING -> visitor.post(path, "nonce=" + page.nonce());
      case TYPE ->
          visitor.send(
              visitor
                  .request(path)
                  .header(
                      "Content-Type",
                      pick(
                          List.of(
                              "application/json",
                              "text/plain",
                              "multipart/form-data; boundary=x",
                              "application/xml",
                              "a/b;c",
                              "nonsense")))
                  .POST(Visitor.text(sound)));
      case METHOD ->
          visitor.send(
              visitor
                  .request(path)
                  .header("Content-Type", Visitor.FORM)
                  .method(pick(List.of("PUT", "PATCH", "DELETE")), Visitor.text(sound)));
      case LINK -> visitor.post("/" + otherLink(), sound);
      case HUGE -> {
        int length = pick(List.of(300 * 1024, 1024 * 1024));
        var body = (sound + "&change=").getBytes(StandardCharsets.UTF_8);
        var whole = java.util.Arrays.copyOf(body, length);
        java.util.Arrays.fill(whole, body.length, length, (byte) 'x');
        assertThat(length > SERVERS_OWN_LIMIT || length == 300 * 1024).isTrue();
        yield visitor.send(
            visitor
                .request(path)
                .header("Content-Type", Visitor.FORM)
                .POST(BodyPublishers.ofByteArray(whole)));
      }
    };
  }

  /** Cut, longer, changed in one place, of another link, or of nobody. */
  private String forged() {
    var nonce = page.nonce();
    int at = random.nextInt(nonce.length());
    var changed = new StringBuilder(nonce);
    changed.setCharAt(at, nonce.charAt(at) == 'A' ? 'B' : 'A');
    return Phone.encode(
        pick(
            List.of(
                nonce.substring(0, at),
                nonce + words(5).strip() + "x",
                changed.toString(),
                othersNonce,
                words(60))));
  }

  private String otherLink() {
    var letters = "0123456789abcdefghjkmnpqrstvwxyz";
    var made =
        random
            .ints(random.nextInt(1, 40), 0, letters.length())
            .mapToObj(i -> "" + letters.charAt(i))
            .collect(Collectors.joining());
    return pick(List.of(made, made + Phone.encode(words(4)), link.secret() + "0", "%00"));
  }

  private String words(int most) {
    var text = new StringBuilder();
    int count = random.nextInt(1, most + 1);
    while (text.length() < count) {
      text.append(pick(WORDS));
    }
    // never blank, so that it is an answer, and never longer than what may be written
    return "w" + text;
  }

  private String rubbish() {
    var bytes = new byte[random.nextInt(1, 400)];
    random.nextBytes(bytes);
    var parts = new ArrayList<>(List.of("%", "%zz", "=", "&&&=", "nonce", "%ED%A0%80=%FF"));
    parts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    parts.add("nonce=" + page.nonce() + "&nonce=" + page.nonce() + "&listened=agree");
    return pick(parts);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private int stored() throws Exception {
    return house.database().column("SELECT id FROM bridge.envelope").size();
  }
}
