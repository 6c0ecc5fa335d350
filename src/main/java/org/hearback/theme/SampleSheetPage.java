package org.hearback.theme;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * A sample as a table, out and in. It holds numbers and ids, and what this person has said so far;
 * words are read on the screen beside it.
 */
@Hidden
@Controller(SamplesPage.PATH + "/{id}")
@Secured(Role.ANALYST_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SampleSheetPage {
  private static final String CSV = "text/csv; charset=utf-8";

  private final Samples samples;
  private final ThemeBooks books;
  private final Audit audit;

  SampleSheetPage(Samples samples, ThemeBooks books, Audit audit) {
    this.samples = samples;
    this.books = books;
    this.audit = audit;
  }

  @Get("/sheet.csv")
  @Produces({CSV, MediaType.TEXT_HTML})
  HttpResponse<?> out(UUID id, Staff staff) {
    var standing = samples.find(id, staff);
    if (standing.isEmpty()) {
      return SamplesPage.gone().toMutableResponse().contentType(MediaType.TEXT_HTML_TYPE);
    }
    audit.record(staff.signIn(), "sample-sheet", id.toString());
    return HttpResponse.ok(CodingSheet.write(standing.get().here(), standing.get().own(staff)))
        .contentType(MediaType.of(CSV))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"sample-"
                + standing.get().sample().seed().replaceAll("\\W", "-")
                + ".csv\"");
  }

  @Get("/sheet")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> begin(UUID id, Staff staff) {
    return samples
        .find(id, staff)
        .<HttpResponse<?>>map(found -> HttpResponse.ok(page(found, "", List.of(), staff)))
        .orElseGet(SamplesPage::gone);
  }

  @Post("/sheet")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> in(UUID id, @Body @Nullable String body, Staff staff) {
    var standing = samples.find(id, staff);
    if (standing.isEmpty()) {
      return SamplesPage.gone();
    }
    var sheet = CodingForm.read(body).field("sheet");
    return switch (CodingSheet.read(sheet, standing.get().items(), books.now())) {
      case CodingSheet.Read.Wrong(var mistakes) -> wrong(standing.get(), sheet, mistakes, staff);
      case CodingSheet.Read.Whole(var codes) -> take(standing.get(), sheet, codes, staff);
    };
  }

  private HttpResponse<?> take(
      Standing standing, String sheet, Map<UUID, Coding> codes, Staff staff) {
    var said = new HashMap<>(codes);
    said.keySet().retainAll(standing.left()); // one may be hidden since the sheet left
    if (said.isEmpty()) {
      return wrong(
          standing,
          sheet,
          List.of(new CodingSheet.Mistake(2, "No line says what a comment is about")),
          staff);
    }
    samples.say(standing, said, staff); // where it is not taken, the sample's page says why
    return HttpResponse.seeOther(URI.create(SamplesPage.PATH + "/" + standing.sample().id()));
  }

  private HttpResponse<?> wrong(
      Standing standing, String sheet, List<CodingSheet.Mistake> mistakes, Staff staff) {
    return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(page(standing, sheet, mistakes, staff));
  }

  private ModelAndView<Map<String, Object>> page(
      Standing standing, String sheet, List<CodingSheet.Mistake> mistakes, Staff staff) {
    var model = new HashMap<String, Object>();
    model.put("coding", true);
    model.put("path", SamplesPage.PATH + "/" + standing.sample().id());
    model.put("open", standing.isOpenTo(staff));
    model.put("sheet", sheet);
    model.put("none", CodingSheet.NONE);
    model.put("unclear", CodingSheet.UNCLEAR);
    model.put(
        "mistakes",
        mistakes.stream()
            .map(one -> Map.<String, Object>of("line", one.line(), "what", one.what()))
            .toList());
    model.put(
        "themes",
        books.now().themes().stream()
            .map(theme -> Map.of("key", theme.key(), "name", theme.name()))
            .toList());
    return new ModelAndView<>("theme/sample-sheet", model);
  }
}
