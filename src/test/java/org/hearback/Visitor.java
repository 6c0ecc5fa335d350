package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A client that sends what it likes, and looks at what every reply must have and must not have. */
final class Visitor {
  static final String FORM = "application/x-www-form-urlencoded";
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
  static final List<String> INSIDE =
      List.of(
          "Exception", "org.hearback", "io.micronaut", "java.", "\tat ", "Internal Server Error");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI house;

  Visitor(URI house) {
    this.house = house;
  }

  HttpResponse<String> get(String path, String languages) throws Exception {
    return send(request(path).header("Accept-Language", languages));
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Accept-Language", "en")
            .header("Content-Type", FORM)
            .POST(text(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.resolve(path))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .timeout(Duration.ofSeconds(30));
  }

  static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
  }

  static HttpRequest.BodyPublisher nothing() {
    return HttpRequest.BodyPublishers.noBody();
  }

  /** Every reply has the headers, and none a word of the inside. */
  static void isPlain(HttpResponse<String> reply) {
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
