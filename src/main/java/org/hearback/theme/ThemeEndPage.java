package org.hearback.theme;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/** Takes a theme out of use, with a reason. Its versions stay; its tags go with the next index. */
@Hidden
@Controller(ThemesPage.PATH + "/{key}/end")
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ThemeEndPage {
  private static final String STALE =
      "Somebody else has changed this theme since you began: look at it again before it goes";

  private final ThemeBooks books;

  ThemeEndPage(ThemeBooks books) {
    this.books = books;
  }

  @Get
  HttpResponse<?> begin(@PathVariable String key) {
    int upon = books.version(key);
    return find(key)
        .<HttpResponse<?>>map(theme -> HttpResponse.ok(page(theme, upon, "", "")))
        .orElseGet(ThemeEditPage::gone);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(@PathVariable String key, @Body Map<String, String> typed, Staff staff) {
    var theme = find(key);
    if (theme.isEmpty()) {
      return ThemeEditPage.gone();
    }
    var form = new ThemeForm(key, typed);
    var why = form.field("why");
    var wrong = form.wrongReason();
    if (wrong.isPresent()) {
      return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(page(theme.get(), form.upon(), why, wrong.get()));
    }
    if (!books.takeOut(theme.get(), form.upon(), why, staff)) {
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(page(theme.get(), books.version(key), why, STALE));
    }
    return HttpResponse.seeOther(URI.create(ThemesPage.PATH + "/" + key));
  }

  private Optional<Theme> find(String key) {
    books.refresh();
    return books.now().find(key);
  }

  private static ModelAndView<Map<String, Object>> page(
      Theme theme, int upon, String why, String wrong) {
    return new ModelAndView<>(
        "theme/theme-end",
        Map.of(
            "name", theme.name(),
            "path", ThemesPage.PATH + "/" + theme.key(),
            "upon", upon,
            "why", why,
            "wrong", wrong));
  }
}
