package org.hearback.retention;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is kept how long, in one place, for everybody who works here; and what an old backup may
 * still show. It holds no figure of anybody's answers.
 */
@Hidden
@Controller(RetentionPage.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RetentionPage {
  static final String PATH = "/office/retention";

  private final List<Keeping> keepings;
  private final JobRows jobs;
  private final Erasures erasures;

  RetentionPage(List<Keeping> keepings, JobRows jobs, Erasures erasures) {
    this.keepings = keepings;
    this.jobs = jobs;
    this.erasures = erasures;
  }

  @Get
  @View("retention/retention")
  Map<String, Object> show() {
    var kept = keepings.stream().flatMap(room -> room.kept().stream()).toList();
    var stores =
        Arrays.stream(Kept.Store.values())
            .map(store ->
                Map.of(
                    "title",
                    store.title(),
                    "kept",
                    kept.stream()
                        .filter(one -> one.store() == store)
                        .map(one -> Map.of("what", one.what(), "howLong", one.howLong()))
                        .toList()))
            .toList();
    return Map.of(
        "stores", stores, "failed", failed(), "erasures", erasures.inBackups(), "path", PATH);
  }

  private List<String> failed() {
    return jobs.all().stream().filter(JobRow::hasFailed).map(JobRow::name).sorted().toList();
  }
}
