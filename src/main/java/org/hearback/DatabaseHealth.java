package org.hearback;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.health.HealthStatus;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Whether each user's connections work, under the user's name and with nothing else: no version, no
 * address, no text of an error. Down, and with it the whole service, when one of them does not.
 */
@Singleton
final class DatabaseHealth extends AbstractHealthIndicator<Map<String, String>> {
  private static final int PATIENCE_SECONDS = 3;

  private final Map<String, HikariDataSource> pools = new TreeMap<>();

  DatabaseHealth(Map<String, DataSource> sources, DataSourceResolver resolver) {
    sources.forEach((user, source) -> pools.put(user, pool(resolver.resolve(source))));
  }

  @Override
  protected String getName() {
    return "database";
  }

  /** All at once: a database that is gone lets each of them wait. */
  @Override
  protected Map<String, String> getHealthInformation() {
    var asked = new TreeMap<String, Future<Boolean>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      pools.forEach((user, pool) -> asked.put(user, threads.submit(() -> works(pool))));
    }
    var states = new TreeMap<String, String>();
    asked.forEach((user, works) -> states.put(user, works.resultNow() ? "up" : "down"));
    healthStatus = states.containsValue("down") ? HealthStatus.DOWN : HealthStatus.UP;
    return states;
  }

  private static boolean works(HikariDataSource pool) {
    try (var connection = pool.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      // A pool that is all in use works hard, and a node that works hard must not be taken out.
      return pool.isRunning()
          && pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize();
    }
  }

  private static HikariDataSource pool(DataSource source) {
    try {
      return source.unwrap(HikariDataSource.class);
    } catch (SQLException e) {
      throw new IllegalStateException("a source of connections is no pool", e);
    }
  }
}
