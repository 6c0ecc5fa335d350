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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Shift;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;

/**
 * Who reads when, four weeks ahead. Leads keep it; readers see it, and put nobody on it, themselves
 * neither.
 */
@Hidden
@Controller(RotaPage.PATH)
@Secured({Role.LEAD_NAME, Role.READER_NAME})
@ExecuteOn(TaskExecutors.BLOCKING)
final class RotaPage {
  static final String PATH = "/office/rota";

  private final Rota rota;
  private final StaffList staff;
  private final RotaView view;
  private final Audit audit;
  private final CouncilClock clock;

  RotaPage(Rota rota, StaffList staff, RotaView view, Audit audit, CouncilClock clock) {
    this.rota = rota;
    this.staff = staff;
    this.view = view;
    this.audit = audit;
    this.clock = clock;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<?> shown(Staff asks) {
    return page(HttpStatus.OK, asks, "", Set.of());
  }

  @Post(uri = "/on", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(Role.LEAD_NAME)
  HttpResponse<?> on(@Body Map<String, String> typed, Staff lead) {
    var as = "deputy".equals(typed.get("place")) ? Shift.Place.DEPUTY : Shift.Place.DUTY;
    return changed(
        lead,
        typed,
        "rota-put-on",
        as.name().toLowerCase(Locale.ROOT),
        (day, reader) -> rota.put(day, reader, as));
  }

  @Post(uri = "/off", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(Role.LEAD_NAME)
  HttpResponse<?> off(@Body Map<String, String> typed, Staff lead) {
    return changed(lead, typed, "rota-taken-off", "", rota::takeOff);
  }

  /** The audit comes first: a change that is not on it must not stand. */
  private HttpResponse<?> changed(
      Staff lead,
      Map<String, String> typed,
      String act,
      String how,
      BiConsumer<LocalDate, Staff> change) {
    var reader = reader(typed.get("person"));
    var days = view.days(clock.today(), typed.getOrDefault("when", ""));
    if (reader.isEmpty() || days.isEmpty()) {
      return page(
          HttpStatus.UNPROCESSABLE_ENTITY,
          lead,
          "Choose a reader, and a week or a day of the list",
          Stream.of(typed.get("person"), typed.get("when"), how)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet()));
    }
    audit.record(lead.signIn(), act, reader.get().signIn() + " " + how + said(days));
    days.forEach(day -> change.accept(day, reader.get()));
    return HttpResponse.seeOther(URI.create(PATH));
  }

  private Optional<Staff> reader(@Nullable String person) {
    return staff.holding(Role.READER).stream()
        .filter(reader -> reader.id().toString().equals(person))
        .findFirst();
  }

  private static String said(List<LocalDate> days) {
    return days.stream().map(day -> " " + day).collect(Collectors.joining());
  }

  private HttpResponse<?> page(HttpStatus status, Staff asks, String wrong, Set<String> typed) {
    var model = view.page(clock.today(), asks.roles().contains(Role.LEAD));
    model.put("wrong", wrong);
    model.put("typed", typed);
    return HttpResponse.status(status).body(new ModelAndView<>("safeguarding/rota", model));
  }
}
