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
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/**
 * Finding out who sent an answer: asking, deciding, looking, giving account. Readers and leads;
 * what each may do with one request is {@link UnlockDesk}'s to say.
 */
@Hidden
@Controller(UnlockPage.PATH)
@Secured({Role.READER_NAME, Role.LEAD_NAME})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UnlockPage {
  static final String PATH = "/office/unlock";

  private static final int NOTE_LENGTH_MAX = 1000;
  private static final String NO_NOTE = "Say why in a sentence, in 1,000 characters at most";
  private static final String NO_REASON = "Choose a reason";

  private final UnlockDesk desk;
  private final UnlockView view;

  UnlockPage(UnlockDesk desk, UnlockView view) {
    this.desk = desk;
    this.view = view;
  }

  @Get
  ModelAndView<Map<String, Object>> list(Staff staff) {
    return new ModelAndView<>("safeguarding/unlocks", view.list(staff));
  }

  @Get("/answer/{envelope}")
  HttpResponse<?> answer(UUID envelope, Staff staff) {
    return answer(HttpStatus.OK, envelope, staff, Typed.nothing());
  }

  @Post("/answer/{envelope}/ask")
  HttpResponse<?> ask(UUID envelope, @Body @Nullable String body, Staff staff) {
    var typed = Typed.read(body);
    var reason = UnlockReason.of(typed.value("reason"));
    if (reason.isEmpty()) {
      return wrong(envelope, staff, typed.wrong("reason-danger", NO_REASON));
    }
    if (saysNothing(typed.note())) {
      return wrong(envelope, staff, typed.wrong("note", NO_NOTE));
    }
    return opened(desk.ask(envelope, staff, reason.get(), typed.note()), envelope, staff);
  }

  @Post("/answer/{envelope}/alone")
  HttpResponse<?> alone(UUID envelope, @Body @Nullable String body, Staff staff) {
    var typed = Typed.read(body);
    if (saysNothing(typed.value("alone-note"))) {
      return wrong(envelope, staff, typed.wrong("alone-note", NO_NOTE));
    }
    return opened(desk.alone(envelope, staff, typed.value("alone-note")), envelope, staff);
  }

  @Post("/answer/{envelope}/hold")
  @Secured(Role.LEAD_NAME)
  HttpResponse<?> hold(UUID envelope, @Body @Nullable String body, Staff lead) {
    var typed = Typed.read(body);
    var reason =
        HoldReason.of(typed.value("hold-reason")).filter(found -> found != HoldReason.CONCERN);
    var days = days(typed.value("hold-days"));
    if (reason.isEmpty()) {
      return wrong(envelope, lead, typed.wrong("hold-reason-allegation", NO_REASON));
    }
    if (days.isEmpty()) {
      return wrong(envelope, lead, typed.wrong("hold-days", "Give a number of days from 1 to 90"));
    }
    if (saysNothing(typed.value("hold-note"))) {
      return wrong(envelope, lead, typed.wrong("hold-note", NO_NOTE));
    }
    return desk.place(envelope, lead, reason.get(), days.get(), typed.value("hold-note"))
        ? there(PATH + "/answer/" + envelope)
        : answer(HttpStatus.CONFLICT, envelope, lead, typed);
  }

  @Post("/answer/{envelope}/end-hold")
  @Secured(Role.LEAD_NAME)
  HttpResponse<?> endHold(UUID envelope, Staff lead) {
    desk.end(envelope, lead);
    return there(PATH);
  }

  @Get("/{id}")
  HttpResponse<?> unlock(UUID id, Staff staff) {
    return unlock(HttpStatus.OK, id, staff, Typed.nothing());
  }

  @Post("/{id}/grant")
  HttpResponse<?> grant(UUID id, Staff staff) {
    var unlock = desk.find(id).filter(found -> desk.mayDecide(found, staff));
    return unlock.isPresent() && desk.grant(unlock.get(), staff)
        ? there(PATH + "/" + id)
        : unlock(HttpStatus.CONFLICT, id, staff, Typed.nothing());
  }

  @Post("/{id}/refuse")
  HttpResponse<?> refuse(UUID id, @Body @Nullable String body, Staff staff) {
    var typed = Typed.read(body);
    var unlock = desk.find(id).filter(found -> desk.mayDecide(found, staff));
    if (unlock.isPresent() && saysNothing(typed.note())) {
      return unlock(HttpStatus.UNPROCESSABLE_ENTITY, id, staff, typed.wrong("note", NO_NOTE));
    }
    return unlock.isPresent() && desk.refuse(unlock.get(), staff, typed.note())
        ? there(PATH)
        : unlock(HttpStatus.CONFLICT, id, staff, typed);
  }

  /** A POST, as each look is on the audit and a GET could be followed by accident. */
  @Post("/{id}/who")
  HttpResponse<?> who(UUID id, Staff staff) {
    var unlock = desk.find(id);
    var sender = desk.sender(id, staff);
    return unlock.isPresent() && sender.isPresent()
        ? HttpResponse.ok(
            new ModelAndView<>("safeguarding/sender", view.sender(unlock.get(), sender.get())))
        : unlock(HttpStatus.CONFLICT, id, staff, Typed.nothing());
  }

  @Post("/{id}/account")
  HttpResponse<?> account(UUID id, @Body @Nullable String body, Staff staff) {
    var typed = Typed.read(body);
    var unlock = desk.find(id).filter(found -> desk.mayAccount(found, staff));
    if (unlock.isEmpty()) {
      return unlock(HttpStatus.CONFLICT, id, staff, typed);
    }
    var told = typed.value("told");
    if (!told.equals("yes") && !told.equals("no")) {
      return unlock(
          HttpStatus.UNPROCESSABLE_ENTITY,
          id,
          staff,
          typed.wrong("told-yes", "Say whether the person has been told"));
    }
    if (saysNothing(typed.note())) {
      return unlock(HttpStatus.UNPROCESSABLE_ENTITY, id, staff, typed.wrong("note", NO_NOTE));
    }
    return desk.account(unlock.get(), staff, told.equals("yes"), typed.note())
        ? there(PATH)
        : unlock(HttpStatus.CONFLICT, id, staff, typed);
  }

  private HttpResponse<?> opened(Optional<UUID> id, UUID envelope, Staff staff) {
    return id.isPresent()
        ? there(PATH + "/" + id.get())
        : answer(HttpStatus.CONFLICT, envelope, staff, Typed.nothing());
  }

  private HttpResponse<?> wrong(UUID envelope, Staff staff, Typed typed) {
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, envelope, staff, typed);
  }

  private HttpResponse<?> answer(HttpStatus status, UUID envelope, Staff staff, Typed typed) {
    return shown(status, "safeguarding/unlock-answer", view.answer(envelope, staff, typed));
  }

  private HttpResponse<?> unlock(HttpStatus status, UUID id, Staff staff, Typed typed) {
    return shown(status, "safeguarding/unlock", view.unlock(id, staff, typed));
  }

  /** The page as it is now; where the answer is gone, that it is gone. */
  private static HttpResponse<?> shown(
      HttpStatus status, String page, Optional<Map<String, Object>> model) {
    return model.isPresent()
        ? HttpResponse.status(status).body(new ModelAndView<>(page, model.get()))
        : HttpResponse.status(status == HttpStatus.OK ? HttpStatus.NOT_FOUND : status)
            .body(new ModelAndView<>("safeguarding/gone", new HashMap<String, Object>()));
  }

  private static HttpResponse<?> there(String path) {
    return HttpResponse.seeOther(URI.create(path));
  }

  private static boolean saysNothing(String note) {
    return note.isBlank() || note.length() > NOTE_LENGTH_MAX;
  }

  private static Optional<Duration> days(String typed) {
    return typed.matches("[1-9]|[1-8]\\d|90")
        ? Optional.of(Duration.ofDays(Long.parseLong(typed)))
        : Optional.empty();
  }
}
