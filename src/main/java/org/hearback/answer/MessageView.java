package org.hearback.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hearback.form.Words;

/** What the template of a page shows that says one thing, in one language. Immutable. */
record MessageView(Templates templates, Words words) {

  Map<String, Object> of(String language, Message page) {
    var model = new HashMap<String, Object>();
    model.put("heading", words.text(language, page.heading()));
    model.put("lines", page.lines().stream().map(key -> words.text(language, key)).toList());
    model.put("help", page.help());
    model.put("secretAddress", page.secretAddress());
    model.put("form", page.form());
    model.put("code", page.code());
    model.put("typed", "");
    model.put("guide", true);
    model.put("withdrawLink", "/withdraw?lang=" + language);
    model.put("routes", templates.routes(language, page.routes()));
    model.put("contactLink", page.routes().isEmpty() ? "" : templates.contactLink(language));
    model.put("others", page.languages() ? others(language, _ -> true) : List.of());
    return model;
  }

  /** The other languages that a page is offered in. */
  List<Map<String, String>> others(String language, Predicate<String> offered) {
    var links = new ArrayList<Map<String, String>>();
    for (var other : words.languages()) {
      if (!other.equals(language) && offered.test(other)) {
        links.add(
            Map.of(
                "tag",
                other,
                "name",
                words.text(other, "language.name"),
                "direction",
                words.direction(other),
                "link",
                "?lang=" + other));
      }
    }
    return links;
  }
}
