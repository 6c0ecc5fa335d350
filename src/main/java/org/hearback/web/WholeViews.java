package org.hearback.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.Writable;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.views.exceptions.ViewRenderingException;
import io.micronaut.views.thymeleaf.ThymeleafViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;

/**
 * Renders a view before the reply begins. The framework's own renders while it writes, where a view
 * that fails can no longer be answered for: the browser would wait until its patience ends. Safe
 * for any thread.
 */
@Singleton
@Replaces(ThymeleafViewsRenderer.class)
final class WholeViews<T> extends ThymeleafViewsRenderer<T> {

  WholeViews(
      AbstractConfigurableTemplateResolver files,
      TemplateEngine engine,
      ClassPathResourceLoader loader,
      HttpLocaleResolver locales) {
    super(files, engine, loader, locales);
  }

  /**
   * @throws ViewRenderingException with the place in the view and the kind of failure, and no more:
   *     the text of what went wrong may quote what was to be shown, and whoever catches this logs
   *     it
   */
  @Override
  public Writable render(String view, @Nullable T model, @Nullable HttpRequest<?> request) {
    var page = new StringWriter();
    try {
      super.render(view, model, request).writeTo(page);
    } catch (IOException | RuntimeException e) {
      throw new ViewRenderingException(view + " does not render: " + place(e));
    }
    var html = page.toString();
    return out -> out.write(html);
  }

  private static String place(Throwable failure) {
    var place = new StringBuilder();
    for (var at = failure; at != null; at = at.getCause()) {
      place.append(at == failure ? "" : " <- ").append(at.getClass().getSimpleName());
      if (at instanceof TemplateProcessingException in && in.hasTemplateName()) {
        place.append(" in ").append(in.getTemplateName()).append(":").append(in.getLine());
      }
    }
    return place.toString();
  }
}
