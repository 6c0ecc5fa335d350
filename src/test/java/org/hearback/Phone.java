package org.hearback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearback.invitation.LinkToken;

/** A respondent's browser without script: opens a link, fills in, sends. */
public final class Phone {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI house;

  public Phone(URI house) {
    this.house = house;
  }

  /** A page that was opened and can be sent, more than once. */
  public record Opened(LinkToken token, String nonce, String html) {}

  public Opened open(LinkToken token) throws IOException, InterruptedException {
    var response = get("/" + token.secret());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the link opened with " + response.statusCode());
    }
    var matcher = NONCE.matcher(response.body());
    if (!matcher.find()) {
      throw new IllegalStateException("the page has no nonce");
    }
    return new Opened(token, matcher.group(1), response.body());
  }

  public HttpResponse<String> send(Opened page, Map<String, String> answers)
      throws IOException, InterruptedException {
    var fields = new java.util.LinkedHashMap<>(answers);
    fields.put("nonce", page.nonce());
    return post("/" + page.token().secret(), fields);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.resolve(path))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .timeout(Duration.ofSeconds(30));
  }

  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
