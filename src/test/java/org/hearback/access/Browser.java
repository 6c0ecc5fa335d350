package org.hearback.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearback.Phone;

/**
 * A browser as far as a test of staff pages needs one: it keeps cookies, follows nothing and sends
 * forms.
 */
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(10)).build();
  private final URI home;

  public Browser(URI home) {
    this.home = home;
  }

  /** What it keeps, by name. */
  public Map<String, String> cookies() {
    var kept = new java.util.HashMap<String, String>();
    cookies.getCookieStore().getCookies().forEach(it -> kept.put(it.getName(), it.getValue()));
    return kept;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** A file. */
  public byte[] bytes(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(posting(path, fields));
  }

  public HttpRequest.Builder posting(String path, Map<String, String> fields) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(Phone.encode(fields)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> signIn(String name, String password)
      throws IOException, InterruptedException {
    return post("/office/login", Map.of("username", name, "password", password));
  }

  /** Posts a form whose words arrive a while after its headers, as they do over a bad line. */
  public String slowly(String path, String body) throws Exception {
    var sent =
        String.join(
            "; ",
            cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .toList());
    var head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
            + sent
            + "\r\nAccept: text/html,*/*;q=0.8\r\nContent-Type: application/x-www-form-urlencoded"
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    try (var socket = new java.net.Socket(home.getHost(), home.getPort())) {
      var out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Thread.sleep(400);
      out.write(body.substring(0, 15).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Thread.sleep(400);
      out.write(body.substring(15).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The token that stands in the forms of a page. */
  public static String token(HttpResponse<String> page) {
    var found = TOKEN.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("no token in the page");
    }
    return found.group(1);
  }

  /** Put together, not resolved: a path may begin with two slashes, to try the filter. */
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(home + path))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .timeout(Duration.ofSeconds(30));
  }
}
