package org.hearback.form;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves {@link Assets}. Only hashed names exist, so what is served may be kept for ever. */
@Hidden
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
final class AssetPage {
  private final Assets assets;

  AssetPage(Assets assets) {
    this.assets = assets;
  }

  @Get("/{file}")
  HttpResponse<byte[]> asset(
      String file, @Header(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
    return assets
        .find(file)
        .map(asset -> response(asset, accepts.contains("gzip")))
        .orElseGet(HttpResponse::notFound);
  }

  private static HttpResponse<byte[]> response(Assets.Asset asset, boolean gzip) {
    var response =
        HttpResponse.ok(gzip ? asset.gzip() : asset.plain())
            .header(HttpHeaders.CONTENT_TYPE, asset.type())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
  }
}
