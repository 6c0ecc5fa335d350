package org.hearback.theme;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.jspecify.annotations.Nullable;

/** Dip-samples: drawn here, and when two people are through, how well each theme does. */
@Hidden
@Controller(SamplesPage.PATH)
@Secured(Role.ANALYST_NAME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SamplesPage {
  static final String PATH = "/office/samples";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SEEDS = 1_000_000;

  private final Samples samples;
  private final SamplesView view;
  private final Measured measured;
  private final Choices choices;

  SamplesPage(Samples samples, SamplesView view, Measured measured, Choices choices) {
    this.samples = samples;
    this.view = view;
    this.measured = measured;
    this.choices = choices;
  }

  @Get
  ModelAndView<Map<String, Object>> list(HttpRequest<?> request, Staff staff) {
    var filter = drawnFrom(SearchRequest.of(request.getParameters()));
    return list(
        filter,
        Integer.toString(RANDOM.nextInt(SEEDS)),
        Integer.toString(Sample.SIZE_USUAL),
        Map.of(),
        staff);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> draw(@Body @Nullable String body, Staff staff) {
    var form = CodingForm.read(body);
    var filter = drawnFrom(SearchRequest.of(form.fields().entrySet()));
    var seed = form.field("seed").strip();
    var size = form.field("size").strip();
    var wrong = new HashMap<String, String>();
    if (seed.isEmpty() || seed.length() > Sample.SEED_LONGEST) {
      wrong.put("seed", "Write a number or a word of 40 characters at most");
    }
    if (!size.matches("[0-9]{1,4}")
        || Integer.parseInt(size) < Sample.SIZE_LEAST
        || Integer.parseInt(size) > Sample.SIZE_MOST) {
      wrong.put("many", "Draw from " + Sample.SIZE_LEAST + " to " + Sample.SIZE_MOST + " comments");
    }
    if (wrong.isEmpty()) {
      var drawn = samples.draw(filter, seed, Integer.parseInt(size), staff);
      if (drawn.isPresent()) {
        return HttpResponse.seeOther(URI.create(PATH + "/" + drawn.get().id()));
      }
      wrong.put("area", "There is no such comment: choose less below");
    }
    return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(list(filter, seed, size, wrong, staff));
  }

  @Get("/{id}")
  HttpResponse<?> one(UUID id, Staff staff) {
    return samples
        .find(id, staff)
        .<HttpResponse<?>>map(found ->
            HttpResponse.ok(
                new ModelAndView<>(
                    "theme/sample", view.page(found, staff, measured.of(found, staff)))))
        .orElseGet(SamplesPage::gone);
  }

  /** The index is being built: nothing is wrong, and a minute later it is there. */
  @Error(IndexNotReady.class)
  HttpResponse<ModelAndView<Map<String, Object>>> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .body(new ModelAndView<>("theme/not-ready", Map.of()));
  }

  private ModelAndView<Map<String, Object>> list(
      Filter filter, String seed, String size, Map<String, String> wrong, Staff staff) {
    var model = new HashMap<String, Object>();
    model.put("samples", samples.newest(staff).stream().map(view::line).toList());
    model.put("selects", choices.ofLabels(staff, filter));
    model.put("seed", seed);
    model.put("size", size);
    model.put("wrong", wrong);
    return new ModelAndView<>("theme/samples", model);
  }

  /**
   * Not by theme: who codes would know what the book found, and of comments that it found it misses
   * none.
   */
  private static Filter drawnFrom(SearchRequest asked) {
    return asked.filter().ofLabels();
  }

  static HttpResponse<?> gone() {
    return HttpResponse.notFound().body(new ModelAndView<>("theme/no-sample", Map.of()));
  }
}
