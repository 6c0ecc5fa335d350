package org.hearback.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.junit.jupiter.api.Test;

@MicronautTest(startApplication = false, transactional = false)
class RetentionJobTest implements OnTestDatabase {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final TestDatabase database = TestDatabase.shared();
  @Inject JobRows jobs;

  @Test
  void a_step_that_fails_stops_no_other_and_both_are_kept() throws Exception {
    var seen = new AtomicReference<Instant>();
    var job =
        new RetentionJob(
            List.of(
                step(
                    "broken",
                    _ -> {
                      throw new IllegalStateException("a secret of a person");
                    }),
                step(
                    "links",
                    now -> {
                      seen.set(now);
                      return 7;
                    })),
            jobs,
            () -> NOW);
    job.run();
    job.run();
    assertThat(seen).hasValue(NOW);
    assertThat(database.column("SELECT CONCAT(name, '|', outcome, '|', ended_at) FROM office.job"))
        .containsExactlyInAnyOrder(
            "retention-broken|failed: IllegalStateException|2026-11-24 09:00:00",
            "retention-links|ok, 7 rows|2026-11-24 09:00:00");
  }

  private static RetentionStep step(String name, java.util.function.ToIntFunction<Instant> work) {
    return new RetentionStep() {
      @Override
      public String what() {
        return name;
      }

      @Override
      public List<Kept> kept() {
        return List.of();
      }

      @Override
      public int run(Instant now) {
        return work.applyAsInt(now);
      }
    };
  }
}
