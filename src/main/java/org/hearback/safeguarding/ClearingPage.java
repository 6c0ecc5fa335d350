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
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;

/**
 * The duty desk: what waits to be read, and one answer at a time with two questions. Readers on the
 * rota only.
 */
@Hidden
@Controller("/office/clearing")
@Secured(Role.READER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClearingPage {
  private static final int NOTE_LENGTH_MAX = 1000;

  private final Clearing clearing;
  private final StaffList staff;
  private final SheetView view;
  private final Desks desks;
  private final InstantSource clock;

  ClearingPage(
      Clearing clearing, StaffList staff, SheetView view, Desks desks, InstantSource clock) {
    this.clearing = clearing;
    this.staff = staff;
    this.view = view;
    this.desks = desks;
    this.clock = clock;
  }

  @Get(produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> queue(Authentication signedIn) {
    var model = new HashMap<String, Object>();
    var reader = reader(signedIn);
    var lists = clearing.lists();
    model.put("desk", true);
    var seen = desks.seen();
    var now = clock.instant();
    model.put("waits", lists.cut() || waits(lists, seen, reader));
    model.put("cut", lists.cut());
    model.put("items", view.items(lists.first(), seen, reader, now));
    model.put("openItems", view.items(lists.byOpenLink(), seen, reader, now));
    model.put("untranslated", view.items(clearing.inNeedOfEnglish(), seen, reader, now));
    return new ModelAndView<>("safeguarding/queue", model);
  }

  private static boolean waits(Clearing.Queue lists, Desks.Seen seen, Staff reader) {
    var not = seen.notFor(reader);
    return Stream.concat(lists.first().stream(), lists.byOpenLink().stream())
        .filter(item -> !item.read() && reader.reads(item.language()))
        .anyMatch(item -> !not.contains(item.id()));
  }

  /** The next one that this reader can clear; the queue when there is none. */
  @Get(uri = "/next", produces = MediaType.TEXT_HTML)
  HttpResponse<?> next(Authentication signedIn) {
    return HttpResponse.seeOther(
        clearing
            .next(reader(signedIn))
            .map(item -> URI.create("/office/clearing/" + item.id()))
            .orElse(URI.create("/office/clearing")));
  }

  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> sheet(UUID id, Authentication signedIn) {
    return shown(HttpStatus.OK, id, reader(signedIn), Typed.nothing());
  }

  /**
   * Raw words are one audited click away; a GET could be followed by accident. Nobody gets them who
   * could not clear them.
   */
  @Post(uri = "/{id}/raw", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> raw(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var typed = Typed.read(body);
    var reader = reader(signedIn);
    var sheet = clearing.sheet(id).filter(found -> view.readable(found, reader));
    if (sheet.isEmpty()) {
      return shown(HttpStatus.CONFLICT, id, reader, typed);
    }
    clearing.rawShown(id, reader);
    return HttpResponse.ok(page(sheet.get(), reader, typed.raw()));
  }

  @Post(uri = "/{id}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> clear(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var typed = Typed.read(body);
    var reader = reader(signedIn);
    var sheet = clearing.sheet(id).filter(found -> view.readable(found, reader));
    if (sheet.isEmpty()) {
      return shown(HttpStatus.CONFLICT, id, reader, typed);
    }
    var risk = Risk.of(typed.risk());
    if (risk.isEmpty()) {
      return refused(
          sheet.get(), reader, typed.wrong("risk-none", "Say whether anyone is at risk"));
    }
    return answered(
        clearing.clear(id, reader, typed.decision(risk.get())), sheet.get(), reader, typed);
  }

  /** On to the next; but where somebody is at risk there is something to do about this one. */
  private static String after(Clearing.Sheet sheet, Typed typed) {
    boolean worry = Risk.of(typed.risk()).filter(risk -> risk != Risk.NOBODY).isPresent();
    return "/office/clearing/" + (worry ? sheet.answer().id() : "next");
  }

  private HttpResponse<?> answered(
      Clearing.Outcome outcome, Clearing.Sheet sheet, Staff reader, Typed typed) {
    return switch (outcome) {
      case Clearing.Outcome.Done _ -> HttpResponse.seeOther(URI.create(after(sheet, typed)));
      case Clearing.Outcome.Gone _ ->
          shown(HttpStatus.CONFLICT, sheet.answer().id(), reader, typed);
      case Clearing.Outcome.NotThere(var question, var words) ->
          refused(
              sheet,
              reader,
              typed.wrong(
                  "take-" + question,
                  "These words are not in the text, so nothing was cleared: " + words));
      case Clearing.Outcome.TakenOut(var question, var english) ->
          refused(
              sheet,
              reader,
              typed
                  .withEnglish(question, english.value())
                  .wrong(
                      "english-" + question,
                      "The English pointed to somebody. That is taken out now: look at it, then"
                          + " clear again"));
      case Clearing.Outcome.TooLong(var question) ->
          refused(
              sheet,
              reader,
              typed.wrong(
                  "english-" + question,
                  "The English is too long to be kept: some 5,000 letters for the whole answer"));
    };
  }

  @Post(uri = "/{id}/english", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> english(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var typed = Typed.read(body);
    var reader = reader(signedIn);
    var sheet = clearing.sheet(id).filter(found -> view.readable(found, reader));
    if (sheet.isEmpty()) {
      return shown(HttpStatus.CONFLICT, id, reader, typed);
    }
    return answered(
        clearing.render(id, reader, typed.decision(Risk.NOBODY)), sheet.get(), reader, typed);
  }

  /**
   * Somebody deals with it: then the deputies are not asked. What was chosen on the sheet meanwhile
   * stays.
   */
  @Post(uri = "/{id}/take", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> take(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var typed = Typed.read(body);
    clearing.take(id, reader(signedIn));
    return typed.isEmpty()
        ? HttpResponse.seeOther(URI.create("/office/clearing/" + id))
        : shown(HttpStatus.OK, id, reader(signedIn), typed);
  }

  /** Others get it first, and this reader again after a while. Its time runs on. */
  @Post(uri = "/{id}/leave", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> leave(UUID id, Authentication signedIn) {
    var reader = reader(signedIn);
    clearing
        .sheet(id)
        .filter(sheet -> waits(sheet, reader))
        .ifPresent(sheet -> desks.leave(id, reader, sheet.concernOpen()));
    return HttpResponse.seeOther(URI.create("/office/clearing/next"));
  }

  @Post(uri = "/{id}/close", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> close(UUID id, @Body @Nullable String body, Authentication signedIn) {
    var typed = Typed.read(body);
    var reader = reader(signedIn);
    if (typed.note().isBlank() || typed.note().length() > NOTE_LENGTH_MAX) {
      return shown(
          HttpStatus.UNPROCESSABLE_ENTITY,
          id,
          reader,
          typed.wrong("note", "Say in a sentence what was done, in 1,000 characters at most"));
    }
    // An answer that nobody has read yet has a reader before it, and what is closed goes its way.
    if (clearing.sheet(id).filter(sheet -> sheet.item().read()).isEmpty()) {
      return shown(HttpStatus.CONFLICT, id, reader, typed);
    }
    clearing.closeConcern(id, reader, typed.note());
    return HttpResponse.seeOther(URI.create("/office/clearing"));
  }

  private HttpResponse<?> refused(Clearing.Sheet sheet, Staff reader, Typed typed) {
    return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY).body(page(sheet, reader, typed));
  }

  /** The answer as it is now; where it is gone, that it is gone. */
  private HttpResponse<?> shown(HttpStatus status, UUID id, Staff reader, Typed typed) {
    var sheet = clearing.sheet(id);
    return sheet.isPresent()
        ? HttpResponse.status(status).body(page(sheet.get(), reader, typed))
        : HttpResponse.status(status == HttpStatus.OK ? HttpStatus.NOT_FOUND : status)
            .body(new ModelAndView<>("safeguarding/gone", new HashMap<String, Object>()));
  }

  /** It lies open before this reader from now on, unless it does before another. */
  private ModelAndView<Map<String, Object>> page(Clearing.Sheet sheet, Staff reader, Typed typed) {
    var id = sheet.answer().id();
    var elsewhere =
        waits(sheet, reader) && !desks.open(id, reader)
            ? desks.seen().elsewhere(id, reader)
            : Optional.<String>empty();
    return new ModelAndView<>(
        "safeguarding/sheet", view.sheet(sheet, elsewhere, reader, typed, clock.instant()));
  }

  private boolean waits(Clearing.Sheet sheet, Staff reader) {
    return !sheet.item().read() && view.readable(sheet, reader);
  }

  private Staff reader(Authentication signedIn) {
    return staff
        .bySignIn(signedIn.getName())
        .filter(person -> person.roles().contains(Role.READER))
        .orElseThrow(() -> new IllegalStateException("signed in and not on the staff list"));
  }
}
