package org.hearback;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * What {@code health} does: asks the running service, for a container that holds neither a shell
 * nor another client.
 */
record HealthCommand(URI page) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * @param text the address of the service, without a path
   * @throws StartRefused when it is none
   */
  static HealthCommand of(String text) {
    try {
      var address = new URI(text);
      if ("http".equals(address.getScheme()) && address.getHost() != null) {
        return new HealthCommand(address.resolve("/health"));
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new StartRefused("health needs an address like http://127.0.0.1:8080");
  }

  /** Whether it answers and its database is there. */
  boolean up() {
    try {
      var connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
