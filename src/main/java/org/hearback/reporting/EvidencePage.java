package org.hearback.reporting;

import io.micronaut.http.HttpHeaders;
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
import java.util.Map;
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
  ModelAndView<Map<String, Object>> sheet(String area, Staff staff) {
    return new ModelAndView<>("reporting/evidence", model(area, staff));
  }

  @Get(uri = "/{area}/sheet.pdf", produces = MediaType.APPLICATION_PDF)
  HttpResponse<byte[]> file(String area, Staff staff) {
    return HttpResponse.ok(pdf.of(model(area, staff)))
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
  HttpResponse<?> report(String area, @Body Map<String, String> typed, Staff staff) {
    mayRead(area, staff);
    var wanted = typed.getOrDefault("quote", "");
    quotes.printable(area).stream()
        .filter(quote -> quote.id().toString().equals(wanted))
        .forEach(quote -> reports.report(quote.comment(), staff));
    return HttpResponse.seeOther(URI.create(PATH + "/" + area));
  }

  private void mayRead(String area, Staff staff) {
    if (!areas.knows(area)) {
      throw new HttpStatusException(HttpStatus.NOT_FOUND, "no such area");
    }
    if (!visible.to(staff, area)) {
      throw new HttpStatusException(HttpStatus.FORBIDDEN, "another area");
    }
  }

  private Map<String, Object> model(String area, Staff staff) {
    mayRead(area, staff);
    audit.record(staff.signIn(), "evidence-made", area);
    return view.sheet(
        area, releases.newest(areas.upwards(area)), quotes.printable(area), clock.today(), staff);
  }
}
