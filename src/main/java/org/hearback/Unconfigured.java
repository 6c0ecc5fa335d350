package org.hearback;

import java.util.Map;

/**
 * What stands in for a configuration when there is none: the try-out, which brings a database.
 * Found by {@link java.util.ServiceLoader}; the production jar has none and refuses to start
 * unconfigured.
 */
public interface Unconfigured extends AutoCloseable {

  /**
   * Starts what is needed and gives the configuration that points at it, the passwords of all users
   * included.
   */
  Map<String, Object> start();

  /** Once the service answers: fills the house, if it is empty, and says where to look. */
  void opened(io.micronaut.context.ApplicationContext house);

  @Override
  void close();
}
