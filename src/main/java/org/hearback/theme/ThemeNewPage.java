package org.hearback.theme;

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
import java.util.HashMap;
import java.util.Map;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/** Adds a theme to the book: tried on the comments of today like a change, and with a reason. */
@Hidden
@Controller(ThemesPage.PATH + "/" + ThemeNewPage.NAME)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ThemeNewPage {
  /** The last part of its path; no theme has it for a key. */
  static final String NAME = "new";

  private static final String STALE =
      "Somebody else has added a theme in this moment. What you typed is here; look whether theirs"
          + " is the same, and save again if it is not";

  private final ThemeBooks books;
  private final ThemeTrial trial;
  private final ThemeFormView view;

  ThemeNewPage(ThemeBooks books, ThemeTrial trial, ThemeFormView view) {
    this.books = books;
    this.trial = trial;
    this.view = view;
  }

  @Get
  ModelAndView<Map<String, Object>> begin() {
    return page(new ThemeForm("", Map.of()), Map.of(), Map.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(@Body Map<String, String> typed, Staff staff) {
    books.refresh();
    var form = new ThemeForm("", typed);
    var wrong = form.wrong(books.now());
    if (!wrong.isEmpty()) {
      return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY).body(page(form, wrong, Map.of()));
    }
    if (!form.isSaved()) {
      var blank = Theme.blank("");
      return ThemeEditPage.tried(
          () -> trial.of(blank, form.theme(blank), staff),
          (none, tried) -> page(form, none, tried));
    }
    var key = books.freshKey(form.field("name"));
    var theme = new ThemeForm(key, typed).theme(Theme.blank(key));
    if (!books.change(theme, 0, form.field("why"), staff)) {
      books.refresh();
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(page(form, Map.of("name", STALE), Map.of()));
    }
    return HttpResponse.seeOther(URI.create(ThemesPage.PATH + "/" + key));
  }

  private ModelAndView<Map<String, Object>> page(
      ThemeForm form, Map<String, String> wrong, Map<String, Object> tried) {
    var model = new HashMap<>(view.of(form, 0, wrong, tried));
    model.put("fresh", true);
    model.put("heading", "Add a theme");
    model.put("back", ThemesPage.PATH);
    model.put("backName", "All themes");
    model.put("action", ThemesPage.PATH + "/" + NAME);
    return new ModelAndView<>("theme/theme-edit", model);
  }
}
