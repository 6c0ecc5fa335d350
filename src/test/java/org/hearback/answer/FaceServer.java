package org.hearback.answer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hearback.form.Answers;
import org.hearback.form.Assets;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.hearback.form.FormReader;
import org.hearback.form.Reading;
import org.hearback.form.Words;
import org.hearback.web.SecurityHeaders;

/**
 * Serves the real pages of one form to a real browser, under the real content policy, without a
 * database.
 */
final class FaceServer implements AutoCloseable {
  static final String TOKEN = "k7m2q9xd4t8w3hn5";

  /** Where every page is that is no form. */
  static final List<String> PATHS =
      List.of(
          "/thanks",
          "/already",
          "/stop",
          "/stopped",
          "/withdraw",
          "/withdrawn",
          "/code",
          "/code-wrong",
          "/contact-me",
          "/contact-me-wrong",
          "/contact-me-done",
          "/closed",
          "/enough",
          "/answer",
          "/leaving",
          "/safety",
          "/privacy",
          "/accessibility",
          "/spent",
          "/lapsed",
          "/unknown");

  private static final byte[] NONCE = "nonce-1.for~test".getBytes(StandardCharsets.US_ASCII);

  // Read once for all servers, as by the service.
  private static final FormPages PAGES = Face.pages();
  private static final Notices NOTICES = Face.notices();
  private static final ContactMeView CONTACT = Face.contact();
  private static final Assets ASSETS = FormFixtures.assets();
  private static final Words WORDS = FormFixtures.words();

  private record Shown(Form form, String language, Asking asking) {}

  private final HttpServer server;
  private volatile Shown shown;

  /** What arrived, in order. */
  final List<Answers> sent = new CopyOnWriteArrayList<>();

  final List<String> paths = new CopyOnWriteArrayList<>();

  FaceServer(Form form, String language) throws IOException {
    this(form, language, Face.WRITING);
  }

  FaceServer(Form form, String language, Asking asking) throws IOException {
    shown = new Shown(form, language, asking);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** From now on another form: a browser's next page of the same house is the cheaper one. */
  void show(Form form, String language, Asking asking) {
    shown = new Shown(form, language, asking);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      paths.add(exchange.getRequestMethod() + " " + uri);
      exchange.getResponseHeaders().set("Content-Security-Policy", SecurityHeaders.POLICY);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      var path = uri.getPath();
      var query = uri.getQuery() == null ? "" : uri.getQuery();
      if (path.startsWith("/assets/")) {
        asset(exchange, path.substring("/assets/".length()));
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, spoken(query));
      } else if (path.equals("/" + TOKEN) && query.startsWith("stop")) {
        html(exchange, 200, PAGES.stop(shown.language, false));
      } else if (path.equals("/" + TOKEN)) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set(PagePolicy.NAME, PagePolicy.OF_FORMS);
        reply(exchange, 200, PAGES.prepared(shown.form, spoken(query), shown.asking).gzip(NONCE));
      } else {
        html(exchange, 200, page(PAGES, NOTICES, shown.form, path, spoken(query)));
      }
    }
  }

  /** Any page but a form. */
  static String page(FormPages pages, Notices notices, Form form, String path, String language) {
    return switch (path) {
      case "/thanks" -> pages.thanks(form, language, "k7m-2q9-xd4", true);
      case "/already" -> pages.alreadyAnswered(language);
      case "/stop" -> pages.stop(language, false);
      case "/stopped" -> pages.stop(language, true);
      case "/withdraw" -> pages.withdraw(language, false);
      case "/withdrawn" -> pages.withdraw(language, true);
      case "/contact-me" -> CONTACT.page(language, "nonce", Map.of(), Map.of());
      case "/contact-me-wrong" ->
          CONTACT.page(
              language,
              "nonce",
              Map.of("email", List.of("sam@"), "who", List.of("young"), "about", List.of("A & B")),
              ContactMeFormTest.errors());
      case "/contact-me-done" -> CONTACT.done(language);
      case "/code" -> pages.code(language);
      case "/code-wrong" -> pages.codeRefused(language, "k7m2 q9xd 4t8w 3hnu");
      case "/closed" -> pages.closed(form, language);
      case "/enough" -> pages.enough(language);
      case "/answer" -> pages.reopened(language);
      case "/leaving" -> notices.leaving(language);
      case "/safety" -> notices.safety(language);
      case "/privacy" -> notices.privacy(language);
      case "/accessibility" -> notices.accessibility(language);
      case "/spent" -> pages.linkRefused(language, Why.SPENT);
      case "/lapsed" -> pages.linkRefused(language, Why.LAPSED);
      default -> pages.linkRefused(language, Why.UNKNOWN);
    };
  }

  private String spoken(String query) {
    return query.startsWith("lang=") ? query.substring("lang=".length()) : shown.language;
  }

  private void post(HttpExchange exchange, String asked) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var posted = Posted.read(body);
    var spoken = posted.language().filter(WORDS::has).orElse(asked);
    exchange.getResponseHeaders().set(PagePolicy.NAME, PagePolicy.OF_FORMS);
    if (posted.onlyTranslates()) {
      html(exchange, 200, again(spoken, posted, Map.of()));
      return;
    }
    switch (FormReader.read(shown.form, posted.fields())) {
      case Reading.Accepted(var answers) -> {
        sent.add(answers);
        html(exchange, 200, PAGES.thanks(shown.form, spoken, "k7m-2q9-xd4", false));
      }
      case Reading.Refused(var errors) -> html(exchange, 422, again(spoken, posted, errors));
    }
  }

  private String again(String spoken, Posted posted, Map<String, String> errors) {
    return PAGES.refused(shown.form, spoken, posted.nonce(), shown.asking, posted.typed(), errors);
  }

  private void asset(HttpExchange exchange, String file) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", FormFixtures.assetType(ASSETS, file));
    exchange.getResponseHeaders().set("Cache-Control", "max-age=31536000, immutable");
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    reply(exchange, 200, FormFixtures.packedAsset(ASSETS, file));
  }

  private static void html(HttpExchange exchange, int status, String html) throws IOException {
    reply(exchange, status, html.getBytes(StandardCharsets.UTF_8));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
