package org.hearback;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One house for all tests of a class, as its start takes longer than they do: each finds the
 * database empty and the clock where it began. In a static field with {@code @RegisterExtension}.
 */
public final class OneHouse implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final Map<String, Object> properties;
  private TestHouse house;

  public OneHouse() {
    this(Map.of());
  }

  public OneHouse(Map<String, Object> properties) {
    this.properties = properties;
  }

  /** Stands before the first object of the test class is made, so that fields can be made of it. */
  public TestHouse get() {
    return house;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    house = TestHouse.on(TestDatabase.shared(), properties);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    house.database().empty();
    house.clock().set(SetClock.START);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    house.close();
  }
}
