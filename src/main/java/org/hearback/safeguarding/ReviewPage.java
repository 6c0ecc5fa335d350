package org.hearback.safeguarding;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hearback.access.Role;
import org.hearback.audit.AuditCheck;
import org.hearback.audit.AuditCounts;
import org.hearback.journey.CouncilClock;

/**
 * The monthly sheet for the independent reviewer: how often each act was done, by nobody's name,
 * and whether the record is whole. Made when it is asked for; a month that goes on is counted so
 * far.
 */
@Hidden
@Controller(ReviewPage.PATH)
@Secured(Role.REVIEWER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewPage {
  static final String PATH = "/office/review";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  private final AuditCounts counts;
  private final AuditCheck check;
  private final CouncilClock clock;

  ReviewPage(AuditCounts counts, AuditCheck check, CouncilClock clock) {
    this.counts = counts;
    this.check = check;
    this.clock = clock;
  }

  @Get(produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> months() {
    var months =
        all().stream()
            .map(month ->
                Map.<String, Object>of("path", PATH + "/" + month, "name", MONTH.format(month)))
            .toList();
    var model = new HashMap<String, Object>();
    model.put("months", months);
    return new ModelAndView<>("safeguarding/review-months", model);
  }

  @Get(uri = "/{month:[0-9][0-9][0-9][0-9]-[0-9][0-9]}", produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> sheet(String month) {
    var asked =
        all().stream()
            .filter(each -> each.toString().equals(month))
            .findFirst()
            .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such month"));
    var from = asked.atDay(1).atStartOfDay(clock.zone()).toInstant();
    var until = asked.plusMonths(1).atDay(1).atStartOfDay(clock.zone()).toInstant();
    var acts = counts.acts(from, until);
    var model = new HashMap<String, Object>();
    model.put("month", MONTH.format(asked));
    model.put("goesOn", asked.equals(clock.month()));
    model.put("madeAt", MOMENT.format(ZonedDateTime.ofInstant(clock.now(), clock.zone())));
    model.put("lines", ReviewSheet.lines(acts).stream().map(ReviewPage::line).toList());
    model.put("others", ReviewSheet.others(acts).stream().map(ReviewPage::other).toList());
    model.putAll(chain());
    return new ModelAndView<>("safeguarding/review", model);
  }

  private static Map<String, Object> line(ReviewSheet.Line line) {
    return Map.of("title", line.title(), "what", line.what(), "times", line.times());
  }

  private static Map<String, Object> other(ReviewSheet.Other other) {
    return Map.of("act", other.act(), "times", other.times());
  }

  private Map<String, Object> chain() {
    return switch (check.verify()) {
      case AuditCheck.Whole whole ->
          Map.of(
              "whole", true,
              "rows", whole.rows(),
              "dropped", whole.dropped(),
              "head", whole.head().toString());
      case AuditCheck.Broken broken -> Map.of("whole", false, "broken", broken.no());
    };
  }

  /** From the month in which the record begins, the newest first. */
  private List<YearMonth> all() {
    var first =
        counts
            .first()
            .map(at -> YearMonth.from(LocalDate.ofInstant(at, clock.zone())))
            .orElseGet(clock::month);
    return Stream.iterate(
            clock.month(), month -> !month.isBefore(first), month -> month.minusMonths(1))
        .toList();
  }
}
