package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.util.List;
import java.util.Map;

/** What phones would show by now. Exists in a try-out only. */
@Controller("/tryout/messages")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "hearback.tryout", value = "true")
final class MessagePage {
  private final RecordingPostman postman;

  MessagePage(RecordingPostman postman) {
    this.postman = postman;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @View("tryout/messages")
  Map<String, List<RecordingPostman.Message>> show() {
    return Map.of("messages", postman.messages());
  }
}
