package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.TraceTime;
import org.hearback.audit.Audit;
import org.hearback.form.Form;
import org.hearback.form.Forms;
import org.hearback.form.Pictures;
import org.hearback.form.Scribe;
import org.hearback.form.Words;
import org.hearback.invitation.Link;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Links;

/**
 * For people who answer on paper: an empty form to print, and where a filled one is typed in. It
 * leads to the same page as the link, so an answer on paper is kept, screened and read like any
 * other. Readers do it, who see raw words anyway. The audit says that somebody typed one in, and
 * not which.
 */
@Hidden
@Controller(PaperPage.PATH)
@Secured(Role.READER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaperPage {
  static final String PATH = "/office/paper";

  private final Links links;
  private final Forms forms;
  private final Words words;
  private final Pictures pictures;
  private final TraceTime trace;
  private final Audit audit;
  private final CouncilConfig council;

  PaperPage(
      Links links,
      Forms forms,
      Words words,
      Pictures pictures,
      TraceTime trace,
      Audit audit,
      CouncilConfig council) {
    this.links = links;
    this.forms = forms;
    this.words = words;
    this.pictures = pictures;
    this.trace = trace;
    this.audit = audit;
    this.council = council;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<?> ask() {
    return shown(HttpStatus.OK, "", "", "");
  }

  @Post(produces = MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body Map<String, String> fields, Staff staff) {
    var typed = fields.getOrDefault("code", "").strip();
    var by = fields.getOrDefault("helped", "");
    var language = fields.getOrDefault("language", "");
    if (Scribe.of(by).isEmpty()) {
      return shown(
          HttpStatus.UNPROCESSABLE_ENTITY, typed, by, "Say who helped to fill the form in");
    }
    var token = LinkToken.read(typed.substring(typed.lastIndexOf('/') + 1));
    var link = token.map(links::open).orElseGet(Link.Unknown::new);
    var wrong =
        switch (link) {
          case Link.Waiting _, Link.Open _ -> "";
          case Link.Spent _ -> "There is an answer for this code already";
          case Link.Lapsed _ -> "The time of this code is over";
          case Link.Stopped _ -> "This person asked for no more messages, so the code is closed";
          case Link.Unknown _ -> "There is no such code. Look at the letter again";
        };
    if (!wrong.isEmpty()) {
      return shown(HttpStatus.UNPROCESSABLE_ENTITY, typed, by, wrong);
    }
    audit.record(staff.signIn(), "paper-form-opened", "");
    var spoken = words.has(language) ? language : Words.SOURCE;
    return HttpResponse.seeOther(
        URI.create("/" + token.orElseThrow().secret() + "?lang=" + spoken + "&helped=" + by));
  }

  /** An empty form, to print. */
  @Get(uri = "/{name}{?lang}", produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> empty(String name, @QueryValue @Nullable String lang) {
    var form =
        forms.all().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .map(it -> forms.latest(it.name()))
            .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such form"));
    var language = words.shown(form, lang == null ? "" : lang);
    var view = new FormView(form, language, true, words, pictures, Map.of(), Map.of());
    var model = new HashMap<String, Object>();
    model.put("language", language);
    model.put("direction", words.direction(language));
    model.put("heading", words.text(language, "page.title"));
    model.put("lead", view.lead());
    model.put("before", view.before(council.isolatedName(), trace.weeks()));
    model.put("questions", view.questions());
    model.put("help", words.text(language, "poster.help"));
    model.put("code", words.text(language, "paper.code"));
    return new ModelAndView<>("answer/paper", model);
  }

  private HttpResponse<?> shown(HttpStatus status, String code, String helped, String wrong) {
    var model = new HashMap<String, Object>();
    model.put("code", code);
    model.put("helped", helped);
    model.put("wrong", wrong);
    model.put("scribes", List.of(Scribe.values()));
    model.put(
        "languages",
        words.languages().stream()
            .map(tag -> Map.of("tag", tag, "name", words.text(tag, "language.name")))
            .toList());
    model.put(
        "forms",
        forms.all().stream()
            .map(Form::name)
            .distinct()
            .map(name -> Map.of("name", name, "title", name.replace('-', ' ')))
            .toList());
    return HttpResponse.status(status).body(new ModelAndView<>("answer/paper-entry", model));
  }
}
