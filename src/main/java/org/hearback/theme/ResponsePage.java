package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.RedactedText;
import org.hearback.audit.Audit;
import org.hearback.journey.ServiceAreas;

/** One whole response, redacted, with all that was ticked. Each look is in the audit. */
@Hidden
@Controller("/office/responses")
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResponsePage {
  private final ReadingRows rows;
  private final Wording wording;
  private final ServiceAreas areas;
  private final Audit audit;
  private final Reports reports;
  private final Codings codings;
  private final CodingView coding;
  private final Mentions mentions;
  private final MentionView others;

  ResponsePage(
      ReadingRows rows,
      Wording wording,
      ServiceAreas areas,
      Audit audit,
      Reports reports,
      Codings codings,
      CodingView coding,
      Mentions mentions,
      MentionView others) {
    this.rows = rows;
    this.wording = wording;
    this.areas = areas;
    this.audit = audit;
    this.reports = reports;
    this.codings = codings;
    this.coding = coding;
    this.mentions = mentions;
    this.others = others;
  }

  /** One outside the asker's areas does not exist for them. */
  @Get("/{id}")
  HttpResponse<ModelAndView<Map<String, Object>>> show(
      UUID id, HttpRequest<?> request, Staff staff) {
    var response = rows.response(id).filter(found -> mayRead(staff, found));
    if (response.isEmpty()) {
      return HttpResponse.<ModelAndView<Map<String, Object>>>notFound()
          .body(new ModelAndView<>("theme/no-response", Map.of()));
    }
    audit.record(staff.signIn(), "read-response", id.toString());
    var found = response.orElseThrow();
    var model = new LinkedHashMap<String, Object>();
    var back = Back.of(request.getParameters());
    model.put("address", address(id));
    model.putAll(back.model());
    model.put("label", wording.label(found.label()));
    model.put("late", found.label().hasLostItsTime());
    model.put("ticks", ticks(found));
    model.put("comments", comments(rows.comments(id), back));
    return HttpResponse.ok(new ModelAndView<>("theme/response", model));
  }

  /** Hides a comment from everybody, at once; it asks for no reason, which might name somebody. */
  @Post("/{id}/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(UUID id, @Body Map<String, String> typed, Staff staff) {
    var wanted = typed.getOrDefault("comment", "");
    var comment =
        rows.response(id).filter(found -> mayRead(staff, found)).stream()
            .flatMap(_ -> rows.comments(id).stream())
            .map(CommentRow::id)
            .filter(it -> it.toString().equals(wanted))
            .findFirst();
    if (comment.isEmpty()) {
      return HttpResponse.<ModelAndView<Map<String, Object>>>notFound()
          .body(new ModelAndView<>("theme/no-response", Map.of()));
    }
    reports.report(comment.get(), staff);
    return HttpResponse.seeOther(URI.create(Back.typed(typed).on(address(id))));
  }

  static String address(UUID response) {
    return "/office/responses/" + response;
  }

  private boolean mayRead(Staff staff, AnswerRow response) {
    return staff.areas().isEmpty()
        || areas.upwards(response.area()).stream().anyMatch(staff.areas()::contains);
  }

  private List<Map<String, Object>> ticks(AnswerRow response) {
    var byQuestion = new LinkedHashMap<String, List<String>>();
    for (var tick : rows.ticks(response.id())) {
      byQuestion
          .computeIfAbsent(tick.question(), _ -> new ArrayList<>())
          .add(
              wording.option(
                  response.form(), response.formVersion(), tick.question(), tick.pick()));
    }
    return byQuestion.entrySet().stream()
        .map(one ->
            Map.<String, Object>of(
                "question", wording.question(response.form(), one.getKey()),
                "picks", one.getValue()))
        .toList();
  }

  /** What people, the book and the words say of them is asked once for all. */
  private List<Map<String, Object>> comments(List<CommentRow> all, Back back) {
    var shown = all.stream().filter(CommentRow::isShown).map(CommentRow::comment).toList();
    var people = codings.rows(shown.stream().map(Comment::id).toList());
    var sorted = coding.sorted(shown, mentions);
    var models = new ArrayList<Map<String, Object>>();
    for (var row : all) {
      var model = comment(row);
      if (row.isShown()) {
        var id = row.id();
        var seems = Optional.ofNullable(sorted.sides().get(id));
        model.putAll(themes(Optional.ofNullable(people.get(id)), sorted.tags().get(id), seems));
        model.put("mentions", mentions(row.comment(), sorted.mentions().get(id)));
      }
      model.put("quote", back.on(QuotesPage.NEW, Map.of("comment", row.id())));
      model.put("coding", back.on(CodingPage.PATH + "/" + row.id()));
      models.add(model);
    }
    return models;
  }

  private Map<String, Object> comment(CommentRow row) {
    var comment = row.comment();
    var model = new LinkedHashMap<String, Object>();
    model.put("id", comment.id());
    model.put("display", row.display());
    model.put("question", wording.question(comment.form(), comment.question()));
    model.put("language", comment.language());
    model.put("words", row.isShown() ? comment.words().value() : "");
    model.put("english", row.isShown() ? english(comment) : "");
    return model;
  }

  private static String english(Comment comment) {
    return comment.english().map(RedactedText::value).orElse("");
  }

  /** As a search shows them. */
  private List<Map<String, String>> mentions(Comment comment, Set<String> found) {
    return others.of(
        mentions.links(found, comment.label().area()).said(),
        new MentionView.Said(comment.language(), comment.words().value(), english(comment)),
        area -> SearchPage.address(SearchRequest.mentioning(area)));
  }

  /** A person's word, or what the book finds. */
  private Map<String, Object> themes(
      Optional<CodingRow> person, List<Tagger.Tag> tags, Optional<Side> points) {
    var found = tags.stream().map(Tagger.Tag::theme).toList();
    var themes = person.map(row -> row.coding().themes()).orElse(found);
    var sides = person.map(row -> row.coding().sides()).orElse(Map.of());
    var seems = points.filter(_ -> sides.isEmpty());
    return Map.of(
        "by",
        person
            .map(row -> coding.by(row))
            .orElse(
                found.isEmpty() ? "The theme book finds nothing in it" : "The theme book finds:"),
        "themes",
        themes.stream()
            .map(theme ->
                theme(
                    wording.side(theme, Optional.ofNullable(sides.get(theme)), seems),
                    theme,
                    person.isPresent() ? "" : sure(theme, tags)))
            .toList());
  }

  private static String sure(String theme, List<Tagger.Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.theme().equals(theme))
        .map(CodingView::sure)
        .findFirst()
        .orElse("");
  }

  private Map<String, String> theme(Optional<Wording.Signed> side, String theme, String sure) {
    return Map.of(
        "text", wording.theme(theme),
        "sure", sure,
        "sign", side.map(Wording.Signed::sign).orElse(""),
        "way", side.map(Wording.Signed::words).orElse(""));
  }
}
