package org.hearback.safeguarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;

/**
 * The duty desk: what waits to be read, and one answer at a time with two questions. Readers on the
 * rota only.
 */
@Controller("/office/clearing")
@Secured(Role.READER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClearingPage {
  private final Clearing clearing;
  private final StaffList staff;
  private final SheetView view;
  private final InstantSource clock;

  ClearingPage(Clearing clearing, StaffList staff, SheetView view, InstantSource clock) {
    this.clearing = clearing;
    this.staff = staff;
    this.view = view;
    this.clock = clock;
  }

  @Get(produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> queue(Authentication signedIn) {
    var model = new HashMap<String, Object>();
    model.put("items", view.items(clearing.queue(), reader(signedIn), clock.instant()));
    return new ModelAndView<>("safeguarding/queue", model);
  }

  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> sheet(UUID id, Authentication signedIn) {
    return show(id, signedIn, false, HttpStatus.OK, "");
  }

  /** Raw words are one audited click away; a GET could be followed by accident. */
  @Post(uri = "/{id}/raw", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> raw(UUID id, Authentication signedIn) {
    clearing.rawShown(id, reader(signedIn));
    return show(id, signedIn, true, HttpStatus.OK, "");
  }

  @Post(uri = "/{id}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> clear(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var fields = new QueryStringDecoder(body == null ? "" : body, false).parameters();
    var reader = reader(signedIn);
    var sheet = clearing.sheet(id);
    if (sheet.isEmpty() || !SheetView.reads(reader, sheet.get().answer().language())) {
      return show(id, signedIn, false, HttpStatus.CONFLICT, "");
    }
    var risk = Risk.of(fields.getOrDefault("risk", List.of("")).getFirst());
    if (risk.isEmpty()) {
      return show(
          id, signedIn, false, HttpStatus.UNPROCESSABLE_ENTITY, "Say whether anyone is at risk");
    }
    var decision = view.decision(risk.get(), fields);
    return switch (clearing.clear(id, reader, decision)) {
      case Clearing.Outcome.Done _ -> HttpResponse.seeOther(URI.create("/office/clearing"));
      case Clearing.Outcome.Gone _ -> show(id, signedIn, false, HttpStatus.CONFLICT, "");
      case Clearing.Outcome.NotThere(_, var words) ->
          show(
              id,
              signedIn,
              false,
              HttpStatus.UNPROCESSABLE_ENTITY,
              "These words are not in the text, so nothing was cleared: " + words);
    };
  }

  @Post(uri = "/{id}/close", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> close(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var fields = new QueryStringDecoder(body == null ? "" : body, false).parameters();
    var note = fields.getOrDefault("note", List.of("")).getFirst().strip();
    if (note.isEmpty() || note.length() > 1000) {
      return show(
          id, signedIn, false, HttpStatus.UNPROCESSABLE_ENTITY, "Say in a sentence what was done");
    }
    clearing.closeConcern(id, reader(signedIn), note);
    return HttpResponse.seeOther(URI.create("/office/clearing"));
  }

  private HttpResponse<?> show(
      UUID id, Authentication signedIn, boolean raw, HttpStatus status, String error) {
    var sheet = clearing.sheet(id);
    if (sheet.isEmpty()) {
      return HttpResponse.status(HttpStatus.NOT_FOUND)
          .body(new ModelAndView<>("safeguarding/gone", new HashMap<String, Object>()));
    }
    var model = view.sheet(sheet.get(), reader(signedIn), raw, clock.instant());
    model.put("error", error);
    return HttpResponse.status(status).body(new ModelAndView<>("safeguarding/sheet", model));
  }

  private Staff reader(Authentication signedIn) {
    return staff
        .bySignIn(signedIn.getName())
        .filter(person -> person.roles().contains(Role.READER))
        .orElseThrow(() -> new IllegalStateException("signed in and not on the staff list"));
  }
}
