package org.hearback;

import io.micronaut.context.ApplicationContext;
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
   *
   * @throws Busy when another service holds what would be started
   */
  Map<String, Object> start();

  /** Before the door opens: fills the house, if it is empty. */
  void furnish(ApplicationContext house);

  /** Once the service answers: says where to look. */
  void opened(String address);

  @Override
  void close();

  /** There is a house already; the message is for whoever started this one. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy(String message) {
      super(message);
    }
  }
}
