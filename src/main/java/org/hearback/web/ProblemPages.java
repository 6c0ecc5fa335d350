package org.hearback.web;

import io.micronaut.context.MessageSource;
import io.micronaut.context.MessageSource.MessageContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The page for whatever went wrong: kind, in the browser's language, with who to ring, and without
 * a word of what happened inside. Rendered once per kind and language, so that a flood of errors
 * costs nothing. Safe for any thread.
 */
@Singleton
final class ProblemPages implements HtmlErrorResponseBodyProvider {
  private final TemplateEngine engine;
  private final MessageSource messages;
  private final String council;
  private final String dutyPhone;
  private final Map<String, String> rendered = new ConcurrentHashMap<>();

  ProblemPages(
      TemplateEngine engine,
      MessageSource messages,
      @Property(name = "hearback.council.name") String council,
      @Property(name = "hearback.council.duty-phone") String dutyPhone) {
    this.engine = engine;
    this.messages = messages;
    this.council = council;
    this.dutyPhone = dutyPhone;
  }

  @Override
  public String body(ErrorContext error, HttpResponse<?> response) {
    var problem = Problem.of(response.code());
    var language = language(error.getRequest());
    return rendered.computeIfAbsent(problem + language, _ -> page(problem, language));
  }

  private String page(Problem problem, String language) {
    var locale = Locale.forLanguageTag(language);
    // So that a name in Latin letters does not turn what stands beside it.
    var isolated = "\u2068" + council + "\u2069";
    var model =
        Map.<String, Object>of(
            "heading",
            words(problem.words() + ".heading", locale, Map.of()),
            "text",
            words(problem.words(), locale, Map.of()),
            "council",
            council,
            "dutyPhone",
            dutyPhone,
            "dutyLink",
            "tel:" + dutyPhone.replace(" ", ""),
            "dutyLine",
            words("help.duty", locale, Map.of("council", isolated)));
    return engine.process("web/problem", new Context(locale, model));
  }

  private String words(String key, Locale locale, Map<String, Object> args) {
    return messages.getRequiredMessage(key, MessageContext.of(locale, args));
  }

  /** The first language that the browser asks for and that we speak; English otherwise. */
  private String language(HttpRequest<?> request) {
    var header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    try {
      return Locale.LanguageRange.parse(header == null ? "en" : header).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(wanted -> wanted.getLanguage().equals(spoken(wanted)))
          .map(Locale::getLanguage)
          .findFirst()
          .orElse("en");
    } catch (IllegalArgumentException _) {
      return "en";
    }
  }

  /** A language that we lack answers with the tag of the one it falls back to. */
  private String spoken(Locale wanted) {
    return messages.getMessage("language.tag", MessageContext.of(wanted), "en");
  }
}
