package org.hearback.reporting;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.ServiceAreas;
import org.hearback.theme.Quotes;
import org.hearback.theme.Reports;

/**
 * The evidence sheet of one area, to print: for an inspection, a report, a team. It holds published
 * cells and checked quotes alone, so it may leave the house. Each is in the audit.
 */
@Hidden
@Controller(EvidencePage.PATH)
@Secured({Role.ANALYST_NAME, Role.MANAGER_NAME})
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvidencePage {
  static final String PATH = "/office/evidence";

  private final Releases releases;
  private final Quotes quotes;
  private final Reports reports;
  private final ServiceAreas areas;
  private final AreaView visible;
  private final EvidenceView view;
  private final EvidencePdf pdf;
  private final Audit audit;
  private final CouncilClock clock;

  EvidencePage(
      Releases releases,
      Quotes quotes,
      Reports reports,
      ServiceAreas areas,
      AreaView visible,
      EvidenceView view,
      EvidencePdf pdf,
      Audit audit,
      CouncilClock clock) {
    this.releases = releases;
    this.quotes = quotes;
    this.reports = reports;
    this.areas = areas;
    this.visible = visible;
    this.view = view;
    this.pdf = pdf;
    this.audit = audit;
    this.clock = clock;
  }

  @Get(uri = "/{area}", produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> sheet(String area, HttpRequest<?> request, Staff staff) {
    return new ModelAndView<>("reporting/evidence", model(area, wanted(request), staff));
  }

  @Get(uri = "/{area}/sheet.pdf", produces = MediaType.APPLICATION_PDF)
  HttpResponse<byte[]> file(String area, HttpRequest<?> request, Staff staff) {
    return HttpResponse.ok(pdf.of(model(area, wanted(request), staff)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"evidence-" + area + "-" + clock.today() + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /**
   * Hides the comment of a quote from everybody, at once, and the quote with it. Whoever may read
   * the sheet may: hiding is the safe side, and a reader can show it again.
   */
  @Post("/{area}/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(
      String area, @Body Map<String, String> typed, HttpRequest<?> request, Staff staff) {
    mayRead(area, staff);
    var hidden = typed.getOrDefault("quote", "");
    var printable = quotes.printable(area);
    printable.stream()
        .filter(quote -> quote.id().toString().equals(hidden))
        .forEach(quote -> reports.report(quote.comment(), staff));
    var wanted = new HashSet<>(wanted(request));
    wanted.remove(hidden);
    var left = printable.stream().filter(quote -> wanted.contains(quote.id().toString())).toList();
    return HttpResponse.seeOther(URI.create(PATH + "/" + area + SheetQuotes.address(left)));
  }

  /** The quotes that somebody chose, as they stand in the address. */
  private static Set<String> wanted(HttpRequest<?> request) {
    return Set.copyOf(request.getParameters().getAll("quote"));
  }

  private void mayRead(String area, Staff staff) {
    if (!areas.knows(area)) {
      throw new HttpStatusException(HttpStatus.NOT_FOUND, "no such area");
    }
    if (!visible.to(staff, area)) {
      throw new HttpStatusException(HttpStatus.FORBIDDEN, "another area");
    }
  }

  private Map<String, Object> model(String area, Set<String> wanted, Staff staff) {
    mayRead(area, staff);
    audit.record(staff.signIn(), "evidence-made", area);
    return view.sheet(
        area,
        releases.newest(areas.upwards(area)),
        quotes.printable(area),
        wanted,
        clock.today(),
        staff);
  }
}
