package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hearback.form.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people say who they are and ask to be contacted: apart from every answer, without a link, a
 * cookie or anything else of it. Where the council takes no requests there is no such page.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContactMePage {
  private static final Logger LOG = LoggerFactory.getLogger(ContactMePage.class);
  private static final String DOOR = "contact-me";

  /** On each node; a council that is really asked so often has another need than this bound. */
  private static final int HOURLY = 60;

  private final ContactMePost post;
  private final ContactMeView view;
  private final FormPages pages;
  private final Nonces nonces;
  private final Routes routes;
  private final Words words;
  private final HourlyCount count;

  ContactMePage(
      ContactMePost post,
      ContactMeView view,
      FormPages pages,
      Nonces nonces,
      Routes routes,
      Words words,
      InstantSource clock) {
    this.post = post;
    this.view = view;
    this.pages = pages;
    this.nonces = nonces;
    this.routes = routes;
    this.words = words;
    this.count = new HourlyCount(clock, HOURLY);
  }

  @Get(uri = "/contact-me{?lang,sent}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> ask(
      @QueryValue @Nullable String lang,
      @QueryValue @Nullable String sent,
      HttpRequest<?> request) {
    var language = language(Optional.ofNullable(lang), request);
    if (!routes.takesRequests()) {
      return missing(language);
    }
    return AnswerPage.page(
        HttpStatus.OK,
        sent != null
            ? view.done(language)
            : view.page(language, nonces.ofContact(), Map.of(), Map.of()));
  }

  @Post(uri = "/contact-me{?lang}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> send(
      @QueryValue @Nullable String lang, @Body @Nullable String body, HttpRequest<?> request) {
    var posted = Posted.read(body);
    var language = language(posted.language().or(() -> Optional.ofNullable(lang)), request);
    if (!routes.takesRequests()) {
      return missing(language);
    }
    var nonce = nonces.readOfContact(posted);
    if (posted.onlyTranslates()) {
      return again(HttpStatus.OK, language, posted, Map.of());
    }
    if (nonce.isEmpty()) {
      return later(HttpStatus.UNPROCESSABLE_ENTITY, language, posted);
    }
    return switch (ContactMeForm.read(posted.fields(), Words.written(language))) {
      case ContactMeForm.Read.Wrong(var errors) ->
          again(HttpStatus.UNPROCESSABLE_ENTITY, language, posted, errors);
      case ContactMeForm.Read.Good(var asked) ->
          count.isFull(DOOR)
              ? later(HttpStatus.TOO_MANY_REQUESTS, language, posted)
              : keep(asked, nonce.get(), language, posted);
    };
  }

  /** Another address after it: whoever reloads the page does not ask twice. */
  private HttpResponse<?> keep(ContactMe asked, PageNonce nonce, String language, Posted posted) {
    try {
      post.keep(asked, nonce);
      count.add(DOOR);
    } catch (KeyMissing | DataAccessException e) {
      if (!org.hearback.answer.Post.duplicateKey(e).equals("nonce_hash")) {
        LOG.error("a request to be contacted cannot be kept: {}", e.getClass().getName());
        return later(HttpStatus.SERVICE_UNAVAILABLE, language, posted);
      }
    }
    return HttpResponse.seeOther(URI.create("/contact-me?sent&lang=" + language))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private HttpResponse<?> later(HttpStatus status, String language, Posted posted) {
    return again(status, language, posted, Map.of("", "contact.error.later"));
  }

  /** The same page with what was typed, and what to do. */
  private HttpResponse<?> again(
      HttpStatus status, String language, Posted posted, Map<String, String> errors) {
    var nonce = nonces.readOfContact(posted).isPresent() ? posted.nonce() : nonces.ofContact();
    return AnswerPage.page(status, view.page(language, nonce, posted.fields(), errors));
  }

  private HttpResponse<?> missing(String language) {
    return AnswerPage.page(HttpStatus.NOT_FOUND, pages.linkRefused(language, Why.UNKNOWN));
  }

  private String language(Optional<String> chosen, HttpRequest<?> request) {
    return chosen.filter(words::has).orElseGet(() -> words.chosen(AnswerPage.preferred(request)));
  }
}
