package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
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
import java.util.List;
import java.util.Optional;
import org.hearback.form.Words;
import org.hearback.invitation.Link;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Links;

/**
 * Where the code of a letter is typed. It leads to the link with that secret, and every code that
 * opens nothing gets the same reply, whatever is wrong with it. Typing changes nothing.
 *
 * <p>There is no lock and no limit on tries, for there is nothing to guess: a code has 80 random
 * bits. With a million open links and a thousand tries a second, a first hit takes some forty
 * million years. A lock would only keep out those who share an address, in a school or a refuge.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class CodePage {
  private static final int LENGTH_MAX = 40;

  private final Links links;
  private final FormPages pages;
  private final Words words;

  CodePage(Links links, FormPages pages, Words words) {
    this.links = links;
    this.pages = pages;
    this.words = words;
  }

  @Get(uri = "/code{?lang}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> ask(@QueryValue @Nullable String lang, HttpRequest<?> request) {
    return AnswerPage.page(HttpStatus.OK, pages.code(language(chosen(lang), request)));
  }

  @Post(uri = "/code{?lang}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(
      @QueryValue @Nullable String lang, @Body @Nullable String body, HttpRequest<?> request) {
    var field = Posted.read(body).fields().getOrDefault("code", List.of("")).getFirst();
    // Some type the whole link here, since it stands in the letter too.
    var typed = field.substring(field.lastIndexOf('/') + 1);
    var code = typed.substring(0, Math.min(LENGTH_MAX, typed.length()));
    return LinkToken.read(typed)
        .filter(token -> !(links.open(token) instanceof Link.Unknown))
        .<HttpResponse<?>>map(token -> to(token, chosen(lang)))
        .orElseGet(() ->
            AnswerPage.page(
                HttpStatus.NOT_FOUND, pages.codeRefused(language(chosen(lang), request), code)));
  }

  /** The language goes along only if somebody chose it: the invitation has one of its own. */
  private static HttpResponse<?> to(LinkToken token, Optional<String> chosen) {
    var query = chosen.map(language -> "?lang=" + language).orElse("");
    return HttpResponse.seeOther(URI.create("/" + token.secret() + query))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Optional<String> chosen(@Nullable String lang) {
    return Optional.ofNullable(lang).filter(words::has);
  }

  private String language(Optional<String> chosen, HttpRequest<?> request) {
    return chosen.orElseGet(() -> words.chosen(AnswerPage.preferred(request)));
  }
}
