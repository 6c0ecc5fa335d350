package org.hearback.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The document of the API as the compiler wrote it, and a page to read it by. Open to everybody, as
 * it says nothing that the sources do not say. The page that comes with the viewer has a script of
 * its own inside, which the house's policy does not run; ours has none, so the policy stays.
 */
@Hidden
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Hearback, the way in for machines",
            version = "1",
            contact = @Contact(name = "Whoever runs this service for the council"),
            license =
                @License(name = "Apache 2.0", url = "https://www.apache.org/licenses/LICENSE-2.0"),
            description =
                """
                What a council's case system hands in as files it can hand in here as it happens: the same tables, the \
                same columns, the same rules, one path behind both. `infra/import.md` holds the tables, the columns \
                and the reasons of quarantine.

                - **A key** comes from whoever runs the service, is shown once, and is sent as \
                `Authorization: Bearer KEY`.
                - **Each item has its outcome.** One that cannot be taken is quarantined with a reason, as a bad line \
                of a file is; the others go in, all in one transaction. A body of another shape is refused whole, and \
                nothing of it is taken. At most 500 items and 256 KB.
                - **`Idempotency-Key`** makes it safe to send again: the same key with the same body gets the same \
                answer for at least 24 hours, with `Idempotent-Replayed: true`. It is safe without one too, as what \
                is known already changes nothing.
                - **A problem** is `application/problem+json` (RFC 9457). After 409 and 503 send the same request \
                again.
                """))
final class ApiDocumentPage {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String A_DAY = "public, max-age=86400";
  private static final String VIEWER = "/META-INF/swagger/views/swagger-ui/res/";

  private static final String DOCUMENT = "/META-INF/swagger/hearback.json";

  /** A file that is served: where it is, and what. */
  private record Served(String path, String type) {}

  private static final Map<String, Served> FILES =
      Map.of(
          "swagger-ui.css", new Served(VIEWER + "swagger-ui.css", "text/css"),
          "swagger-ui-bundle.js", new Served(VIEWER + "swagger-ui-bundle.js", "text/javascript"),
          "icon.svg", new Served("/assets/icon.svg", "image/svg+xml"),
          "viewer.css", new Served("/api/viewer.css", "text/css"),
          "viewer.js", new Served("/api/viewer.js", "text/javascript"));

  @Get("/openapi.json")
  HttpResponse<byte[]> document() {
    return file(new Served(DOCUMENT, "application/json"), "no-cache");
  }

  @Get("/docs")
  HttpResponse<byte[]> page() {
    return file(new Served("/api/docs.html", HTML), "no-cache");
  }

  /** The document as a script: the page may fetch nothing, not even from here. */
  @Get("/docs/document.js")
  HttpResponse<String> script() {
    var json = new String(bytes(DOCUMENT), java.nio.charset.StandardCharsets.UTF_8);
    return HttpResponse.ok("var hearbackDocument = " + json + ";\n")
        .header(HttpHeaders.CONTENT_TYPE, "text/javascript; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  @Get("/docs/{name}")
  HttpResponse<?> part(String name) {
    var served = FILES.get(name);
    return served == null
        ? ApiRefusedHandler.told(ApiProblem.of(404, "Not Found"))
        : file(served, A_DAY);
  }

  private static HttpResponse<byte[]> file(Served served, String kept) {
    return HttpResponse.ok(bytes(served.path()))
        .header(HttpHeaders.CONTENT_TYPE, served.type())
        .header(HttpHeaders.CACHE_CONTROL, kept);
  }

  private static byte[] bytes(String path) {
    try (var in = ApiDocumentPage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
