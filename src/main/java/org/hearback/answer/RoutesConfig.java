package org.hearback.answer;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** The routes as the council has configured them. */
@Factory
final class RoutesConfig {

  @Singleton
  Routes routes(Environment environment) {
    return Routes.read(key -> environment.getProperty(key, String.class, ""));
  }
}
