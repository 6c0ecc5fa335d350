package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.RedactedText;

/** The quote basket: picking, the second person's check, and what may be printed. */
@Hidden
@Controller(QuotesPage.PATH)
@Secured({Role.ANALYST_NAME, Role.READER_NAME, Role.LEAD_NAME})
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuotesPage {
  static final String PATH = "/office/quotes";
  static final String NEW = PATH + "/new";

  // Not "page", which is that of the search that somebody came from.
  private static final String PART = "part";

  private static final Back NOWHERE = new Back(Optional.empty());

  private final Quotes quotes;
  private final Reports reports;
  private final Wording wording;
  private final QuotesView view;

  QuotesPage(Quotes quotes, Reports reports, Wording wording, QuotesView view) {
    this.quotes = quotes;
    this.reports = reports;
    this.wording = wording;
    this.view = view;
  }

  @Get
  ModelAndView<Map<String, Object>> list(HttpRequest<?> request, Staff staff) {
    var fields = request.getParameters();
    return list(page(fields.get(PART, String.class, "")), staff, "", Back.of(fields));
  }

  @Get("/new")
  @Secured(Role.ANALYST_NAME)
  HttpResponse<?> begin(@QueryValue UUID comment, HttpRequest<?> request, Staff analyst) {
    var back = Back.of(request.getParameters());
    return quotes
        .read(comment, analyst)
        .<HttpResponse<?>>map(
            found -> HttpResponse.ok(page(found, Quoting.proposal(found), "", back)))
        .orElseGet(() -> gone(HttpStatus.NOT_FOUND));
  }

  @Post("/new")
  @Secured(Role.ANALYST_NAME)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pick(@Body Map<String, String> fields, Staff analyst) {
    var typed = fields.getOrDefault("wording", "");
    var found =
        CodingForm.id(fields.getOrDefault("comment", ""))
            .flatMap(comment -> quotes.comment(comment, analyst));
    if (found.isEmpty()) {
      return gone(HttpStatus.NOT_FOUND);
    }
    var back = Back.typed(fields);
    var picked = quotes.pick(found.get(), typed, analyst);
    if (picked instanceof Quotes.Picked.Done) {
      return HttpResponse.seeOther(URI.create(back.on(PATH)));
    }
    if (picked instanceof Quotes.Picked.Gone) {
      return gone(HttpStatus.CONFLICT);
    }
    quotes.shown(found.get(), analyst);
    return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(page(found.get(), typed, wrong(picked), back));
  }

  /** Empty where nothing is, or nothing can be put right. */
  private static String wrong(Quotes.Picked picked) {
    return switch (picked) {
      case Quotes.Picked.Done _, Quotes.Picked.Gone _ -> "";
      case Quotes.Picked.Empty _ -> "Write what is to be printed";
      case Quotes.Picked.TooLong(var most) -> "Make it " + most + " characters or fewer";
      case Quotes.Picked.Tells(var words) -> "Leave out what points to a person: " + words;
      case Quotes.Picked.Already _ ->
          "Somebody has picked words of this answer already. Two quotes would read as two"
              + " people; take the other one out first";
    };
  }

  /** Whoever may see a comment here may hide it from everybody, at once; its quote goes with it. */
  @Post("/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(@Body Map<String, String> typed, Staff staff) {
    CodingForm.id(typed.getOrDefault("comment", ""))
        .flatMap(comment -> quotes.comment(comment, staff))
        .ifPresent(comment -> reports.report(comment.id(), staff));
    return HttpResponse.seeOther(home(typed));
  }

  @Post("/{id}/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> check(UUID id, @Body Map<String, String> typed, Staff second) {
    var verdict = typed.getOrDefault("verdict", "");
    var objection =
        Arrays.stream(Quote.Objection.values())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(verdict))
            .findFirst();
    var quote = quotes.find(id, second);
    if (quote.isEmpty() || objection.isEmpty() && !verdict.equals("print")) {
      return unchanged("This quote is not there any more.", second);
    }
    return switch (quotes.decide(quote.get(), objection, second)) {
      case DONE -> HttpResponse.seeOther(home(typed));
      case LATE -> unchanged("Somebody else has checked it already.", second);
      case OWN -> unchanged("You picked it yourself: somebody else has to check it.", second);
      case UNREAD -> {
        var language = view.language(quote.get());
        yield unchanged(
            "It is in " + language + ": somebody who reads " + language + " has to check it.",
            second);
      }
    };
  }

  private HttpResponse<?> unchanged(String why, Staff staff) {
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(list(1, staff, why + " Nothing was changed.", NOWHERE));
  }

  @Post("/{id}/remove")
  @Secured(Role.ANALYST_NAME)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(UUID id, @Body Map<String, String> typed, Staff analyst) {
    quotes.find(id, analyst).ifPresent(quote -> quotes.remove(quote, analyst));
    return HttpResponse.seeOther(home(typed));
  }

  /** The same page of the list, with the way back that it knew. */
  private static URI home(Map<String, String> typed) {
    return URI.create(at(page(typed.getOrDefault(PART, "")), Back.typed(typed)));
  }

  private static String at(int page, Back back) {
    return page > 1 ? back.on(PATH, Map.of(PART, page)) : back.on(PATH);
  }

  private static int page(String typed) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
  }

  private ModelAndView<Map<String, Object>> list(int wanted, Staff staff, String wrong, Back back) {
    var list = quotes.list(wanted, staff);
    quotes.shown(list, staff);
    var model = new HashMap<>(back.model());
    model.putAll(view.of(list, staff));
    model.put("wrong", wrong);
    model.put("before", list.page() > 1 ? at(list.page() - 1, back) : "");
    model.put("after", list.page() < list.pages() ? at(list.page() + 1, back) : "");
    return new ModelAndView<>("theme/quotes", model);
  }

  private ModelAndView<Map<String, Object>> page(
      Comment comment, String typed, String wrong, Back back) {
    var model = new HashMap<>(back.model());
    model.put("comment", comment.id());
    model.put("question", wording.question(comment.form(), comment.question()));
    model.put("label", wording.label(comment.label()));
    model.put("language", comment.language());
    model.put("words", comment.words().value());
    model.put("english", comment.english().map(RedactedText::value).orElse(""));
    model.put("typed", typed);
    model.put("most", Quoting.LONGEST);
    model.put("wrong", wrong);
    return new ModelAndView<>("theme/quote-new", model);
  }

  private static HttpResponse<?> gone(HttpStatus status) {
    return HttpResponse.status(status).body(new ModelAndView<>("theme/no-response", Map.of()));
  }
}
