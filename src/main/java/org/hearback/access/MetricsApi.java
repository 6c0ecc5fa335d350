package org.hearback.access;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * What every room says of itself, in the text format of Prometheus, for a machine with a key for
 * it. Nothing in it leads to a person: no room may give a meter a tag that people differ in, and
 * what people do is counted in tens (ADR 25).
 */
@Hidden
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetricsApi {
  private static final String FORMAT = MediaType.TEXT_PLAIN + ";version=0.0.4;charset=utf-8";

  private final PrometheusMeterRegistry registry;

  MetricsApi(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Get(uri = "/metrics", produces = FORMAT)
  @NeedsScope(ApiScope.METRICS)
  String metrics() {
    return registry.scrape();
  }
}
