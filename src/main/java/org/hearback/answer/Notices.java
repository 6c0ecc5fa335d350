package org.hearback.answer;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearback.anonymity.TraceTime;
import org.hearback.form.Words;

/**
 * The children's privacy notice, the accessibility statement, and how to leave and stay safe, each
 * rendered once a language. Safe for any thread.
 */
@Singleton
final class Notices {
  private static final List<String> TOPICS =
      List.of(
          "notice.privacy.who",
          "notice.privacy.what",
          "notice.privacy.know",
          "notice.privacy.who-reads",
          "notice.privacy.safe",
          "notice.privacy.court",
          "notice.privacy.kept",
          "notice.privacy.device",
          "notice.privacy.no-decision",
          "notice.privacy.rights",
          "notice.privacy.complain",
          "notice.privacy.law");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final Templates templates;
  private final Words words;
  private final Statement statement;
  private final CouncilConfig council;
  private final TraceTime trace;
  private final Map<String, String> rendered = new ConcurrentHashMap<>();

  Notices(
      Templates templates,
      Words words,
      Statement statement,
      CouncilConfig council,
      TraceTime trace) {
    this.templates = templates;
    this.words = words;
    this.statement = statement;
    this.council = council;
    this.trace = trace;
  }

  String privacy(String language) {
    return rendered.computeIfAbsent("privacy " + language, _ -> renderPrivacy(language));
  }

  String accessibility(String language) {
    return rendered.computeIfAbsent("access " + language, _ -> renderStatement(language));
  }

  /** What the button for leaving does, and what it does not. Holds nothing of a link. */
  String leaving(String language) {
    return guide("leaving", language);
  }

  /** How to be safer on a phone that is shared or watched. Holds nothing of a link. */
  String safety(String language) {
    return guide("safety", language);
  }

  private String guide(String about, String language) {
    return rendered.computeIfAbsent(
        about + " " + language,
        _ -> {
          var model = model(language);
          model.put("about", about);
          model.put("safety", "/safety?lang=" + language);
          return templates.render("answer/guide-page", language, model);
        });
  }

  private String renderPrivacy(String language) {
    var args =
        Map.<String, Object>of(
            "council", templates.councilName(),
            "weeks", trace.weeks(),
            "reach", "\u2068" + council.contact() + "\u2069");
    var topics =
        TOPICS.stream()
            .map(key ->
                Map.of(
                    "lead", words.text(language, key + ".lead"),
                    "text", words.text(language, key, args)))
            .toList();
    var model = model(language);
    model.put("topics", topics);
    return templates.render("answer/privacy", language, model);
  }

  private String renderStatement(String language) {
    var model = model(language);
    model.put("tested", statement.tested());
    model.put("testedOn", DATE.format(statement.tested().on()));
    model.put("known", statement.known());
    model.put("compliant", statement.compliant());
    model.put("contact", council.contact());
    return templates.render("answer/statement", language, model);
  }

  private Map<String, Object> model(String language) {
    var model = new HashMap<String, Object>();
    model.put(
        "others",
        words.languages().stream()
            .filter(other -> !other.equals(language))
            .map(other ->
                Map.of(
                    "tag",
                    other,
                    "name",
                    words.text(other, "language.name"),
                    "direction",
                    words.direction(other),
                    "link",
                    "?lang=" + other))
            .toList());
    return model;
  }
}
