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
import java.util.stream.Stream;
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

  private static final String NOT_READY =
      "The comments are being made ready to search, so that nothing can be tried for a minute";

  private final ThemeBooks books;
  private final Search search;
  private final Wording wording;
  private final Audit audit;
  private final Reports reports;

  ThemeEditPage(ThemeBooks books, Search search, Wording wording, Audit audit, Reports reports) {
    this.books = books;
    this.search = search;
    this.wording = wording;
    this.audit = audit;
    this.reports = reports;
  }

  @Get
  HttpResponse<?> begin(@PathVariable String key) {
    int upon = version(key); // before the theme: one that is changed meanwhile is not overwritten
    return find(key)
        .<HttpResponse<?>>map(
            theme -> HttpResponse.ok(page(theme, ThemeForm.of(theme), upon, Map.of(), Map.of())))
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
    if (!saves) {
      return tried(before.get(), form, upon, staff);
    }
    if (!books.change(form.theme(before.get()), upon, form.field("why"), staff)) {
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

  private HttpResponse<?> tried(Theme before, ThemeForm form, int upon, Staff staff) {
    try {
      var tried = tried(before, form.theme(before), staff);
      return HttpResponse.ok(page(before, form, upon, Map.of(), tried));
    } catch (IndexNotReady _) {
      return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header("Retry-After", "60")
          .body(page(before, form, upon, Map.of("why", NOT_READY), Map.of()));
    }
  }

  /** It shows comments, so it is a search like any other: what was asked is recorded first. */
  private Map<String, Object> tried(Theme before, Theme after, Staff staff) {
    var change = search.change(before, after, staff);
    var added = shown(change.added());
    var lost = shown(change.lost());
    var ids =
        Stream.concat(added.stream(), lost.stream())
            .map(hit -> hit.response().toString())
            .collect(Collectors.joining(" "));
    audit.record(
        staff.signIn(),
        "search",
        "trying a change of the theme %s%n%s%nfound %d more, %d less than %d%n%s"
            .formatted(
                before.key(),
                different(before, after),
                change.adds(),
                change.loses(),
                change.before(),
                ids));
    return Map.of(
        "before", change.before(),
        "adds", change.adds(),
        "loses", change.loses(),
        "added", added.stream().map(this::hit).toList(),
        "lost", lost.stream().map(this::hit).toList());
  }

  /** The index of this node is behind; what was reported is hidden at once. */
  private List<Found.Hit> shown(List<Found.Hit> hits) {
    var hidden = reports.hiddenOf(hits.stream().map(Found.Hit::comment).toList());
    return hits.stream().filter(hit -> !hidden.contains(hit.comment())).toList();
  }

  /** The queries that stand in one of them alone. */
  private static String different(Theme before, Theme after) {
    var lines = new ArrayList<String>();
    for (var endings : Endings.ALL) {
      var language = endings.language();
      var old = before.queries().getOrDefault(language, List.of());
      var now = after.queries().getOrDefault(language, List.of());
      now.stream().filter(query -> !old.contains(query)).forEach(query -> lines.add("+ " + query));
      old.stream().filter(query -> !now.contains(query)).forEach(query -> lines.add("- " + query));
    }
    return String.join("\n", lines);
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
