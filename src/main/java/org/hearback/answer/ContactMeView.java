package org.hearback.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.form.Words;

/** The page on which people ask to be contacted, and the one after it. Safe for any thread. */
@Singleton
final class ContactMeView {
  private static final int LINES = 4;

  private final Templates templates;
  private final Words words;

  ContactMeView(Templates templates, Words words) {
    this.templates = templates;
    this.words = words;
  }

  /**
   * @param typed as posted; empty at first
   * @param errors by field, and under the empty name what is wrong with none of them
   */
  String page(
      String language, String nonce, Map<String, List<String>> typed, Map<String, String> errors) {
    var model = new HashMap<String, Object>();
    model.put("nonce", nonce);
    model.put("others", new MessageView(templates, words).others(language, _ -> true));
    model.put("summary", summary(language, errors));
    for (var field : ContactMeForm.FIELDS) {
      model.put(field, field(language, field, typed, errors));
    }
    model.put("routes", templates.routes(language, List.of(Route.CONTACT_ME)));
    model.put("guide", true);
    return templates.render("answer/contact", language, model);
  }

  /** It is kept, and when somebody gets back. */
  String done(String language) {
    var page = Message.of("contact.done.heading").line("contact.done").withHelp();
    var model = new MessageView(templates, words).of(language, page);
    model.put("routes", templates.routes(language, List.of(Route.CONTACT_ME)));
    return templates.render("answer/message", language, model);
  }

  private List<Map<String, String>> summary(String language, Map<String, String> errors) {
    var lines = new ArrayList<Map<String, String>>();
    errors.forEach((field, error) ->
        lines.add(
            Map.of(
                "href",
                "#c-" + (field.isEmpty() ? "send" : field),
                "text",
                words.text(language, error, places(field)))));
    return lines;
  }

  private static Map<String, Object> places(String field) {
    return Map.of("max", ContactMeForm.MOST.getOrDefault(field, 0));
  }

  /** The options of GOV.UK's input, textarea or radios. */
  private Map<String, Object> field(
      String language, String name, Map<String, List<String>> typed, Map<String, String> errors) {
    var view = new HashMap<String, Object>();
    var value = ContactMeForm.typed(typed, name);
    view.put("name", name);
    if (errors.containsKey(name)) {
      view.put(
          "errorMessage",
          Map.of(
              "text", words.text(language, errors.get(name), places(name)),
              "visuallyHiddenText", words.text(language, "error.before")));
    }
    if (name.equals(ContactMeForm.WHO)) {
      view.put("idPrefix", "c-who");
      var legend = words.text(language, label(name));
      view.put("fieldset", Map.of("legend", Map.of("text", legend, "classes", "hb-label")));
      view.put("items", ContactMe.WHO.stream().map(it -> item(language, it, value)).toList());
      return view;
    }
    view.put("id", "c-" + name);
    view.put("label", Map.of("text", words.text(language, label(name)), "classes", "hb-label"));
    view.put("value", value);
    view.put("spellcheck", false);
    view.put("attributes", Map.of("dir", direction(name)));
    switch (name) {
      case ContactMeForm.NAME -> view.put("autocomplete", "name");
      case ContactMeForm.PHONE -> {
        view.put("hint", Map.of("text", words.text(language, "contact.reach")));
        view.put("type", "tel");
        view.put("autocomplete", "tel");
      }
      case ContactMeForm.EMAIL -> {
        view.put("type", "email");
        view.put("autocomplete", "email");
      }
      case ContactMeForm.WHEN ->
          view.put("hint", Map.of("text", words.text(language, "contact.when.hint")));
      default -> {
        view.put("rows", LINES);
        var hint = words.text(language, "hint.max", places(name));
        view.put("hint", Map.of("text", hint));
      }
    }
    return view;
  }

  private static String direction(String name) {
    return name.equals(ContactMeForm.PHONE) || name.equals(ContactMeForm.EMAIL) ? "ltr" : "auto";
  }

  private Map<String, Object> item(String language, String who, String value) {
    var text =
        switch (who) {
          case "young" -> "contact.who.young";
          case "family" -> "contact.who.family";
          case "carer" -> "contact.who.carer";
          case "staff" -> "contact.who.staff";
          default -> "contact.who.partner";
        };
    return Map.of("value", who, "text", words.text(language, text), "checked", value.equals(who));
  }

  private static String label(String name) {
    return switch (name) {
      case ContactMeForm.NAME -> "contact.name";
      case ContactMeForm.PHONE -> "contact.phone";
      case ContactMeForm.EMAIL -> "contact.email";
      case ContactMeForm.WHEN -> "contact.when";
      case ContactMeForm.WHO -> "contact.who";
      default -> "contact.about";
    };
  }
}
