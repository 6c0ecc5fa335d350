package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;

/** The words that mark out what a search found. Each look, and what it showed, is in the audit. */
@Hidden
@Controller(WordsPage.PATH)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WordsPage {
  static final String PATH = "/office/search/words";

  /** Nobody reads further, and the clearest stand first. */
  private static final int WORDS_MOST = 40;

  private final MarkingWords marking;
  private final Wording wording;
  private final Audit audit;

  WordsPage(MarkingWords marking, Wording wording, Audit audit) {
    this.marking = marking;
    this.wording = wording;
    this.audit = audit;
  }

  /** Where a search has one: what it found is not everything, and all of its words were taken. */
  static String address(SearchRequest asked, Found found) {
    boolean all = found.how() == Found.How.AS_TYPED || found.how() == Found.How.CORRECTED;
    boolean everything = found.words().isBlank() && asked.filter().equals(Filter.none());
    return found.total() == found.byMeaning() || !all || everything
        ? ""
        : address(found.words(), asked.filter());
  }

  private static String address(String words, Filter filter) {
    var builder = UriBuilder.of(PATH);
    SearchRequest.of(words, filter).fields().forEach(builder::queryParam);
    return builder.build().toString();
  }

  @Get
  HttpResponse<?> show(HttpRequest<?> request, Staff staff) {
    var asked = SearchRequest.of(request.getParameters());
    if (asked.like().isPresent()) {
      return HttpResponse.seeOther(URI.create(SearchPage.address(asked)));
    }
    var outcome = marking.of(asked.words(), asked.filter(), staff);
    // Before anything is shown; what cannot be recorded is not shown.
    audit.record(staff.signIn(), "words-compared", recorded(asked, outcome));
    var model = new HashMap<String, Object>();
    model.put("back", SearchPage.address(asked));
    model.put("asked", asked(asked));
    model.put("here", Figures.comments(outcome.here()));
    model.put("there", Figures.comments(outcome.there()));
    model.put("meant", outcome.meant() == 0 ? "" : Figures.comments(outcome.meant()));
    model.put("one", outcome.meant() == 1);
    model.put("hereRead", read(outcome.found()));
    model.put("thereRead", read(outcome.others()));
    model.put("languages", outcome.languages().stream().map(it -> language(asked, it)).toList());
    return HttpResponse.ok(new ModelAndView<>("theme/words", model));
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  /** What was asked first: of what was shown as much as there is room for. */
  private static String recorded(SearchRequest asked, MarkingWords.Outcome outcome) {
    var body = new StringBuilder(asked.forAudit());
    for (var marked : outcome.languages()) {
      body.append('\n').append(marked.language().language()).append(' ');
      body.append(Figures.of(marked.here(), marked.here() + marked.there())).append(':');
      marked.words().stream()
          .limit(WORDS_MOST)
          .forEach(word -> body.append(' ').append(word.form()));
    }
    return Recorded.cut(body.toString());
  }

  /** Nothing where all of them were. */
  private static String read(MarkingWords.Answered answers) {
    return answers.read() == answers.all()
        ? ""
        : "%,d of %s, spread evenly".formatted(answers.read(), Figures.answers(answers.all()));
  }

  /** What was searched for and chosen, part by part. */
  private List<String> asked(SearchRequest asked) {
    var parts = new ArrayList<String>();
    if (!asked.words().isEmpty()) {
      parts.add("\u201c" + asked.words() + "\u201d");
    }
    parts.addAll(wording.choices(asked.filter()));
    return parts;
  }

  private Map<String, Object> language(SearchRequest asked, Marked marked) {
    var tag = marked.language().language();
    var model = new HashMap<String, Object>();
    model.put("tag", tag);
    model.put("name", wording.language(tag));
    model.put("here", Figures.answers(marked.here()));
    model.put("there", Figures.answers(marked.there()));
    model.put("possible", marked.possible());
    model.put("compared", marked.compared());
    model.put("more", Math.max(0, marked.words().size() - WORDS_MOST));
    model.put(
        "words", marked.words().stream().limit(WORDS_MOST).map(word -> word(asked, word)).toList());
    return model;
  }

  private static Map<String, String> word(SearchRequest asked, Marked.Word word) {
    return Map.of(
        "form", word.form(),
        "here", Figures.of(word.here()),
        "hereShare", Figures.percent(word.here().estimate()),
        "there", Figures.of(word.there()),
        "thereShare", Figures.percent(word.there().estimate()),
        "address",
            SearchPage.address(SearchRequest.of(both(asked.words(), word.form()), asked.filter())));
  }

  /** A choice of words stays one. */
  private static String both(String words, String form) {
    return (words.indexOf('|') >= 0 ? "(" + words + ")" : words) + " " + form;
  }
}
