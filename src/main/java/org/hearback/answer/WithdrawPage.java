package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hearback.form.Words;
import org.hearback.invitation.Crockford;

/**
 * Taking an answer back with its code. Every code gets the same reply: the page does not tell which
 * ones exist.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class WithdrawPage {
  private final org.hearback.answer.Post post;
  private final PageKeys keys;
  private final FormPages pages;
  private final Words words;
  private final InstantSource clock;

  WithdrawPage(
      org.hearback.answer.Post post,
      PageKeys keys,
      FormPages pages,
      Words words,
      InstantSource clock) {
    this.post = post;
    this.keys = keys;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @Get(uri = "/withdraw{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> ask(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return AnswerPage.page(HttpStatus.OK, pages.withdraw(language(lang, request), false));
  }

  @Post(uri = "/withdraw{?lang}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(
      @QueryValue @Nullable String lang, @Body @Nullable String body, HttpRequest<?> request) {
    var typed = Posted.read(body).fields().getOrDefault("code", List.of(""));
    var code =
        Crockford.read(typed.getFirst().substring(0, Math.min(40, typed.getFirst().length())));
    if (code.matches("[0-9a-hjkmnp-tv-z]{9}")) {
      post.askToWithdraw(
          keys.hashOfCode(code), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
    return AnswerPage.page(HttpStatus.OK, pages.withdraw(language(lang, request), true));
  }

  /** Where the script has put the history: a reload finds nothing that was typed. */
  @Get(uri = "/answer{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> reopened(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return AnswerPage.page(HttpStatus.OK, pages.reopened(language(lang, request)));
  }

  private String language(@Nullable String chosen, HttpRequest<?> request) {
    return Optional.ofNullable(chosen)
        .filter(words::has)
        .orElseGet(() -> words.chosen(AnswerPage.preferred(request)));
  }
}
