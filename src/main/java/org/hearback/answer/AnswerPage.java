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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.form.FormReader;
import org.hearback.form.Forms;
import org.hearback.form.Reading;
import org.hearback.form.Words;
import org.hearback.invitation.Link;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Links;

/**
 * What a link opens. Opening changes nothing; one POST sends. Every way in answers with a page in
 * the respondent's language, and none says more about a link than the person who holds it must
 * know.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnswerPage {
  private final Links links;
  private final Forms forms;
  private final FormPages pages;
  private final Send send;
  private final PageKeys keys;
  private final Watch watch;
  private final Words words;
  private final SecureRandom random;

  AnswerPage(
      Links links,
      Forms forms,
      FormPages pages,
      Send send,
      PageKeys keys,
      Watch watch,
      Words words,
      SecureRandom random) {
    this.links = links;
    this.forms = forms;
    this.pages = pages;
    this.send = send;
    this.keys = keys;
    this.watch = watch;
    this.words = words;
    this.random = random;
  }

  // A browser prefers our text to the JSON of /health, which is no link.
  @Get(uri = "/{token:(?!health$)[^/]+}{?lang,stop}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> open(
      String token,
      @QueryValue @Nullable String lang,
      @QueryValue @Nullable String stop,
      HttpRequest<?> request) {
    var secret = LinkToken.read(token);
    var link = secret.map(links::open).orElseGet(Link.Unknown::new);
    var chosen = Optional.ofNullable(lang);
    if (stop != null && !(link instanceof Link.Unknown)) {
      return page(HttpStatus.OK, pages.stop(language(link, chosen, request), false));
    }
    return switch (link) {
      case Link.Waiting waiting -> form(secret.orElseThrow(), waiting, chosen, request);
      case Link.Spent _, Link.Lapsed _, Link.Stopped _, Link.Unknown _ ->
          refused(link, chosen, request);
    };
  }

  @Post(uri = "/{token}{?lang,stop}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> send(
      String token,
      @QueryValue @Nullable String lang,
      @QueryValue @Nullable String stop,
      @Body @Nullable String body,
      HttpRequest<?> request) {
    var secret = LinkToken.read(token);
    var link = secret.map(links::open).orElseGet(Link.Unknown::new);
    var chosen = Optional.ofNullable(lang);
    if (stop != null && !(link instanceof Link.Unknown)) {
      links.askToStop(secret.orElseThrow().hash());
      return page(HttpStatus.OK, pages.stop(language(link, chosen, request), true));
    }
    var posted = Posted.read(body);
    return switch (link) {
      case Link.Waiting waiting -> {
        var form = form(waiting);
        yield read(secret.orElseThrow(), form, language(link, chosen, request), posted);
      }
      // The reply may have been lost: the same answer again gets the same thank-you page.
      case Link.Spent _ ->
          again(secret.orElseThrow(), language(link, chosen, request), posted)
              .orElseGet(() -> refused(link, chosen, request));
      case Link.Lapsed _, Link.Stopped _, Link.Unknown _ -> refused(link, chosen, request);
    };
  }

  private HttpResponse<?> form(
      LinkToken secret, Link.Waiting waiting, Optional<String> chosen, HttpRequest<?> request) {
    var form = form(waiting);
    var language = language(waiting, chosen, request);
    if (!watch.reads(form.audience())) {
      return page(HttpStatus.SERVICE_UNAVAILABLE, pages.closed(language));
    }
    var nonce = PageNonce.issue(random, keys, secret.hash(), form.name(), form.version());
    var prepared = pages.prepared(form, language);
    boolean gzip =
        request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING, String.class, "").contains("gzip");
    var response = page(HttpStatus.OK, gzip ? prepared.gzip(nonce) : prepared.plain(nonce));
    return gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
  }

  private HttpResponse<?> read(LinkToken secret, Form form, String language, Posted posted) {
    var nonce = PageNonce.read(posted.nonce(), keys, secret.hash(), form.name(), form.version());
    var reading = FormReader.read(form, posted.fields());
    if (nonce.isEmpty()) {
      return again(secret, form, language, posted, Map.of("", "error.forged"));
    }
    return switch (reading) {
      case Reading.Refused(var errors) -> again(secret, form, language, posted, errors);
      case Reading.Accepted(var answers) -> keep(secret, nonce.get(), form, language, answers);
    };
  }

  private HttpResponse<?> keep(
      LinkToken secret, PageNonce nonce, Form form, String language, Answers answers) {
    return switch (send.keep(secret.hash(), nonce, form, language, answers)) {
      case YES -> thanks(nonce, form, language, answers);
      case OTHER_WORDS_BEFORE -> page(HttpStatus.CONFLICT, pages.alreadyAnswered(language));
      case LINK_REFUSED -> page(HttpStatus.GONE, pages.linkRefused(language, Why.SPENT));
    };
  }

  /**
   * A page whose first Send went through, sent again: told apart by the nonce, which only that page
   * has.
   */
  private Optional<HttpResponse<?>> again(LinkToken secret, String language, Posted posted) {
    for (var form : forms.all()) {
      var nonce = PageNonce.read(posted.nonce(), keys, secret.hash(), form.name(), form.version());
      if (nonce.isPresent()) {
        return FormReader.read(form, posted.fields()) instanceof Reading.Accepted(var answers)
            ? Optional.of(keep(secret, nonce.get(), form, language, answers))
            : Optional.of(page(HttpStatus.CONFLICT, pages.alreadyAnswered(language)));
      }
    }
    return Optional.empty();
  }

  /**
   * The same page with what was typed, a fresh nonce if the old one is not ours, and what to do.
   */
  private HttpResponse<?> again(
      LinkToken secret, Form form, String language, Posted posted, Map<String, String> errors) {
    var known = PageNonce.read(posted.nonce(), keys, secret.hash(), form.name(), form.version());
    var nonce =
        known.isPresent()
            ? posted.nonce()
            : new String(
                PageNonce.issue(random, keys, secret.hash(), form.name(), form.version()),
                StandardCharsets.US_ASCII);
    return page(
        HttpStatus.UNPROCESSABLE_ENTITY,
        pages.refused(form, language, nonce, posted.fields(), errors));
  }

  private HttpResponse<?> thanks(PageNonce nonce, Form form, String language, Answers answers) {
    var code = nonce.shownCode();
    return page(
        HttpStatus.OK,
        Danger.refers(form, answers)
            ? pages.thanksAndRefer(language, code)
            : pages.thanks(language, code, Danger.ticked(form, answers)));
  }

  private HttpResponse<?> refused(Link link, Optional<String> chosen, HttpRequest<?> request) {
    var language = language(link, chosen, request);
    return switch (link) {
      case Link.Spent _ -> page(HttpStatus.GONE, pages.linkRefused(language, Why.SPENT));
      case Link.Lapsed _ -> page(HttpStatus.GONE, pages.linkRefused(language, Why.LAPSED));
      case Link.Stopped _ -> page(HttpStatus.GONE, pages.linkRefused(language, Why.STOPPED));
      case Link.Unknown _, Link.Waiting _ ->
          page(HttpStatus.NOT_FOUND, pages.linkRefused(language, Why.UNKNOWN));
    };
  }

  private Form form(Link.Waiting waiting) {
    return forms
        .find(waiting.form(), waiting.formVersion())
        .orElseThrow(() -> new IllegalStateException("an invitation to a form that is not there"));
  }

  /** What they chose on the page; else their contact record's; else what the phone prefers. */
  private String language(Link link, Optional<String> chosen, HttpRequest<?> request) {
    if (chosen.isPresent() && words.has(chosen.get())) {
      return chosen.get();
    }
    var recorded =
        switch (link) {
          case Link.Waiting(_, _, var language) -> language;
          case Link.Spent(var language) -> language;
          case Link.Lapsed(var language) -> language;
          case Link.Stopped(var language) -> language;
          case Link.Unknown _ -> "";
        };
    return words.has(recorded) ? recorded : words.chosen(preferred(request));
  }

  /** The languages a phone prefers, as it says them. */
  static String preferred(HttpRequest<?> request) {
    return request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE, String.class, "");
  }

  static MutableHttpResponse<Object> page(HttpStatus status, Object html) {
    return HttpResponse.<Object>status(status)
        .body(html)
        .contentType("text/html;charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
