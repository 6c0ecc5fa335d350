package org.hearback;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/** A member of staff at a desk, signed in over HTTP. */
public final class Desk {
  private static final String PASSWORD = "a password for tests";
  private static final Pattern SHEET = Pattern.compile("/office/clearing/([0-9a-f-]{36})\"");

  private static final Pattern ENGLISH = Pattern.compile("name=\"(english-[a-z0-9-]+)\"");

  private final Browser browser;

  private Desk(Browser browser) {
    this.browser = browser;
  }

  /** Adds a person with a role to the staff and signs them in. */
  public static Desk of(TestHouse house, Role role, Set<String> languages)
      throws IOException, InterruptedException {
    var name = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
    house
        .get(Hired.class)
        .add(
            new Staff(UUID.randomUUID(), name, "A " + role, Set.of(role), Set.of(), languages),
            PASSWORD);
    var browser = new Browser(house.address());
    var response = browser.signIn(name, PASSWORD);
    if (response.statusCode() != 303
        || response.headers().firstValue("location").orElse("").contains("failed")) {
      throw new IllegalStateException("sign-in ended with " + response.statusCode());
    }
    return new Desk(browser);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.get(path);
  }

  /** Lets a real browser go on as this person. */
  public void lend(BrowserContext person, URI house) {
    browser
        .cookies()
        .forEach((name, value) ->
            person.addCookies(List.of(new Cookie(name, value).setUrl(house.toString()))));
  }

  /** Posts a form of a page with the page's own token. */
  public HttpResponse<String> post(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var all = new HashMap<>(fields);
    all.put("csrfToken", Browser.token(get(page)));
    return browser.post(path, all);
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
    return clearAll("");
  }

  /** The same, and of what is not in English says that it says this. */
  public int clearAll(String english) throws IOException, InterruptedException {
    int cleared = 0;
    for (var left = waiting(); !left.isEmpty(); left = waiting()) {
      for (var id : left) {
        var sheet = "/office/clearing/" + id;
        var fields = new HashMap<>(Map.of("risk", "none"));
        if (!english.isEmpty()) {
          ENGLISH
              .matcher(get(sheet).body())
              .results()
              .forEach(field -> fields.put(field.group(1), english));
        }
        var response = post(sheet, sheet, fields);
        if (!response.headers().firstValue("location").orElse("").equals("/office/clearing/next")) {
          throw new IllegalStateException("clearing ended with " + response.statusCode());
        }
        cleared++;
      }
    }
    return cleared;
  }
}
