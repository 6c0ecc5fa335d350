package org.hearback.journey;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hearback.SetClock;
import org.hearback.TestDatabase;

/** The house against the real MariaDB, emptied, with a clock that stands still until it is told. */
public final class VaultContext implements AutoCloseable {
  public final TestDatabase database = TestDatabase.shared();
  public final ApplicationContext context;

  public VaultContext(Map<String, Object> more, Object... beans) throws SQLException {
    database.empty();
    var properties = new HashMap<String, Object>(TestDatabase.properties());
    properties.put("hearback.keys.create", "true");
    properties.put("hearback.http.address", "https://views.example.gov.uk");
    properties.putAll(more);
    context =
        ApplicationContext.builder()
            .properties(properties)
            .deduceEnvironment(false)
            .singletons(beans)
            .start();
    now("2026-11-24T12:00:00Z");
  }

  public void now(String instant) {
    context.getBean(SetClock.class).set(Instant.parse(instant));
  }

  public Instant now() {
    return context.getBean(SetClock.class).instant();
  }

  public ImportReport file(String name, String... lines) {
    return context
        .getBean(Import.class)
        .bytes(name, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    context.close();
  }
}
