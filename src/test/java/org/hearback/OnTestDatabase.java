package org.hearback;

import io.micronaut.test.support.TestPropertyProvider;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A {@code @MicronautTest} on the shared database, which each of its tests finds empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface OnTestDatabase extends TestPropertyProvider {
  @Override
  default Map<String, String> getProperties() {
    var properties = TestDatabase.shared().configuration();
    properties.put("hearback.keys.create", "true");
    return properties;
  }

  @BeforeEach
  default void emptyTheDatabase() throws SQLException {
    TestDatabase.shared().empty();
  }
}
