package org.hearback.answer;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import org.thymeleaf.TemplateEngine;

/**
 * The page for what went wrong has the respondent's layout but the framework's engine: it learns
 * what the components need. Called once, at start.
 */
@Singleton
final class ComponentsConfig implements BeanCreatedEventListener<TemplateEngine> {
  @Override
  public TemplateEngine onCreated(BeanCreatedEvent<TemplateEngine> event) {
    var engine = event.getBean();
    engine.addDialect(new ComponentDialect());
    return engine;
  }
}
