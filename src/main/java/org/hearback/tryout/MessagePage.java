package org.hearback.tryout;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.hearback.invitation.LetterPdf;
import org.hearback.invitation.LinkToken;

/** What phones and mailboxes would show by now. Exists in a try-out only. */
@Hidden
@Controller("/tryout/messages")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "hearback.tryout", value = "true")
final class MessagePage {
  private final RecordingPostman postman;
  private final LetterPdf letters;
  private final String sender;

  MessagePage(
      RecordingPostman postman,
      LetterPdf letters,
      @Property(name = "hearback.council.name") String sender) {
    this.postman = postman;
    this.letters = letters;
    this.sender = sender;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @View("tryout/messages")
  Map<String, Object> show() {
    return Map.of("messages", postman.arrived(), "sender", sender);
  }

  /** A letter as it would be printed. */
  @Get(uri = "/{code}.pdf", produces = MediaType.APPLICATION_PDF)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> letter(String code) {
    var token = LinkToken.read(code);
    return postman.letters().stream()
        .filter(letter -> letter.path().endsWith("/" + code))
        .findFirst()
        .flatMap(letter -> token.map(it -> letters.make(letter.address(), letter.language(), it)))
        .<HttpResponse<?>>map(pdf -> HttpResponse.ok(pdf))
        .orElseGet(HttpResponse::notFound);
  }
}
