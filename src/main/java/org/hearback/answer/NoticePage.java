package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearback.form.Words;

/**
 * What a person may want to know before or after answering, without a link: how to leave quickly
 * and stay safe on a phone that others look at, what becomes of what they write, and what works for
 * whom. Nothing secret is in them, so a browser may keep them.
 */
@Hidden
@Controller
final class NoticePage {
  private final Notices notices;
  private final Words words;

  NoticePage(Notices notices, Words words) {
    this.notices = notices;
    this.words = words;
  }

  @Get(uri = "/leaving{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> leaving(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return page(notices::leaving, lang, request);
  }

  @Get(uri = "/safety{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> safety(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return page(notices::safety, lang, request);
  }

  @Get(uri = "/privacy{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> privacy(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return page(notices::privacy, lang, request);
  }

  /** In English, as the law has it; the frame is in the reader's language. */
  @Get(uri = "/accessibility{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> accessibility(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return page(notices::accessibility, lang, request);
  }

  private HttpResponse<?> page(
      UnaryOperator<String> page, @Nullable String lang, HttpRequest<?> request) {
    var language =
        Optional.ofNullable(lang)
            .filter(words::has)
            .orElseGet(() -> words.chosen(AnswerPage.preferred(request)));
    var reply = AnswerPage.page(HttpStatus.OK, page.apply(language));
    reply.getHeaders().set(HttpHeaders.CACHE_CONTROL, "max-age=3600");
    return reply.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
