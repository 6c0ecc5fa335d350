package org.hearback.answer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Stands between the service and its {@code collector} source and breaks it at a chosen step: the
 * statements of a transaction count from 1, its commit is the step after them.
 */
@Singleton
@Requires(property = "test.faulty-collector")
public final class FaultyCollector implements BeanCreatedEventListener<DataSource>, Ordered {
  private final AtomicInteger step = new AtomicInteger();
  private volatile int failAt = -1;
  private volatile boolean after;

  /** Fails the step once; before it is done, or after it, as when a reply is lost. */
  void arm(int failAt, boolean after) {
    this.after = after;
    this.step.set(0);
    this.failAt = failAt;
  }

  void disarm() {
    failAt = -1;
  }

  /** Steps seen since the last arming. */
  int steps() {
    return step.get();
  }

  /** Before the framework puts its own wrapping around the source. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    var name = event.getBeanIdentifier().getName();
    if (!name.equals("collector") && !name.equals("link")) {
      return event.getBean();
    }
    var real = event.getBean();
    return proxy(
        DataSource.class,
        real,
        (method, result) ->
            method.equals("getConnection") ? connection((Connection) result) : result,
        _ -> false);
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        real,
        (name, result) ->
            name.equals("prepareStatement") ? statement((PreparedStatement) result) : result,
        name -> name.equals("commit"));
  }

  private PreparedStatement statement(PreparedStatement real) {
    return proxy(
        PreparedStatement.class, real, (_, result) -> result, name -> name.startsWith("execute"));
  }

  private interface Wrap {
    Object wrap(String method, Object result);
  }

  private interface Counts {
    boolean counts(String method);
  }

  private <T> T proxy(Class<T> type, T real, Wrap wrap, Counts counts) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              boolean here = counts.counts(method.getName()) && step.incrementAndGet() == failAt;
              if (here && !after) {
                throw new SQLException("the line is cut before " + method.getName(), "08000");
              }
              try {
                var result = wrap.wrap(method.getName(), method.invoke(real, arguments));
                if (here) {
                  throw new SQLException("the line is cut after " + method.getName(), "08000");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
