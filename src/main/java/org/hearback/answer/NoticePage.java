package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import org.hearback.form.Words;

/** What a person may want to know before or after answering, without a link. */
@Hidden
@Controller
final class NoticePage {
  private final Notices notices;
  private final Words words;

  NoticePage(Notices notices, Words words) {
    this.notices = notices;
    this.words = words;
  }

  @Get(uri = "/privacy{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> privacy(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return AnswerPage.page(HttpStatus.OK, notices.privacy(language(lang, request)));
  }

  /** In English, as the law has it; the frame is in the reader's language. */
  @Get(uri = "/accessibility{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> accessibility(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return AnswerPage.page(HttpStatus.OK, notices.accessibility(language(lang, request)));
  }

  private String language(@Nullable String lang, HttpRequest<?> request) {
    return lang != null && words.has(lang) ? lang : words.chosen(AnswerPage.preferred(request));
  }
}
