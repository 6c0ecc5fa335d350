package org.hearback.theme;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearback.access.Role;
import org.hearback.access.Staff;

/** The theme book: what each theme means, how its comments are found, and what was changed. */
@Hidden
@Controller(ThemesPage.PATH)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ThemesPage {
  static final String PATH = "/office/themes";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final ThemeBooks books;
  private final Search search;
  private final Wording wording;
  private final CommentIndex index;
  private final Trends trends;
  private final TrendsView trendsView;
  private final Measured measured;
  private final SamplesView samples;

  ThemesPage(
      ThemeBooks books,
      Search search,
      Wording wording,
      CommentIndex index,
      Trends trends,
      TrendsView trendsView,
      Measured measured,
      SamplesView samples) {
    this.books = books;
    this.search = search;
    this.wording = wording;
    this.index = index;
    this.trends = trends;
    this.trendsView = trendsView;
    this.measured = measured;
    this.samples = samples;
  }

  @Get
  ModelAndView<Map<String, Object>> list(Staff staff) {
    var counts = search.themes(staff);
    var rows =
        books.now().themes().stream()
            .map(theme ->
                Map.of(
                    "name", theme.name(),
                    "means", theme.means(),
                    "path", PATH + "/" + theme.key(),
                    "comments", comments(theme),
                    "count", counts.getOrDefault(theme.key(), 0)))
            .toList();
    var former =
        books.former().stream()
            .map(theme -> Map.of("name", theme.name(), "path", PATH + "/" + theme.key()))
            .toList();
    return new ModelAndView<>(
        "theme/themes",
        Map.of(
            "themes",
            rows,
            "former",
            former,
            "fresh",
            PATH + "/" + ThemeNewPage.NAME,
            "sorting",
            sorting(staff),
            "tried",
            tried(staff)));
  }

  /** How well a side is guessed; empty where too few said one, or to who reads a part of it all. */
  private String tried(Staff staff) {
    var tried = books.tagger().tried();
    return tried.comments() < Quality.LEAST || !staff.areas().isEmpty()
        ? ""
        : String.format(
            Locale.ENGLISH,
            "Of %,d comments people said which way they point. Without having learnt from them, the"
                + " guess says something of %,d, and of %,d what people said.",
            tried.comments(),
            tried.told(),
            tried.right());
  }

  @Get("/{key}")
  HttpResponse<?> one(@PathVariable String key, Staff staff) {
    return books
        .find(key)
        .<HttpResponse<?>>map(theme -> HttpResponse.ok(page(theme, staff)))
        .orElseGet(() -> HttpResponse.seeOther(URI.create(PATH)));
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(io.micronaut.http.HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  private ModelAndView<Map<String, Object>> page(Theme theme, Staff staff) {
    var languages = new ArrayList<Map<String, Object>>();
    for (var endings : Endings.ALL) {
      var language = endings.language();
      languages.add(
          Map.of(
              "tag", language,
              "name", wording.language(language),
              "examples", theme.examples().getOrDefault(language, List.of()),
              "queries", theme.queries().getOrDefault(language, List.of())));
    }
    var model = new HashMap<String, Object>();
    model.put("name", theme.name());
    model.put("means", theme.means());
    model.put("yes", theme.counts());
    model.put("no", theme.not());
    model.put("unclear", theme.unclear());
    model.put("direction", direction(theme.polarity()));
    model.put("areas", theme.areas().stream().map(wording::area).toList());
    model.put("languages", languages);
    model.put("comments", comments(theme));
    model.put("count", search.themes(staff).getOrDefault(theme.key(), 0));
    model.put("sorting", sorting(staff));
    model.put("sides", sides(theme, staff));
    model.put("taught", taught(theme, staff));
    model.put("how", samples.theme(measured.all(staff), theme.key()));
    model.put("path", PATH + "/" + theme.key());
    model.put("out", books.now().find(theme.key()).isEmpty());
    model.put(
        "trend",
        trendsView.one(
            theme.key(), trends.counts(Filter.none(), staff), TrendsPage.addresses(Filter.none())));
    model.put("changes", books.changes(theme.key()).stream().map(ThemesPage::change).toList());
    return new ModelAndView<>("theme/theme", model);
  }

  private static Map<String, Object> change(ThemeRow row) {
    return Map.of(
        "version", row.version(),
        "day", DAY.format(row.changedAt()),
        "by", row.changedBy(),
        "why", row.why());
  }

  /** Which way its comments say it, by people and as it seems; empty where nobody knows. */
  private String sides(Theme theme, Staff staff) {
    return (said(theme, staff) + " " + seem(theme, staff)).strip();
  }

  private String seem(Theme theme, Staff staff) {
    var filter = Filter.none().with(CommentDocument.THEME, theme.key());
    var points = search.counts("", filter, staff, CommentDocument.POINTS);
    return points.isEmpty()
        ? ""
        : String.format(
            Locale.ENGLISH,
            "By what people said, and where they did not by how it seems: something went wrong in"
                + " %,d and well in %,d of its comments.",
            points.getOrDefault(Side.MINUS.key(), 0),
            points.getOrDefault(Side.PLUS.key(), 0));
  }

  private String said(Theme theme, Staff staff) {
    var sides = search.sides(theme.key(), staff);
    int all = sides.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0
        ? ""
        : String.format(
            Locale.ENGLISH,
            "Where people said which way (%,d of its comments): %,d went wrong, %,d went well, %,d"
                + " neither.",
            all,
            sides.get(Side.MINUS),
            sides.get(Side.PLUS),
            sides.get(Side.NEITHER));
  }

  /** What it learns from people; empty where nothing here reads what a comment means. */
  private String taught(Theme theme, Staff staff) {
    if (search.reach() != Search.Reach.MEANING || books.now().find(theme.key()).isEmpty()) {
      return "";
    }
    long comments = books.tagger().lesson().of(theme.key());
    if (comments < Lesson.LEAST) {
      return "It is learnt from the examples above alone. Once people have given it to %d comments, it learns from these too, from the night after."
          .formatted(Lesson.LEAST);
    }
    // The number is of the whole council.
    return staff.areas().isEmpty()
        ? "It also learns from %,d comments to which people gave it, and from all others that they sorted."
            .formatted(comments)
        : "It also learns from comments that people sorted.";
  }

  /** Empty when every comment is sorted by the book of now. */
  private String sorting(Staff staff) {
    if (index.isBy(books.now())) {
      return "";
    }
    return "The book has changed. Comments are sorted anew"
        + index.sorted().map(done -> ": " + progress(done, staff)).orElse("")
        + ".";
  }

  /** The numbers are of the whole council. */
  private static String progress(Progress done, Staff staff) {
    return staff.areas().isEmpty()
        ? String.format(Locale.ENGLISH, "%,d of %,d are done", done.done(), done.of())
        : done.percent() + " % are done";
  }

  private static String direction(Theme.Polarity polarity) {
    return switch (polarity) {
      case EITHER -> "People say it as praise and as blame.";
      case MOSTLY_MINUS -> "People mostly say it when something went wrong.";
      case MOSTLY_PLUS -> "People mostly say it when something went well.";
    };
  }

  private static String comments(Theme theme) {
    return UriBuilder.of("/office/search")
        .queryParam("words", "")
        .queryParam("theme", theme.key())
        .build()
        .toString();
  }
}
