package org.hearback.tryout;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.util.Map;

/** What phones and mailboxes would show by now. Exists in a try-out only. */
@Controller("/tryout/messages")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "hearback.tryout", value = "true")
final class MessagePage {
  private final RecordingPostman postman;
  private final String sender;

  MessagePage(RecordingPostman postman, @Property(name = "hearback.council.name") String sender) {
    this.postman = postman;
    this.sender = sender;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @View("tryout/messages")
  Map<String, Object> show() {
    return Map.of("messages", postman.arrived(), "sender", sender);
  }
}
