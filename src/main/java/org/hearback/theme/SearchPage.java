package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.RedactedText;
import org.hearback.audit.Audit;

/**
 * The reading room's search. Each search, and what it showed, is in the audit; there is no export.
 */
@Hidden
@Controller("/office/search")
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchPage {
  private final Search search;
  private final ReadingRoom room;
  private final Choices choices;
  private final Wording wording;
  private final Audit audit;
  private final Reports reports;
  private final Counts counts;
  private final Mentions mentions;
  private final MentionView others;
  private final ThemeOffers offers;

  SearchPage(
      Search search,
      ReadingRoom room,
      Choices choices,
      Wording wording,
      Audit audit,
      Reports reports,
      Counts counts,
      Mentions mentions,
      MentionView others,
      ThemeOffers offers) {
    this.search = search;
    this.room = room;
    this.choices = choices;
    this.wording = wording;
    this.audit = audit;
    this.reports = reports;
    this.counts = counts;
    this.mentions = mentions;
    this.others = others;
    this.offers = offers;
  }

  @Get
  ModelAndView<Map<String, Object>> show(HttpRequest<?> request, Staff staff) {
    var asked = SearchRequest.of(request.getParameters());
    var model = new HashMap<String, Object>();
    model.put("words", asked.words());
    model.put("newest", asked.order() == Order.NEWEST);
    model.put("selects", choices.withMentions(staff, asked.filter()));
    model.put("filtered", !asked.filter().equals(Filter.none()));
    model.put("asked", asked.made());
    model.put("reach", search.reach().name());
    var area = choices.area(staff, asked.filter());
    model.put("area", area);
    model.put("areaName", wording.area(area));
    model.put("others", mentions.address(area, staff).orElse(""));
    model.put("mentioned", mentioned(asked.filter().mentions()));
    if (asked.made()) {
      find(asked, staff, model);
    }
    model.put("like", asked.like().isPresent());
    model.put("kept", Back.hidden(asked.ofLike()));
    return new ModelAndView<>("theme/search", model);
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(io.micronaut.http.HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  private void find(SearchRequest asked, Staff staff, Map<String, Object> model) {
    var source = asked.like().flatMap(like -> room.comment(like.comment(), staff));
    var found = found(asked, source, staff);
    // The index of this node is seconds behind; what was reported is hidden at once.
    var hidden = reports.staleOf(found.hits());
    var hits = found.hits().stream().filter(hit -> !hidden.contains(hit.comment())).toList();
    var shown =
        hits.stream().map(hit -> hit.response().toString()).collect(Collectors.joining(" "));
    // Before anything is shown; what cannot be recorded is not shown.
    audit.record(
        staff.signIn(),
        "search",
        Recorded.cut(
            asked.forAudit() + (found.how() == Found.How.CORRECTED ? "\nas " + found.words() : ""),
            "\nfound " + found.total() + "\n" + shown));
    model.put("source", source.map(this::source).orElse(Map.of()));
    model.put("before", asked.before().map(SearchPage::address).orElse(""));
    model.put("total", found.total());
    model.put("offers", asked.like().isPresent() ? List.of() : offers.of(asked, staff));
    model.put("how", found.how().name());
    model.put("byMeaning", found.byMeaning());
    model.put("searched", found.words());
    model.put("unknown", found.correction().map(Found.Correction::unknown).orElse(List.of()));
    var right = found.correction().map(Found.Correction::words).orElse(found.words());
    model.put("right", right);
    model.put("instead", address(asked.as(right)));
    model.put("everywhere", address(asked.with(Filter.none())));
    model.put("unmarked", asked.unmarked().map(SearchPage::address).orElse(""));
    model.put("marks", WordsPage.address(asked, found));
    model.put("counts", counts.of(found, searched(asked, found), staff, SearchPage::address));
    model.put("save", asked.like().isPresent() ? "" : SavedPage.saving(searched(asked, found)));
    model.put("hidden", hidden.size());
    model.putAll(new Back(Optional.of(asked)).model());
    model.put("hits", hits.stream().map(hit -> hit(asked, hit)).toList());
    model.put("seems", hits.stream().anyMatch(SearchPage::showsHowItSeems));
    model.put("page", found.page());
    model.put("pages", found.pages());
    model.put("previous", found.page() > 1 ? address(asked.at(found.page() - 1)) : "");
    model.put("next", found.page() < found.pages() ? address(asked.at(found.page() + 1)) : "");
  }

  private Found found(SearchRequest asked, Optional<Comment> source, Staff staff) {
    if (asked.like().isEmpty()) {
      return search.search(asked.words(), asked.filter(), asked.order(), staff, asked.page());
    }
    return source
        .map(one -> search.alike(one.id(), asked.filter(), asked.order(), staff, asked.page()))
        .orElseGet(Found::nothingAlike);
  }

  /** The comment that others are like. */
  private Map<String, Object> source(Comment comment) {
    return Map.of(
        "question", wording.question(comment.form(), comment.question()),
        "language", comment.language(),
        "words", comment.words().value(),
        "english", comment.english().map(RedactedText::value).orElse(""),
        "label", wording.label(comment.label()),
        "address", ResponsePage.address(comment.response()));
  }

  /** As it was asked in the end. */
  private static SearchRequest searched(SearchRequest asked, Found found) {
    return asked.like().isPresent() ? asked : asked.as(found.words());
  }

  private Map<String, Object> hit(SearchRequest asked, Found.Hit hit) {
    var back = new Back(Optional.of(asked));
    return Map.ofEntries(
        Map.entry("address", back.on(ResponsePage.address(hit.response()))),
        Map.entry("report", ResponsePage.address(hit.response()) + "/report"),
        Map.entry("quote", back.on(QuotesPage.NEW, Map.of("comment", hit.comment()))),
        Map.entry("coding", back.on(CodingPage.PATH + "/" + hit.comment())),
        Map.entry("comment", hit.comment()),
        Map.entry("like", address(asked.alike(hit.comment()))),
        Map.entry("question", wording.question(hit.form(), hit.question())),
        Map.entry("label", wording.label(hit.label())),
        Map.entry("language", hit.language()),
        Map.entry("by", hit.by().name()),
        Map.entry("themes", hit.themes().stream().map(theme -> theme(asked, hit, theme)).toList()),
        Map.entry("mentions", mentions(asked, hit)),
        Map.entry("sorted", sorted(hit)),
        Map.entry("pieces", pieces(hit.words())),
        Map.entry("english", pieces(hit.english())));
  }

  private static boolean showsHowItSeems(Found.Hit hit) {
    return hit.seems().isPresent() && !hit.themes().isEmpty();
  }

  private String mentioned(String area) {
    return area.isEmpty() ? "" : wording.mentioned(area);
  }

  private static String sorted(Found.Hit hit) {
    return switch (hit.sorted()) {
      case BY_BOOK -> "";
      case BY_PERSON ->
          hit.themes().isEmpty()
              ? "A person says that no theme of the book fits"
              : "Confirmed by a person";
      case UNCLEAR -> "A person could not tell what it is about";
    };
  }

  private Map<String, String> theme(SearchRequest asked, Found.Hit hit, String theme) {
    var narrowed = asked.with(asked.filter().with(CommentDocument.THEME, theme));
    var side = wording.side(theme, Optional.ofNullable(hit.sides().get(theme)), hit.seems());
    return Map.of(
        "text", wording.theme(theme),
        "sign", side.map(Wording.Signed::sign).orElse(""),
        "way", side.map(Wording.Signed::words).orElse(""),
        "address", address(narrowed));
  }

  private List<Map<String, String>> mentions(SearchRequest asked, Found.Hit hit) {
    return others.of(
        hit.mentions(),
        new MentionView.Said(hit.language(), text(hit.words()), text(hit.english())),
        area -> address(asked.with(asked.filter().with(CommentDocument.MENTIONS, area))));
  }

  private static String text(List<Found.Piece> pieces) {
    return pieces.stream().map(Found.Piece::text).collect(Collectors.joining());
  }

  private static List<Map<String, Object>> pieces(List<Found.Piece> pieces) {
    return pieces.stream()
        .map(piece -> Map.<String, Object>of("text", piece.text(), "marked", piece.marked()))
        .toList();
  }

  /** Every search has one. */
  static String address(SearchRequest asked) {
    return address("/office/search", asked.fields());
  }

  static String address(String path, Map<String, Object> fields) {
    var builder = UriBuilder.of(path);
    fields.forEach(builder::queryParam);
    return builder.build().toString();
  }
}
