package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.csrf.repository.CsrfTokenRepository;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.hearback.access.Role;
import org.hearback.form.Content;
import org.hearback.form.Contents;
import org.hearback.form.FormReader;
import org.hearback.form.Reading;
import org.hearback.form.Words;

/**
 * Where content people see every form in every language, what the linter says of its words, and
 * which language lacks what. A form there is the respondents' own page in a frame; it can be filled
 * in and sent, and nothing is stored. It knows no link and no person, so the audit says nothing of
 * it.
 */
@Hidden
@Controller(PreviewPage.PATH)
@Secured(Role.MANAGER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PreviewPage {
  static final String PATH = "/office/preview";

  private final Contents contents;
  private final FormPages pages;
  private final CsrfTokenRepository<HttpRequest<?>> tokens;

  PreviewPage(Contents contents, FormPages pages, CsrfTokenRepository<HttpRequest<?>> tokens) {
    this.contents = contents;
    this.pages = pages;
    this.tokens = tokens;
  }

  @Get(produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> all() {
    var view = new PreviewView(contents.now());
    return new ModelAndView<>("answer/previews", view.all(contents.live()));
  }

  /** One form in one language, with what the linter says beside it. */
  @Get(uri = "/{name}/{version}{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> one(String name, int version, @QueryValue @Nullable String lang) {
    var content = contents.now();
    var entry = entry(content, name, version);
    var view = new PreviewView(content).one(entry, language(content, lang));
    return HttpResponse.ok(new ModelAndView<>("answer/preview", view))
        .header(PagePolicy.NAME, PagePolicy.FRAMING);
  }

  /** The respondents' page itself. */
  @Get(uri = "/{name}/{version}/page{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> page(
      String name, int version, @QueryValue @Nullable String lang, HttpRequest<?> request) {
    var content = contents.now();
    var entry = entry(content, name, version);
    return shown(
        HttpStatus.OK, content, entry, language(content, lang), request, Map.of(), Map.of());
  }

  /** What was typed is read as an answer would be, told of where it is wrong, and forgotten. */
  @Post(uri = "/{name}/{version}/page{?lang}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> send(
      String name,
      int version,
      @QueryValue @Nullable String lang,
      @Body @Nullable String body,
      HttpRequest<?> request) {
    var content = contents.now();
    var entry = entry(content, name, version);
    var language = language(content, lang);
    var fields = Posted.read(body).fields();
    fields.remove(FormPages.STAFF_TOKEN);
    return switch (FormReader.read(entry.form(), fields)) {
      case Reading.Refused(var errors) ->
          shown(HttpStatus.UNPROCESSABLE_ENTITY, content, entry, language, request, fields, errors);
      case Reading.Accepted _ ->
          framed(
              HttpResponse.ok(
                  new ModelAndView<>(
                      "answer/preview-sent", Map.of("again", "page?lang=" + language))));
    };
  }

  private HttpResponse<?> shown(
      HttpStatus status,
      Content content,
      Content.Entry entry,
      String language,
      HttpRequest<?> request,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    var token = tokens.findCsrfToken(request).orElse("");
    var html = pages.in(content.words()).preview(entry.form(), language, token, typed, errors);
    return framed(AnswerPage.page(status, html));
  }

  private static HttpResponse<?> framed(MutableHttpResponse<?> response) {
    return response
        .header(PagePolicy.NAME, PagePolicy.FRAMED)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Content.Entry entry(Content content, String name, int version) {
    return content
        .find(name, version)
        .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such form"));
  }

  private static String language(Content content, @Nullable String wanted) {
    return wanted != null && content.words().has(wanted) ? wanted : Words.SOURCE;
  }
}
