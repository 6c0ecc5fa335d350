package org.hearback.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;

/** The least that the same server can do: a constant of 100 bytes, on the event loop. */
@Controller
@Requires(property = "bench.bare")
final class BarePage {
  private static final byte[] HUNDRED = "x".repeat(100).getBytes(StandardCharsets.US_ASCII);

  @Get(uri = "/bench/bare", produces = MediaType.TEXT_PLAIN)
  byte[] bare() {
    return HUNDRED;
  }
}
