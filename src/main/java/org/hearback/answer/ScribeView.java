package org.hearback.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearback.form.Form;
import org.hearback.form.Scribe;
import org.hearback.form.Words;

/** The question who helped, which no form file asks. */
final class ScribeView {
  private ScribeView() {}

  /** Not of professionals, who answer for themselves. */
  static boolean isAsked(Form form) {
    return switch (form.audience()) {
      case CHILD, YOUNG_PERSON, CARE_LEAVER, PARENT, CARER -> true;
      case STAFF, PARTNER -> false;
    };
  }

  /** Empty where it is not asked. */
  static Optional<Map<String, Object>> of(
      Form form, String language, Words words, Map<String, List<String>> typed) {
    if (!isAsked(form)) {
      return Optional.empty();
    }
    boolean reads = form.use() == Form.Use.SCRIBED;
    var said = typed.getOrDefault(Scribe.QUESTION, List.of());
    var options = new ArrayList<Map<String, Object>>();
    for (var scribe : Scribe.values()) {
      if (reads && scribe == Scribe.NOBODY) {
        continue;
      }
      var option = new HashMap<String, Object>();
      option.put(
          "id", FormView.field(Scribe.QUESTION) + (options.isEmpty() ? "" : "-" + scribe.key()));
      option.put("value", scribe.key());
      option.put(
          "text", words.text(language, (reads ? "scribe.adult." : "scribe.") + scribe.key()));
      option.put("checked", said.contains(scribe.key()));
      options.add(option);
    }
    var field = new HashMap<String, Object>();
    field.put("name", Scribe.QUESTION);
    field.put("idPrefix", FormView.field(Scribe.QUESTION));
    field.put("hintId", "h-" + Scribe.QUESTION);
    field.put("errorId", "e-" + Scribe.QUESTION);
    field.put("fieldset", Map.of("legend", Map.of("html", "answer/asked", "classes", "hb-legend")));
    field.put("items", options);
    var view = new HashMap<String, Object>();
    view.put("id", "q-" + Scribe.QUESTION);
    view.put("text", words.text(language, reads ? "scribe.adult.question" : "scribe.question"));
    view.put("kind", "one");
    view.put("field", field);
    return Optional.of(view);
  }
}
