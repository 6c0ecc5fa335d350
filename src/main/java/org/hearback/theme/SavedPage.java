package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/** The searches that an analyst keeps: what each finds today, and what is new in it. */
@Hidden
@Controller(SavedPage.PATH)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SavedPage {
  static final String PATH = "/office/searches";

  private static final String LIST = "theme/saved";
  private static final String FORM = "theme/saved-edit";

  private final SavedSearches searches;
  private final SavedView view;

  SavedPage(SavedSearches searches, SavedView view) {
    this.searches = searches;
    this.view = view;
  }

  /** The address at which a search is saved. */
  static String saving(SearchRequest asked) {
    var builder = UriBuilder.of(PATH + "/new");
    asked.fields().forEach(builder::queryParam);
    return builder.build().toString();
  }

  @Get
  ModelAndView<Map<String, Object>> list(Staff staff) {
    return new ModelAndView<>(LIST, view.list(searches.counted(staff), staff));
  }

  @Get("/new")
  HttpResponse<?> begin(HttpRequest<?> request, Staff staff) {
    var asked = SearchRequest.of(request.getParameters());
    return isSearch(asked)
        ? HttpResponse.ok(new ModelAndView<>(FORM, view.fresh(asked, "", false, "", staff)))
        : seeOther("/office/search");
  }

  @Post("/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(@Body Map<String, String> typed, Staff staff) {
    var fields = new HashMap<String, List<String>>();
    typed.forEach((name, value) -> fields.put(name, List.of(value)));
    var asked = SearchRequest.of(fields.entrySet());
    if (!isSearch(asked)) {
      return seeOther("/office/search");
    }
    var name = typed.getOrDefault("name", "");
    boolean mailed = view.canBeMailed(staff) && typed.containsKey("mailed");
    return switch (searches.save(asked, name, mailed, staff)) {
      case Saved.Outcome.Done _, Saved.Outcome.Gone _ -> seeOther(PATH);
      case Saved.Outcome outcome ->
          wrong(view.fresh(asked, name, mailed, SavedView.wrong(outcome), staff));
    };
  }

  /** Leads to the search, which is recorded there. */
  @Get("/{id}")
  HttpResponse<?> open(UUID id, Staff staff) {
    return seeOther(searches.open(id, staff).map(SearchPage::address).orElse(PATH));
  }

  @Get("/{id}/change")
  HttpResponse<?> edit(UUID id, Staff staff) {
    return searches
        .find(id, staff)
        .<HttpResponse<?>>map(saved ->
            HttpResponse.ok(
                new ModelAndView<>(
                    FORM, view.edit(saved, saved.name(), saved.mailed(), "", staff))))
        .orElseGet(() -> seeOther(PATH));
  }

  @Post("/{id}/change")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(UUID id, @Body Map<String, String> typed, Staff staff) {
    var before = searches.find(id, staff);
    if (before.isEmpty()) {
      return seeOther(PATH);
    }
    var name = typed.getOrDefault("name", "");
    boolean mailed =
        view.canBeMailed(staff) ? typed.containsKey("mailed") : before.orElseThrow().mailed();
    return switch (searches.change(id, name, mailed, staff)) {
      case Saved.Outcome.Done _, Saved.Outcome.Gone _ -> seeOther(PATH);
      case Saved.Outcome outcome ->
          wrong(view.edit(before.orElseThrow(), name, mailed, SavedView.wrong(outcome), staff));
    };
  }

  @Post("/{id}/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> delete(UUID id, Staff staff) {
    if (searches.find(id, staff).isPresent()) {
      searches.remove(id, staff);
    }
    return seeOther(PATH);
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  /** What is like a comment is about that one, and goes with it. */
  private static boolean isSearch(SearchRequest asked) {
    return asked.made() && asked.like().isEmpty();
  }

  private static HttpResponse<?> seeOther(String address) {
    return HttpResponse.seeOther(URI.create(address));
  }

  private static HttpResponse<?> wrong(Map<String, Object> model) {
    return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(new ModelAndView<>(FORM, model));
  }
}
