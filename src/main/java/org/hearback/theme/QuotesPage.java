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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.CellSpan;
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

  private static final Back NOWHERE = new Back(Optional.empty());

  private final Quotes quotes;
  private final Reports reports;
  private final Wording wording;
  private final SheetTime sheets;

  QuotesPage(Quotes quotes, Reports reports, Wording wording, SheetTime sheets) {
    this.quotes = quotes;
    this.reports = reports;
    this.wording = wording;
    this.sheets = sheets;
  }

  @Get
  ModelAndView<Map<String, Object>> list(HttpRequest<?> request, Staff staff) {
    return list(staff, "", Back.of(request.getParameters()));
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
    var wrong = wrong(quotes.pick(found.get(), typed, analyst));
    if (wrong.isEmpty()) {
      return HttpResponse.seeOther(URI.create(back.on(PATH)));
    }
    quotes.shown(found.get(), analyst);
    return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(page(found.get(), typed, wrong, back));
  }

  /** Empty where nothing is. */
  private static String wrong(Quotes.Picked picked) {
    return switch (picked) {
      case Quotes.Picked.Done _ -> "";
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
    return HttpResponse.seeOther(URI.create(Back.typed(typed).on(PATH)));
  }

  @Post("/{id}/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> check(UUID id, @Body Map<String, String> typed, Staff second) {
    var verdict = typed.getOrDefault("verdict", "");
    var objection =
        Arrays.stream(Quote.Objection.values())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(verdict))
            .findFirst();
    var quote = find(id, second);
    if (quote.isEmpty() || objection.isEmpty() && !verdict.equals("print")) {
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(list(second, "This quote is not there any more. Nothing was changed.", NOWHERE));
    }
    return quotes.decide(quote.get(), objection, second)
        ? HttpResponse.seeOther(URI.create(Back.typed(typed).on(PATH)))
        : HttpResponse.status(HttpStatus.CONFLICT)
            .body(
                list(
                    second,
                    "Somebody else has checked it already, or you picked it yourself. Nothing was"
                        + " changed.",
                    NOWHERE));
  }

  @Post("/{id}/remove")
  @Secured(Role.ANALYST_NAME)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(UUID id, @Body Map<String, String> typed, Staff analyst) {
    find(id, analyst).ifPresent(quote -> quotes.remove(quote, analyst));
    return HttpResponse.seeOther(URI.create(Back.typed(typed).on(PATH)));
  }

  private Optional<QuoteRow> find(UUID id, Staff staff) {
    return quotes.all(staff).stream().filter(row -> row.id().equals(id)).findFirst();
  }

  private ModelAndView<Map<String, Object>> list(Staff staff, String wrong, Back back) {
    var all = quotes.all(staff);
    quotes.shown(all.stream().filter(row -> row.verdict().equals("waiting")).toList(), staff);
    var model = new HashMap<>(back.model());
    model.put("wrong", wrong);
    model.put("picks", staff.roles().contains(Role.ANALYST));
    var year = sheets.now();
    model.put("year", year.map(this::inWords).orElse(""));
    for (var verdict : List.of("waiting", "checked", "refused")) {
      model.put(
          verdict,
          all.stream()
              .filter(row -> row.verdict().equals(verdict))
              .map(row -> shown(row, year, staff))
              .toList());
    }
    return new ModelAndView<>("theme/quotes", model);
  }

  private String inWords(CellSpan year) {
    return "the 12 months to " + wording.period(year.lastMonth().toString());
  }

  private Map<String, Object> shown(QuoteRow row, Optional<CellSpan> year, Staff staff) {
    var quote = row.quote();
    var model = new HashMap<String, Object>();
    model.put("path", PATH + "/" + quote.id());
    model.put("again", NEW + "?comment=" + quote.comment());
    model.put("comment", quote.comment());
    model.put("wording", quote.wording().value());
    model.put("kind", kind(quote));
    model.put("mine", quote.pickedBy().equals(staff.signIn()));
    model.put("pickedBy", quote.pickedBy());
    model.put("label", wording.label(quote.label()));
    model.put("outside", year.filter(it -> !it.covers(quote.label().period())).isPresent());
    model.put("area", quote.label().area());
    model.put("areaName", wording.area(quote.label().area()));
    model.put("question", wording.question(row.form(), row.question()));
    model.put("language", row.language());
    model.put("words", row.words());
    model.put("english", row.english());
    switch (quote.verdict()) {
      case Quote.Verdict.Waiting _ -> {
        // nobody has looked yet
      }
      case Quote.Verdict.Checked(var by) -> model.put("by", by);
      case Quote.Verdict.Refused(var by, var why) -> {
        model.put("by", by);
        model.put("why", why(why));
      }
    }
    return model;
  }

  private static String kind(Quote quote) {
    return switch (quote.kind()) {
      case WORDS -> quote.perhapsTranslated() ? "perhaps translated" : "in their own words";
      case RENDERING -> "translated by the person who read it";
      case PARAPHRASE -> "in other words";
    };
  }

  private static String why(Quote.Objection why) {
    return switch (why) {
      case PERSON -> "somebody could tell who said it";
      case MEANING -> "it says something else than the whole comment";
      case HARM -> "it could hurt somebody who reads it, or whoever said it";
    };
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
