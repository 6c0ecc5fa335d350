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
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Comments one by one, each with what the book finds: an analyst says that it is right, or what is,
 * and the next appears. Each look is in the audit.
 */
@Hidden
@Controller(CodingPage.PATH)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CodingPage {
  static final String PATH = "/office/coding";

  private final Codings codings;
  private final CommentIds ids;
  private final ReadingRoom room;
  private final CodingView view;
  private final ThemeBooks books;
  private final Choices choices;
  private final Audit audit;
  private final Reports reports;

  CodingPage(
      Codings codings,
      CommentIds ids,
      ReadingRoom room,
      CodingView view,
      ThemeBooks books,
      Choices choices,
      Audit audit,
      Reports reports) {
    this.codings = codings;
    this.ids = ids;
    this.room = room;
    this.view = view;
    this.books = books;
    this.choices = choices;
    this.audit = audit;
    this.reports = reports;
  }

  /** The next that nobody has looked at, in the order of random ids. */
  @Get
  HttpResponse<?> next(HttpRequest<?> request, Staff staff) {
    var filter = SearchRequest.of(request.getParameters()).filter();
    var after = CodingForm.id(request.getParameters().get("after", String.class, ""));
    var comment = next(filter, staff, after);
    if (comment.isEmpty()) {
      var model = around(filter, staff);
      model.put("begun", after.isPresent());
      model.put("again", address(filter, Optional.empty()));
      return HttpResponse.ok(new ModelAndView<>("theme/coding-done", model));
    }
    return HttpResponse.ok(shown(comment.get(), filter, staff));
  }

  /** One that was found or read elsewhere. */
  @Get("/{comment}")
  HttpResponse<?> one(UUID comment, HttpRequest<?> request, Staff staff) {
    var back = Back.of(request.getParameters());
    return room.comment(comment, staff)
        .<HttpResponse<?>>map(found -> HttpResponse.ok(alone(found, back, staff)))
        .orElseGet(() -> gone(HttpStatus.NOT_FOUND));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> say(@Body @Nullable String body, Staff staff) {
    var form = CodingForm.read(body);
    var comment = form.comment().flatMap(id -> room.comment(id, staff));
    if (comment.isEmpty()) {
      return gone(HttpStatus.CONFLICT);
    }
    var filter = SearchRequest.of(form.fields().entrySet()).filter();
    return switch (form.coding(books)) {
      case CodingForm.Read.Whole(var coding) -> {
        codings.say(comment.get().id(), coding, staff);
        yield onward(form, comment, filter);
      }
      case CodingForm.Read.Wrong(var what) ->
          HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
              .body(
                  page(
                      comment.get(),
                      view.found(comment.get()),
                      form.boxes(),
                      what,
                      filter,
                      form,
                      staff));
    };
  }

  private static HttpResponse<?> onward(CodingForm form, Optional<Comment> said, Filter filter) {
    return HttpResponse.seeOther(
        URI.create(
            said.filter(_ -> form.isAlone())
                .map(one -> form.back().on(ResponsePage.address(one.response())))
                .orElseGet(() -> address(filter, form.comment()))));
  }

  /** Hides it from everybody, at once, and goes on. */
  @Post("/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(@Body @Nullable String body, Staff staff) {
    var form = CodingForm.read(body);
    var comment = form.comment().flatMap(id -> room.comment(id, staff));
    comment.ifPresent(found -> reports.report(found.id(), staff));
    if (comment.isEmpty() && form.isAlone() && !form.back().address().isEmpty()) {
      return HttpResponse.seeOther(URI.create(form.back().address())); // somebody else was first
    }
    return onward(form, comment, SearchRequest.of(form.fields().entrySet()).filter());
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  /** The index of this node is behind: what was coded or hidden a moment ago is passed by. */
  private Optional<Comment> next(Filter filter, Staff staff, Optional<UUID> after) {
    for (var some = ids.uncoded(filter, staff, after); !some.isEmpty(); ) {
      var readable = room.comments(some, staff);
      var coded = codings.of(some);
      var first =
          some.stream()
              .filter(id -> readable.containsKey(id) && !coded.containsKey(id))
              .findFirst();
      if (first.isPresent()) {
        return first.map(readable::get);
      }
      some = ids.uncoded(filter, staff, Optional.of(some.getLast()));
    }
    return Optional.empty();
  }

  private ModelAndView<Map<String, Object>> shown(Comment comment, Filter filter, Staff staff) {
    var found = view.found(comment);
    return page(comment, found, ticked(found), "", filter, CodingForm.read(""), staff);
  }

  private ModelAndView<Map<String, Object>> alone(Comment comment, Back back, Staff staff) {
    var found = view.found(comment);
    var ticked =
        codings
            .of(comment.id())
            .map(row -> new CodingView.Ticked(row.coding().themes(), row.coding().sides()))
            .orElseGet(() -> ticked(found));
    return page(comment, found, ticked, "", Filter.none(), CodingForm.alone(back), staff);
  }

  private static CodingView.Ticked ticked(List<Tagger.Tag> found) {
    return new CodingView.Ticked(found.stream().map(Tagger.Tag::theme).toList(), Map.of());
  }

  private ModelAndView<Map<String, Object>> page(
      Comment comment,
      List<Tagger.Tag> found,
      CodingView.Ticked ticked,
      String wrong,
      Filter filter,
      CodingForm form,
      Staff staff) {
    audit.record(staff.signIn(), "coding-read", comment.id().toString());
    var model = form.isAlone() ? new HashMap<String, Object>() : around(filter, staff);
    model.putAll(view.of(comment, found, ticked, wrong));
    model.put("alone", form.isAlone());
    model.putAll(form.back().model());
    model.put("response", form.back().on(ResponsePage.address(comment.response())));
    model.put("said", codings.of(comment.id()).map(view::said).orElse(""));
    model.put("skip", address(filter, Optional.of(comment.id())));
    model.put(
        "chosen",
        form.isAlone()
            ? List.of() // what is carried says it
            : SearchRequest.chosen(filter).entrySet().stream()
                .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                .toList());
    return new ModelAndView<>("theme/coding", model);
  }

  private Map<String, Object> around(Filter filter, Staff staff) {
    var model = new HashMap<String, Object>();
    model.put("selects", choices.of(staff, filter));
    model.put("filtered", !filter.equals(Filter.none()));
    model.put("left", ids.left(filter, staff));
    return model;
  }

  private static String address(Filter filter, Optional<UUID> after) {
    var builder = UriBuilder.of(PATH);
    SearchRequest.chosen(filter).forEach(builder::queryParam);
    after.ifPresent(id -> builder.queryParam("after", id));
    return builder.build().toString();
  }

  private static HttpResponse<?> gone(HttpStatus status) {
    return HttpResponse.status(status).body(new ModelAndView<>("theme/no-response", Map.of()));
  }
}
