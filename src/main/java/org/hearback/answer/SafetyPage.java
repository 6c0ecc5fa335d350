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
 * How to leave quickly, and how to stay safe on a phone that others look at: for whoever hands out
 * a link, and to read before one is opened. The same words stand at the foot of every page that
 * asks, so nobody has to leave one to read them. Nothing secret is in them, so a browser may keep
 * them.
 */
@Hidden
@Controller
final class SafetyPage {
  private final Notices notices;
  private final Words words;

  SafetyPage(Notices notices, Words words) {
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
