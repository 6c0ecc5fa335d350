package org.hearback.answer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hearback.form.Answers;
import org.hearback.form.Assets;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.hearback.form.FormReader;
import org.hearback.form.Reading;
import org.hearback.web.SecurityHeaders;

/**
 * Serves the real pages of one form to a real browser, under the real content policy, without a
 * database.
 */
final class FaceServer implements AutoCloseable {
  static final String TOKEN = "k7m2q9xd4t8w3hn5";
  private static final byte[] NONCE = "nonce-1.for~test".getBytes(StandardCharsets.US_ASCII);

  private final FormPages pages = Face.pages();
  private final Assets assets = FormFixtures.assets();
  private final Form form;
  private final String language;
  private final HttpServer server;

  /** What arrived, in order. */
  final List<Answers> sent = new CopyOnWriteArrayList<>();

  final List<String> paths = new CopyOnWriteArrayList<>();

  FaceServer(Form form, String language) throws IOException {
    this.form = form;
    this.language = language;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
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
        post(exchange);
      } else if (path.equals("/" + TOKEN) && query.startsWith("stop")) {
        html(exchange, 200, pages.stop(language, false));
      } else if (path.equals("/" + TOKEN)) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        var spoken = query.startsWith("lang=") ? query.substring("lang=".length()) : language;
        reply(exchange, 200, pages.prepared(form, spoken).gzip(NONCE));
      } else if (path.equals("/answer")) {
        html(exchange, 200, pages.reopened(language));
      } else {
        html(exchange, 200, page(path));
      }
    }
  }

  private String page(String path) {
    return switch (path) {
      case "/thanks" -> pages.thanks(language, "k7m-2q9-xd4", true);
      case "/already" -> pages.alreadyAnswered(language);
      case "/stop" -> pages.stop(language, false);
      case "/stopped" -> pages.stop(language, true);
      case "/withdraw" -> pages.withdraw(language, false);
      case "/withdrawn" -> pages.withdraw(language, true);
      case "/code" -> pages.code(language);
      case "/code-wrong" -> pages.codeRefused(language, "k7m2 q9xd 4t8w 3hnu");
      case "/closed" -> pages.closed(language);
      case "/spent" -> pages.linkRefused(language, Why.SPENT);
      case "/lapsed" -> pages.linkRefused(language, Why.LAPSED);
      default -> pages.linkRefused(language, Why.UNKNOWN);
    };
  }

  private void post(HttpExchange exchange) throws IOException {
    var fields =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var nonce = fields.remove("nonce").getFirst();
    switch (FormReader.read(form, fields)) {
      case Reading.Accepted(var answers) -> {
        sent.add(answers);
        html(exchange, 200, pages.thanks(language, "k7m-2q9-xd4", false));
      }
      case Reading.Refused(var errors) ->
          html(exchange, 422, pages.refused(form, language, nonce, fields, errors));
    }
  }

  private static Map<String, List<String>> fields(String body) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      var value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      fields.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private void asset(HttpExchange exchange, String file) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", FormFixtures.assetType(assets, file));
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    reply(exchange, 200, FormFixtures.packedAsset(assets, file));
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
