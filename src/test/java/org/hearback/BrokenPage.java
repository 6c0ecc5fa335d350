package org.hearback;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.View;
import java.util.Map;

/** A page whose template fails, in the middle, after much that would have gone out already. */
@Controller("/test/broken")
@Requires(property = "test.broken-page", value = "true")
final class BrokenPage {

  @Get
  @Produces(MediaType.TEXT_HTML)
  @View("broken")
  Map<String, Object> show() {
    return Map.of("lines", java.util.Collections.nCopies(2_000, "a line"));
  }
}
