package org.hearback;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.access.LocalUsers;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/** A member of staff at a desk, signed in over HTTP. */
public final class Desk {
  private static final Pattern CSRF = Pattern.compile("name=\"csrfToken\" value=\"([^\"]*)\"");
  private static final Pattern SHEET = Pattern.compile("/office/clearing/([0-9a-f-]{36})\"");

  private final URI house;
  private final HttpClient client;

  private Desk(URI house) {
    this.house = house;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** Adds a person with a role to the staff and signs them in. */
  public static Desk of(TestHouse house, Role role, Set<String> languages)
      throws IOException, InterruptedException {
    var name = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
    house
        .get(LocalUsers.class)
        .add(
            new Staff(UUID.randomUUID(), name, "A " + role, Set.of(role), Set.of(), languages),
            "a password for tests");
    var desk = new Desk(house.address());
    var response =
        desk.client.send(
            desk.request("/office/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Phone.encode(Map.of("username", name, "password", "a password for tests"))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 303
        || response.headers().firstValue("location").orElse("").contains("failed")) {
      throw new IllegalStateException("sign-in ended with " + response.statusCode());
    }
    return desk;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Posts a form of a page with the page's own token. */
  public HttpResponse<String> post(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var matcher = CSRF.matcher(get(page).body());
    var all = new HashMap<>(fields);
    if (!matcher.find()) {
      throw new IllegalStateException(page + " has no form");
    }
    all.put("csrfToken", matcher.group(1));
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Phone.encode(all)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The answers that this reader can open now. */
  public List<String> waiting() throws IOException, InterruptedException {
    return SHEET
        .matcher(get("/office/clearing").body())
        .results()
        .map(result -> result.group(1))
        .distinct()
        .toList();
  }

  /** Clears everything that waits as "nobody at risk". Gives how many. */
  public int clearAll() throws IOException, InterruptedException {
    int cleared = 0;
    for (var left = waiting(); !left.isEmpty(); left = waiting()) {
      for (var id : left) {
        var sheet = "/office/clearing/" + id;
        var response = post(sheet, sheet, Map.of("risk", "none"));
        if (!response.headers().firstValue("location").orElse("").equals("/office/clearing")) {
          throw new IllegalStateException("clearing ended with " + response.statusCode());
        }
        cleared++;
      }
    }
    return cleared;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.resolve(path))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .timeout(Duration.ofSeconds(30));
  }
}
