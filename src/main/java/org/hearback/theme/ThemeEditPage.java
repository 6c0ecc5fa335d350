package org.hearback.theme;

import io.micronaut.http.HttpRequest;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;

/**
 * Changes a theme: what is typed is tried on the comments of today before it is saved, and a reason
 * is asked for.
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

  private final ThemeBooks books;
  private final Search search;
  private final Wording wording;
  private final Audit audit;

  ThemeEditPage(ThemeBooks books, Search search, Wording wording, Audit audit) {
    this.books = books;
    this.search = search;
    this.wording = wording;
    this.audit = audit;
  }

  @Get
  HttpResponse<?> begin(@PathVariable String key) {
    return find(key)
        .<HttpResponse<?>>map(theme ->
            HttpResponse.ok(page(theme, ThemeForm.of(theme), version(key), Map.of(), Map.of())))
        .orElseGet(ThemeEditPage::gone);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(
      @PathVariable String key,
      @Body Map<String, String> typed,
      HttpRequest<?> request,
      Staff staff) {
    var before = find(key);
    if (before.isEmpty()) {
      return gone();
    }
    var form = new ThemeForm(key, typed);
    var wrong = form.wrong();
    boolean saves = "save".equals(typed.get("act"));
    if (saves && form.field("why").isEmpty()) {
      wrong.put("why", "Write why it is changed: others will ask");
    } else if (form.field("why").length() > ThemeForm.WHY_MOST) {
      wrong.put("why", "Make it " + ThemeForm.WHY_MOST + " characters or fewer");
    }
    int upon = number(typed.getOrDefault("upon", ""));
    if (!wrong.isEmpty()) {
      return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(page(before.get(), form, upon, wrong, Map.of()));
    }
    var after = form.theme(before.get());
    if (!saves) {
      return HttpResponse.ok(
          page(before.get(), form, upon, Map.of(), tried(before.get(), after, staff)));
    }
    if (!books.change(after, upon, form.field("why"), staff)) {
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(page(before.get(), form, version(key), Map.of("why", STALE), Map.of()));
    }
    return HttpResponse.seeOther(URI.create(ThemesPage.PATH + "/" + key));
  }

  private Optional<Theme> find(String key) {
    books.refresh();
    return books.now().find(key);
  }

  private static HttpResponse<?> gone() {
    return HttpResponse.seeOther(URI.create(ThemesPage.PATH));
  }

  private int version(String key) {
    return books.changes(key).stream().findFirst().map(ThemeRow::version).orElse(0);
  }

  /** It shows comments, so it is a search like any other. */
  private Map<String, Object> tried(Theme before, Theme after, Staff staff) {
    var change = search.change(before, after, staff);
    var shown =
        List.of(change.added(), change.lost()).stream()
            .flatMap(List::stream)
            .map(hit -> hit.response().toString())
            .collect(Collectors.joining(" "));
    audit.record(
        staff.signIn(),
        "search",
        "trying a change of the theme " + before.key() + "\nfound " + change.adds() + "\n" + shown);
    return Map.of(
        "before", change.before(),
        "adds", change.adds(),
        "loses", change.loses(),
        "added", change.added().stream().map(this::hit).toList(),
        "lost", change.lost().stream().map(this::hit).toList());
  }

  private Map<String, Object> hit(Found.Hit hit) {
    return Map.of(
        "language", hit.language(),
        "words", text(hit.words()),
        "english", text(hit.english()),
        "label", wording.label(hit.label()));
  }

  private static String text(List<Found.Piece> pieces) {
    return pieces.stream().map(Found.Piece::text).collect(Collectors.joining());
  }

  private ModelAndView<Map<String, Object>> page(
      Theme theme, ThemeForm form, int upon, Map<String, String> wrong, Map<String, Object> tried) {
    var model = new HashMap<String, Object>();
    model.put("name", theme.name());
    model.put("path", ThemesPage.PATH + "/" + theme.key());
    model.put("upon", upon);
    model.put("fields", fields(form));
    model.put("languages", languages(form, wrong));
    model.put("wrong", wrong);
    model.put("tried", tried);
    model.put("whyMost", ThemeForm.WHY_MOST);
    return new ModelAndView<>("theme/theme-edit", model);
  }

  private static Map<String, String> fields(ThemeForm form) {
    var fields = new HashMap<String, String>();
    for (var name : List.of("name", "means", "counts", "not", "unclear", "polarity", "why")) {
      fields.put(name, form.field(name));
    }
    return fields;
  }

  /** One with a mistake is open, so that it is seen. */
  private List<Map<String, Object>> languages(ThemeForm form, Map<String, String> wrong) {
    var languages = new ArrayList<Map<String, Object>>();
    for (var endings : Endings.ALL) {
      var tag = endings.language();
      var queries = ThemeForm.queries(tag);
      var examples = ThemeForm.examples(tag);
      languages.add(
          Map.of(
              "tag",
              tag,
              "name",
              wording.language(tag),
              "queriesName",
              queries,
              "queries",
              form.field(queries),
              "examplesName",
              examples,
              "examples",
              form.field(examples),
              "open",
              endings == Endings.ENGLISH
                  || wrong.containsKey(queries)
                  || wrong.containsKey(examples)));
    }
    return languages;
  }

  private static int number(String typed) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
  }
}
