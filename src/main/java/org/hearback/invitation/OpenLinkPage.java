package org.hearback.invitation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.hearback.form.Form;
import org.hearback.form.Forms;
import org.hearback.form.Words;
import org.hearback.journey.ServiceAreas;

/**
 * Posters and tablets of a service: made, shown to be printed or set up, and closed by who manages
 * it, for their own areas.
 */
@Hidden
@Controller(OpenLinkPage.PATH)
@Secured(Role.MANAGER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpenLinkPage {
  static final String PATH = "/office/open-links";
  private static final int PLACE_MAX = 80;

  private final OpenLinks links;
  private final OpenLinkView view;
  private final Forms forms;
  private final Words words;
  private final ServiceAreas areas;
  private final Audit audit;

  OpenLinkPage(
      OpenLinks links,
      OpenLinkView view,
      Forms forms,
      Words words,
      ServiceAreas areas,
      Audit audit) {
    this.links = links;
    this.view = view;
    this.forms = forms;
    this.words = words;
    this.areas = areas;
    this.audit = audit;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<?> list(Staff staff) {
    return shown(HttpStatus.OK, staff, "", "");
  }

  @Post(produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> make(@Body Map<String, String> typed, Staff staff) {
    var kind = typed.get("kind");
    var area = typed.get("area");
    var form = typed.get("form");
    var language = typed.getOrDefault("language", "");
    var where = typed.getOrDefault("place", "").strip();
    var asked = forms.all().stream().filter(it -> it.open() && it.name().equals(form)).findFirst();
    if (where.isEmpty() || where.length() > PLACE_MAX) {
      var wrong = "Say where it hangs or stands, in 80 characters at most";
      return shown(HttpStatus.UNPROCESSABLE_ENTITY, staff, wrong, where);
    }
    if (area == null || !areas.knows(area) || asked.isEmpty() || kindOf(kind).isEmpty()) {
      var wrong = "Choose a kind, a service and whom it asks";
      return shown(HttpStatus.UNPROCESSABLE_ENTITY, staff, wrong, where);
    }
    mustManage(staff, area);
    audit.record(staff.signIn(), "open-link-made", area + " " + where);
    var made =
        links.make(
            kindOf(kind).get(),
            where,
            area,
            asked.get(),
            words.has(language) ? language : Words.SOURCE);
    return HttpResponse.seeOther(URI.create(PATH + "/" + made.id()));
  }

  /** To print, or to set a tablet up by. */
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> one(UUID id, Staff staff) {
    return new ModelAndView<>("invitation/open-link", view.one(find(id, staff)));
  }

  @Post(uri = "/{id}/close", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> close(UUID id, Staff staff) {
    var link = find(id, staff);
    audit.record(staff.signIn(), "open-link-closed", link.area() + " " + link.place());
    links.close(id);
    return HttpResponse.seeOther(URI.create(PATH));
  }

  private HttpResponse<?> shown(HttpStatus status, Staff staff, String wrong, String place) {
    var mine = links.all().stream().filter(link -> manages(staff, link.area())).toList();
    var model = new HashMap<String, Object>(view.list(mine, area -> manages(staff, area)));
    model.put("wrong", wrong);
    model.put("place", place);
    model.put("forms", forms.all().stream().filter(Form::open).map(view::form).toList());
    return HttpResponse.status(status).body(new ModelAndView<>("invitation/open-links", model));
  }

  private OpenLink find(UUID id, Staff staff) {
    var link =
        links
            .find(id)
            .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such link"));
    mustManage(staff, link.area());
    return link;
  }

  private void mustManage(Staff staff, String area) {
    if (!manages(staff, area)) {
      throw new HttpStatusException(HttpStatus.FORBIDDEN, "another area");
    }
  }

  private boolean manages(Staff staff, String area) {
    return staff.areas().isEmpty()
        || areas.upwards(area).stream().anyMatch(staff.areas()::contains);
  }

  private static Optional<OpenLink.Kind> kindOf(@Nullable String kind) {
    if ("poster".equals(kind)) {
      return Optional.of(OpenLink.Kind.POSTER);
    }
    return "tablet".equals(kind) ? Optional.of(OpenLink.Kind.TABLET) : Optional.empty();
  }
}
