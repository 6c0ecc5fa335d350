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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.RedactedText;
import org.hearback.anonymity.Tag;
import org.hearback.retention.Erasures;
import org.jspecify.annotations.Nullable;

/**
 * Comments that somebody reported as pointing to a person: hidden, until a reader of their language
 * has taken out what does, or said that nothing does.
 */
@Hidden
@Controller(ReportedPage.PATH)
@Secured(Role.READER_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportedPage {
  static final String PATH = "/office/reported";

  private final Reports reports;
  private final Erasures erasures;
  private final Wording wording;

  ReportedPage(Reports reports, Erasures erasures, Wording wording) {
    this.reports = reports;
    this.erasures = erasures;
    this.wording = wording;
  }

  @Get
  ModelAndView<Map<String, Object>> list(Staff reader) {
    var items =
        reports.waiting().stream()
            .map(comment ->
                Map.<String, Object>of(
                    "path", PATH + "/" + comment.id(),
                    "language", wording.language(comment.language()),
                    "readable", reads(reader, comment),
                    "since",
                        erasures.hiddenSince(comment.id()).map(Object::toString).orElse("today")))
            .toList();
    return new ModelAndView<>("theme/reported", Map.of("items", items));
  }

  @Get("/{id}")
  HttpResponse<?> one(UUID id, Staff reader) {
    var comment = reports.waiting(id).filter(found -> reads(reader, found));
    if (comment.isEmpty()) {
      return gone(HttpStatus.NOT_FOUND);
    }
    reports.looked(comment.get(), reader);
    var found = new LinkedHashMap<>(reports.suggestions(comment.get()));
    found.values().removeIf(tag -> tag == Tag.DETAIL);
    return HttpResponse.ok(page(comment.get(), List.copyOf(found.keySet()), "", ""));
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> settle(UUID id, @Body @Nullable String body, Staff reader) {
    var typed = ReportedForm.read(body);
    var waiting = reports.waiting(id).filter(found -> reads(reader, found));
    if (waiting.isEmpty()) {
      return gone(HttpStatus.CONFLICT);
    }
    var comment = waiting.get();
    var taken = typed.taken(reports.suggestions(comment));
    if (typed.unclear(taken)) {
      return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(
              page(
                  comment,
                  typed.ticked(),
                  typed.more(),
                  taken.isEmpty()
                      ? "Say what to take out, or that nothing in it points to anybody"
                      : "You say both: take something out, and that nothing points to anybody"));
    }
    var outcome =
        typed.whole() ? reports.takeOut(comment, reader) : reports.settle(comment, taken, reader);
    return switch (outcome) {
      case Reports.Outcome.Done _ -> HttpResponse.seeOther(URI.create(PATH));
      case Reports.Outcome.Gone _ -> gone(HttpStatus.CONFLICT);
      case Reports.Outcome.NotThere(var words) ->
          HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
              .body(
                  page(
                      comment,
                      typed.ticked(),
                      typed.more(),
                      "These words are not in the comment, so nothing was changed: " + words));
    };
  }

  /** Where the label kept no language, the words are English or are gone. */
  private static boolean reads(Staff reader, Comment comment) {
    return comment.language().equals("und") || reader.reads(comment.language());
  }

  private ModelAndView<Map<String, Object>> page(
      Comment comment, List<String> ticked, String more, String wrong) {
    var model = new HashMap<String, Object>();
    model.put("path", PATH + "/" + comment.id());
    model.put("question", wording.question(comment.form(), comment.question()));
    model.put("label", wording.label(comment.label()));
    model.put("language", comment.language());
    model.put("words", comment.words().value());
    model.put("english", comment.english().map(RedactedText::value).orElse(""));
    model.put("suggestions", List.copyOf(reports.suggestions(comment).keySet()));
    model.put("ticked", ticked);
    model.put("more", more);
    model.put("wrong", wrong);
    return new ModelAndView<>("theme/reported-one", model);
  }

  private static HttpResponse<?> gone(HttpStatus status) {
    return HttpResponse.status(status).body(new ModelAndView<>("theme/reported-gone", Map.of()));
  }
}
