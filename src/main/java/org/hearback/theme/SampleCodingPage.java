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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a sample one by one, by their numbers. Neither what the other says nor what the
 * book finds is shown: both would speak for themselves. Each look is in the audit.
 */
@Hidden
@Controller(SamplesPage.PATH + "/{id}")
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SampleCodingPage {
  private final Samples samples;
  private final ReadingRoom room;
  private final CodingView view;
  private final ThemeBooks books;
  private final Reports reports;
  private final Audit audit;

  SampleCodingPage(
      Samples samples,
      ReadingRoom room,
      CodingView view,
      ThemeBooks books,
      Reports reports,
      Audit audit) {
    this.samples = samples;
    this.room = room;
    this.view = view;
    this.books = books;
    this.reports = reports;
    this.audit = audit;
  }

  /** To the first that this person has not coded. */
  @Get("/next")
  HttpResponse<?> next(UUID id, Staff staff) {
    return samples
        .find(id, staff)
        .<HttpResponse<?>>map(standing -> onward(standing, staff, 0))
        .orElseGet(SamplesPage::gone);
  }

  @Get("/comments/{place}")
  HttpResponse<?> one(UUID id, int place, Staff staff) {
    var standing = samples.find(id, staff);
    var item = standing.flatMap(found -> found.at(place));
    if (item.isEmpty()) {
      return SamplesPage.gone();
    }
    var own = Optional.ofNullable(standing.get().own(staff).get(item.get().comment()));
    var ticked = own.map(Coding::themes).orElse(List.of());
    return page(standing.get(), item.get(), ticked, "", staff)
        .<HttpResponse<?>>map(page -> HttpResponse.ok(page))
        .orElseGet(SamplesPage::gone);
  }

  @Post("/comments/{place}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> say(UUID id, int place, @Body @Nullable String body, Staff staff) {
    var standing = samples.find(id, staff);
    var item = standing.flatMap(found -> found.at(place));
    if (item.isEmpty()) {
      return SamplesPage.gone();
    }
    var form = CodingForm.read(body);
    return switch (form.coding(books)) {
      case CodingForm.Read.Whole(var coding) ->
          samples.say(standing.get(), Map.of(item.get().comment(), coding), staff)
              ? onward(samples.standing(standing.get().sample(), staff), staff, place)
              : HttpResponse.seeOther(home(standing.get())); // which says why
      case CodingForm.Read.Wrong(var what) ->
          page(standing.get(), item.get(), form.ticked(), what, staff)
              .<HttpResponse<?>>map(
                  page -> HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY).body(page))
              .orElseGet(SamplesPage::gone);
    };
  }

  /** Hides it from everybody, at once; it counts for nothing any more, and the next appears. */
  @Post("/comments/{place}/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(UUID id, int place, @Body Map<String, String> typed, Staff staff) {
    var standing = samples.find(id, staff);
    var item = standing.flatMap(found -> found.at(place));
    if (item.isEmpty()) {
      return SamplesPage.gone();
    }
    reports.report(item.get().comment(), staff);
    return onward(samples.standing(standing.get().sample(), staff), staff, place);
  }

  private static HttpResponse<?> onward(Standing standing, Staff staff, int after) {
    return HttpResponse.seeOther(
        standing.isOpenTo(staff)
            ? standing
                .next(staff, after)
                .map(item -> at(standing, item))
                .map(URI::create)
                .orElseGet(() -> home(standing))
            : home(standing));
  }

  /** Empty where it was hidden a moment ago. */
  private Optional<ModelAndView<Map<String, Object>>> page(
      Standing standing, Sample.Item item, List<String> ticked, String wrong, Staff staff) {
    return room.comment(item.comment(), staff)
        .map(comment -> page(standing, item, comment, ticked, wrong, staff));
  }

  private ModelAndView<Map<String, Object>> page(
      Standing standing,
      Sample.Item item,
      Comment comment,
      List<String> ticked,
      String wrong,
      Staff staff) {
    audit.record(staff.signIn(), "sample-read", standing.sample().id() + "\n" + item.comment());
    var model =
        new HashMap<>(view.of(comment, List.of(), new CodingView.Ticked(ticked, Map.of()), wrong));
    var here = standing.here();
    int at = here.indexOf(item);
    model.put("place", item.place());
    model.put("of", standing.items().size());
    model.put("sample", home(standing).toString());
    model.put("path", at(standing, item));
    model.put("open", standing.isOpenTo(staff));
    model.put("said", said(standing, item, staff));
    model.put("before", at > 0 ? at(standing, here.get(at - 1)) : "");
    model.put("after", at + 1 < here.size() ? at(standing, here.get(at + 1)) : "");
    return new ModelAndView<>("theme/sample-coding", model);
  }

  /** Of what this person said before, what no tick shows. */
  private String said(Standing standing, Sample.Item item, Staff staff) {
    return switch (standing.own(staff).get(item.comment())) {
      case null -> "";
      case Coding.Unclear _ -> "You said that it cannot be told.";
      case Coding.About(var themes, _) when themes.isEmpty() ->
          "You said that no theme of the book fits.";
      case Coding.About(var themes, _) ->
          themes.stream()
              .filter(theme -> books.now().find(theme).isEmpty())
              .map(theme -> books.find(theme).map(Theme::name).orElse(theme))
              .reduce((one, next) -> one + ", " + next)
              .map(gone -> "You said what is out of use now: " + gone + ".")
              .orElse("");
    };
  }

  private static String at(Standing standing, Sample.Item item) {
    return home(standing) + "/comments/" + item.place();
  }

  private static URI home(Standing standing) {
    return URI.create(SamplesPage.PATH + "/" + standing.sample().id());
  }
}
