package org.hearback.answer;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearback.form.AssetLinks;
import org.hearback.form.Assets;
import org.hearback.form.Words;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the respondent's templates. Its own engine, so that the pages are the same in a test, in
 * a benchmark and behind any server. Templates write text with {@code th:text} only, which escapes.
 * Safe for any thread.
 */
@Singleton
final class Templates {
  private final TemplateEngine engine = components();
  private final Words words;
  private final Assets assets;
  private final CouncilConfig council;
  private final RoutesView routes;

  Templates(Words words, Assets assets, CouncilConfig council, Routes routes) {
    this.words = words;
    this.assets = assets;
    this.council = council;
    this.routes = new RoutesView(routes, words);
    engine.setMessageResolver(new WordsResolver(words));
    engine.addLinkBuilder(new AssetLinks(assets));
  }

  /** An engine for the files of {@code views}; without words and assets, components render. */
  static TemplateEngine components() {
    var files = new ClassLoaderTemplateResolver();
    files.setPrefix("views/");
    files.setSuffix(".html");
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding("UTF-8");
    var engine = new TemplateEngine();
    engine.setTemplateResolver(files);
    engine.addDialect(new ComponentDialect());
    return engine;
  }

  String render(String template, String language, Map<String, Object> model) {
    var all = new HashMap<>(model);
    all.put("council", council.name());
    all.put("dutyPhone", council.dutyPhone());
    all.put("dutyLink", council.dutyLink());
    all.put(
        "dutyLine", words.text(language, "help.duty", Map.of("council", council.isolatedName())));
    all.put("refer", routes(language, List.of(Route.REFER)));
    return engine.process(template, new Context(Locale.forLanguageTag(language), all));
  }

  /** The same in other words. */
  Templates in(Words other) {
    return new Templates(other, assets, council, routes.routes());
  }

  /** The lines of those routes that are configured. */
  List<Map<String, String>> routes(String language, List<Route> wanted) {
    return routes.of(language, wanted);
  }

  /** Where people ask to be contacted; empty where the council takes no such requests. */
  String contactLink(String language) {
    return routes.routes().takesRequests() ? "/contact-me?lang=" + language : "";
  }

  String councilName() {
    return council.isolatedName();
  }

  /** Gives {@code #{key}} our words. A key without words throws: it is a mistake in a template. */
  private static final class WordsResolver extends AbstractMessageResolver {
    private final Words words;

    WordsResolver(Words words) {
      this.words = words;
    }

    @Override
    public String resolveMessage(
        ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
      return words.text(context.getLocale().toLanguageTag(), key);
    }

    @Override
    public String createAbsentMessageRepresentation(
        ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
      throw new IllegalArgumentException("no words under " + key);
    }
  }
}
