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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/**
 * Changes a theme: what is typed is tried on the comments of today before it is saved, and a reason
 * is asked for. One that is out of use comes back so.
 */
@Hidden
@Controller(ThemesPage.PATH + "/{key}/change")
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ThemeEditPage {
  private static final String STALE =
      "Somebody else has changed this theme since you began. What you typed is here; look at what"
          + " they wrote, and save again if yours is better";

  private static final String NOT_READY =
      "The comments are being made ready to search, so that nothing can be tried for a minute";

  private final ThemeBooks books;
  private final ThemeTrial trial;
  private final ThemeFormView view;

  ThemeEditPage(ThemeBooks books, ThemeTrial trial, ThemeFormView view) {
    this.books = books;
    this.trial = trial;
    this.view = view;
  }

  @Get
  HttpResponse<?> begin(@PathVariable String key) {
    // Before the theme: one that is changed meanwhile is not overwritten.
    int upon = books.version(key);
    return find(key)
        .<HttpResponse<?>>map(
            theme -> HttpResponse.ok(page(theme, ThemeForm.of(theme), upon, Map.of(), Map.of())))
        .orElseGet(ThemeEditPage::gone);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(@PathVariable String key, @Body Map<String, String> typed, Staff staff) {
    var before = find(key);
    if (before.isEmpty()) {
      return gone();
    }
    var form = new ThemeForm(key, typed);
    var wrong = form.wrong(books.now());
    int upon = form.upon();
    if (!wrong.isEmpty()) {
      return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(page(before.get(), form, upon, wrong, Map.of()));
    }
    if (!form.isSaved()) {
      return tried(before.get(), form, upon, staff);
    }
    if (!books.change(form.theme(before.get()), upon, form.field("why"), staff)) {
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(page(before.get(), form, books.version(key), Map.of("why", STALE), Map.of()));
    }
    return HttpResponse.seeOther(URI.create(ThemesPage.PATH + "/" + key));
  }

  private Optional<Theme> find(String key) {
    books.refresh();
    return books.find(key);
  }

  static HttpResponse<?> gone() {
    return HttpResponse.seeOther(URI.create(ThemesPage.PATH));
  }

  private HttpResponse<?> tried(Theme before, ThemeForm form, int upon, Staff staff) {
    var sorted = books.now().find(before.key()).orElse(Theme.blank(before.key()));
    return tried(
        () -> trial.of(sorted, form.theme(before), staff),
        (wrong, tried) -> page(before, form, upon, wrong, tried));
  }

  /** The page of a form, as {@link ThemeFormView} makes it. */
  interface Shown {
    ModelAndView<Map<String, Object>> with(Map<String, String> wrong, Map<String, Object> tried);
  }

  /** What it would do to the comments of today, or that this cannot be told for a minute. */
  static HttpResponse<?> tried(Supplier<Map<String, Object>> trial, Shown page) {
    try {
      return HttpResponse.ok(page.with(Map.of(), trial.get()));
    } catch (IndexNotReady _) {
      return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header("Retry-After", "60")
          .body(page.with(Map.of("why", NOT_READY), Map.of()));
    }
  }

  private ModelAndView<Map<String, Object>> page(
      Theme theme, ThemeForm form, int upon, Map<String, String> wrong, Map<String, Object> tried) {
    var model = new HashMap<>(view.of(form, upon, wrong, tried));
    model.put("fresh", false);
    model.put("heading", "Change “" + theme.name() + "”");
    model.put("back", ThemesPage.PATH + "/" + theme.key());
    model.put("backName", theme.name());
    model.put("action", ThemesPage.PATH + "/" + theme.key() + "/change");
    return new ModelAndView<>("theme/theme-edit", model);
  }
}
