package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Set;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;

/**
 * Themes by quarter, what rose or fell, and what comes together, for what is chosen in the address.
 * True counts of what the asker may see and no words of a comment: only a look at a part of them is
 * in the audit.
 */
@Hidden
@Controller(TrendsPage.PATH)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrendsPage {
  static final String PATH = "/office/trends";

  // The page shows every quarter and every theme.
  private static final Set<String> NOT_CHOSEN = Set.of("period", "theme");

  private final Trends trends;
  private final TrendsView view;
  private final Choices choices;
  private final Audit audit;

  TrendsPage(Trends trends, TrendsView view, Choices choices, Audit audit) {
    this.trends = trends;
    this.view = view;
    this.choices = choices;
    this.audit = audit;
  }

  @Get
  ModelAndView<Map<String, Object>> show(HttpRequest<?> request, Staff staff) {
    var filter =
        SearchRequest.of(request.getParameters())
            .filter()
            .with(CommentDocument.MENTIONS, "")
            .with(CommentDocument.IN_PERIOD, "")
            .with(CommentDocument.THEME, "");
    // What narrows may leave one answer; what cannot be recorded is not shown.
    if (!filter.equals(Filter.none())) {
      audit.record(staff.signIn(), "trends-read", SearchRequest.of("", filter).forAudit());
    }
    var model = view.all(trends.counts(filter, staff), addresses(filter));
    model.put(
        "selects",
        choices.of(staff, filter).stream()
            .filter(select -> !NOT_CHOSEN.contains(select.get("name")))
            .toList());
    model.put("filtered", !filter.equals(Filter.none()));
    return new ModelAndView<>("theme/trends", model);
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  /** Searches within a filter. */
  static TrendsView.Addresses addresses(Filter filter) {
    return (words, part, value, period) ->
        SearchPage.address(
            SearchRequest.of(
                words, filter.with(part, value).with(CommentDocument.IN_PERIOD, period)));
  }
}
