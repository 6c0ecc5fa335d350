package org.hearback.answer;

import io.micronaut.context.annotation.Value;
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
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.form.FormReader;
import org.hearback.form.Forms;
import org.hearback.form.Reading;
import org.hearback.form.Scribe;
import org.hearback.form.Words;
import org.hearback.invitation.Link;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Links;

/**
 * What a link opens. Opening changes nothing; one POST sends. Every way in answers with a page in
 * the respondent's language, and none says more about a link than the person who holds it must
 * know.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnswerPage {
  /** The count that a device carries; its name says nothing to who looks at the device. */
  private static final String NOTE = "n";

  private final Links links;
  private final Forms forms;
  private final FormPages pages;
  private final Send send;
  private final Nonces nonces;
  private final Watch watch;
  private final Doorkeeper doorkeeper;
  private final AnswerMeters meters;
  private final Spoken spoken;
  private final boolean cookieSecure;

  AnswerPage(
      Links links,
      Forms forms,
      FormPages pages,
      Send send,
      Nonces nonces,
      Watch watch,
      Doorkeeper doorkeeper,
      AnswerMeters meters,
      Words words,
      @Value("${hearback.http.cookie-secure:true}") boolean cookieSecure) {
    this.links = links;
    this.forms = forms;
    this.pages = pages;
    this.send = send;
    this.nonces = nonces;
    this.watch = watch;
    this.doorkeeper = doorkeeper;
    this.meters = meters;
    this.spoken = new Spoken(words);
    this.cookieSecure = cookieSecure;
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
    if (stop != null && link.wasSent()) {
      return page(HttpStatus.OK, pages.stop(language(link, chosen, request), false));
    }
    return Door.of(secret, link, forms)
        .<HttpResponse<?>>map(door -> form(door, link, chosen, request))
        .orElseGet(() -> refused(link, chosen, request));
  }

  @Post(uri = "/{token}{?lang,stop,helped}", produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> send(
      String token,
      @QueryValue @Nullable String lang,
      @QueryValue @Nullable String stop,
      @QueryValue @Nullable String helped,
      @Body @Nullable String body,
      HttpRequest<?> request) {
    var secret = LinkToken.read(token);
    var link = secret.map(links::open).orElseGet(Link.Unknown::new);
    var posted = Posted.read(body).with(Scribe.of(helped == null ? "" : helped));
    // What the page says it speaks goes before the address it was opened by.
    var chosen = posted.language().or(() -> Optional.ofNullable(lang));
    if (stop != null && link.wasSent()) {
      links.askToStop(secret.orElseThrow().hash());
      return page(HttpStatus.OK, pages.stop(language(link, chosen, request), true));
    }
    var language = language(link, chosen, request);
    return Door.of(secret, link, forms)
        .<HttpResponse<?>>map(door -> read(door, language, posted, request))
        // The reply may have been lost: the same answer again gets the same thank-you page.
        .or(() ->
            secret
                .filter(_ -> link instanceof Link.Spent && !posted.onlyTranslates())
                .flatMap(it -> again(it, language, posted, request)))
        .orElseGet(() -> refused(link, chosen, request));
  }

  private HttpResponse<?> form(
      Door door, Link link, Optional<String> chosen, HttpRequest<?> request) {
    var form = door.form();
    var language = language(link, chosen, request);
    if (!watch.reads(form.audience(), door.open())) {
      return page(HttpStatus.SERVICE_UNAVAILABLE, pages.closed(form, language));
    }
    if (door.open() && !doorkeeper.lets(door, note(request))) {
      return page(HttpStatus.TOO_MANY_REQUESTS, pages.enough(language));
    }
    var nonce = nonces.issue(door.secret(), form);
    var prepared = pages.prepared(form, language, way(form, language, door.tablet()));
    boolean gzip =
        request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING, String.class, "").contains("gzip");
    var response = asking(HttpStatus.OK, gzip ? prepared.gzip(nonce) : prepared.plain(nonce));
    return gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
  }

  private HttpResponse<?> read(Door door, String language, Posted posted, HttpRequest<?> request) {
    var nonce = nonces.read(door.secret(), door.form(), posted);
    if (posted.onlyTranslates()) {
      // Nothing is checked and nothing kept: it is the page as they left it, in other words.
      var same = nonce.isPresent() ? posted.nonce() : nonces.issued(door);
      return asking(
          HttpStatus.OK,
          pages.refused(
              door.form(),
              language,
              same,
              way(door.form(), language, door.tablet()),
              posted.typed(),
              Map.of()));
    }
    if (nonce.isEmpty()) {
      var forged = Map.of("", "error.forged");
      return again(door.form(), language, nonces.issued(door), posted, forged);
    }
    if (door.open() && doorkeeper.isBusy(door)) {
      return again(door.form(), language, posted.nonce(), posted, Map.of("", "error.busy"));
    }
    return switch (FormReader.read(door.form(), posted.fields())) {
      case Reading.Refused(var errors) ->
          again(door.form(), language, posted.nonce(), posted, errors);
      case Reading.Accepted(var answers) ->
          keep(door, nonce.get(), language, answers.with(posted.scribe()), request);
    };
  }

  private HttpResponse<?> keep(
      Door door, PageNonce nonce, String language, Answers answers, HttpRequest<?> request) {
    return switch (send.keep(
        door.secret().hash(), door.open(), nonce, door.form(), language, answers)) {
      case YES -> {
        var thanks = thanks(door, nonce, language, answers);
        yield door.open() ? noted(door, request, thanks) : thanks;
      }
      case BEFORE -> thanks(door, nonce, language, answers);
      case OTHER_WORDS_BEFORE -> page(HttpStatus.CONFLICT, pages.alreadyAnswered(language));
      case LINK_REFUSED -> page(HttpStatus.GONE, pages.linkRefused(language, Why.SPENT));
    };
  }

  /** A tablet is not asked to carry anything. */
  private MutableHttpResponse<Object> noted(
      Door door, HttpRequest<?> request, MutableHttpResponse<Object> thanks) {
    var note = doorkeeper.counted(door, note(request));
    return door.tablet()
        ? thanks
        : thanks.cookie(
            Cookie.of(NOTE, note)
                .path("/" + door.secret().secret())
                .maxAge(Duration.ofDays(1))
                .httpOnly(true)
                .secure(cookieSecure)
                .sameSite(SameSite.Strict));
  }

  private static String note(HttpRequest<?> request) {
    return request.getCookies().findCookie(NOTE).map(Cookie::getValue).orElse("");
  }

  /**
   * A page whose first Send went through, sent again: told apart by the nonce, which only that page
   * has.
   */
  private Optional<HttpResponse<?>> again(
      LinkToken secret, String language, Posted posted, HttpRequest<?> request) {
    for (var form : forms.all()) {
      var nonce = nonces.read(secret, form, posted);
      if (nonce.isPresent()) {
        return FormReader.read(form, posted.fields()) instanceof Reading.Accepted(var answers)
            ? Optional.of(
                keep(
                    Door.asked(secret, form),
                    nonce.get(),
                    language,
                    answers.with(posted.scribe()),
                    request))
            : Optional.of(page(HttpStatus.CONFLICT, pages.alreadyAnswered(language)));
      }
    }
    return Optional.empty();
  }

  /** The same page with what was typed, and what to do. */
  private HttpResponse<?> again(
      Form form, String language, String nonce, Posted posted, Map<String, String> errors) {
    return asking(
        HttpStatus.UNPROCESSABLE_ENTITY,
        pages.refused(form, language, nonce, way(form, language, false), posted.typed(), errors));
  }

  private Asking way(Form form, String language, boolean tablet) {
    return Asking.of(watch, spoken.words().shown(form, language), tablet);
  }

  private MutableHttpResponse<Object> thanks(
      Door door, PageNonce nonce, String language, Answers answers) {
    var form = door.form();
    var code = nonce.shownCode();
    boolean danger = Danger.ticked(form, answers);
    if (!watch.reads(form.audience(), door.open())) {
      return page(HttpStatus.OK, pages.thanksUnread(form, language, code, danger && door.open()));
    }
    if (door.open()) {
      return page(HttpStatus.OK, pages.thanksToAnybody(form, language, code, danger));
    }
    return page(
        HttpStatus.OK,
        Danger.refers(form, answers)
            ? pages.thanksAndRefer(form, language, code)
            : pages.thanks(form, language, code, danger));
  }

  private HttpResponse<?> refused(Link link, Optional<String> chosen, HttpRequest<?> request) {
    var why = Why.of(link);
    meters.refused(why);
    return page(
        why == Why.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE,
        pages.linkRefused(language(link, chosen, request), why));
  }

  private String language(Link link, Optional<String> chosen, HttpRequest<?> request) {
    return spoken.language(link, chosen, preferred(request));
  }

  /** The languages a phone prefers, as it says them. */
  static String preferred(HttpRequest<?> request) {
    return request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE, String.class, "");
  }

  /** A page with the form. */
  private static MutableHttpResponse<Object> asking(HttpStatus status, Object html) {
    return page(status, html).header(PagePolicy.NAME, PagePolicy.OF_FORMS);
  }

  static MutableHttpResponse<Object> page(HttpStatus status, Object html) {
    return HttpResponse.<Object>status(status)
        .body(html)
        .contentType("text/html;charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
