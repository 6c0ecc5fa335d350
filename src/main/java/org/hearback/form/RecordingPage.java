package org.hearback.form;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves {@link Recordings}, in parts where a browser asks for parts; some play nothing else. */
@Hidden
@Controller("/media")
@Secured(SecurityRule.IS_ANONYMOUS)
final class RecordingPage {
  private static final MediaType VOICE = MediaType.of("audio/mpeg");
  private static final MediaType SIGNED = MediaType.of("video/mp4");

  private final Recordings recordings;

  RecordingPage(Recordings recordings) {
    this.recordings = recordings;
  }

  /** Nothing of it stays on a phone that others use. */
  @Get("/{file}")
  HttpResponse<?> recording(String file) {
    return recordings
        .find(file)
        .<HttpResponse<?>>map(path ->
            HttpResponse.ok(new SystemFile(path.toFile(), file.endsWith("mp3") ? VOICE : SIGNED))
                .header(HttpHeaders.CACHE_CONTROL, "no-store"))
        .orElseGet(HttpResponse::notFound);
  }
}
