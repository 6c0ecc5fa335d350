package org.hearback.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearback.form.Form;
import org.hearback.form.Option;
import org.hearback.form.Question;
import org.hearback.form.Words;

/**
 * What the form's template shows, in one language, with what was typed and what is wrong with it.
 */
final class FormView {
  /** What is said before the first question, in this order; the words differ by audience. */
  static final List<String> BEFORE =
      List.of("optional", "reader", "worried", "window", "night", "complaint");

  /** Of these, what is not true where nobody was asked, and nobody can be found. */
  static final List<String> UNASKED = List.of("worried", "window");

  private final Form form;
  private final String language;
  private final Words words;
  private final Map<String, List<String>> typed;
  private final Map<String, String> errors;

  FormView(
      Form form,
      String language,
      Words words,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    this.form = form;
    this.language = language;
    this.words = words;
    this.typed = typed;
    this.errors = errors;
  }

  List<Map<String, String>> before(String council) {
    var audience = form.audience().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return BEFORE.stream()
        .map(topic ->
            "before." + (form.open() && UNASKED.contains(topic) ? "open" : audience) + "." + topic)
        .map(key ->
            Map.of(
                "lead", words.text(language, key + ".lead"),
                "text", words.text(language, key, Map.of("council", council))))
        .toList();
  }

  /** The line that listens to people like these: Childline ends at 19. */
  String talkTo() {
    return switch (form.audience()) {
      case CHILD, YOUNG_PERSON -> "childline";
      case CARE_LEAVER, PARENT, CARER, STAFF, PARTNER -> "samaritans";
    };
  }

  String lead() {
    return words.text(language, "before.lead", Map.of("questions", form.questions().size()));
  }

  /** One line for each thing that is wrong, with the address of the field it speaks of. */
  List<Map<String, String>> summary() {
    var lines = new ArrayList<Map<String, String>>();
    if (errors.containsKey("")) {
      var first = form.questions().getFirst();
      var text = words.text(language, errors.get(""));
      lines.add(Map.of("link", "#" + field(first), "text", text));
    }
    for (var question : form.questions()) {
      if (errors.containsKey(question.key())) {
        lines.add(Map.of("link", "#" + field(question), "text", error(question)));
      }
    }
    return lines;
  }

  List<Map<String, Object>> questions() {
    return form.questions().stream().map(this::question).toList();
  }

  private Map<String, Object> question(Question question) {
    var key = question.key();
    var view = new HashMap<String, Object>();
    view.put("id", "q-" + key);
    view.put("name", key);
    view.put("field", field(question));
    view.put("hintId", "h-" + key);
    view.put("errorId", "e-" + key);
    view.put("text", sentence(key));
    view.put("count", count(question));
    view.put("dangerous", options(question).stream().anyMatch(FormView::dangerous));
    view.put("refers", question instanceof Question.Refer);
    view.put("kind", kind(question));
    if (errors.containsKey(key)) {
      view.put("error", error(question));
    }
    var hint = hint(question);
    if (!hint.isEmpty()) {
      view.put("hint", hint);
    }
    view.put("describedBy", describedBy(key, hint));
    view.put("options", optionViews(question));
    view.put("typed", String.join("\n", typed.getOrDefault(key, List.of())));
    return view;
  }

  private String count(Question question) {
    int number = form.questions().indexOf(question) + 1;
    var args = Map.<String, Object>of("number", number, "total", form.questions().size());
    return words.text(language, "step.count", args);
  }

  private @org.jspecify.annotations.Nullable String describedBy(String key, String hint) {
    var ids = new ArrayList<String>();
    if (!hint.isEmpty()) {
      ids.add("h-" + key);
    }
    if (errors.containsKey(key)) {
      ids.add("e-" + key);
    }
    // No attribute at all, rather than one that points nowhere.
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  private List<Map<String, Object>> optionViews(Question question) {
    var ticked = typed.getOrDefault(question.key(), List.of());
    var views = new ArrayList<Map<String, Object>>();
    for (var option : options(question)) {
      var view = new LinkedHashMap<String, Object>();
      view.put("id", "f-" + question.key() + (views.isEmpty() ? "" : "-" + option.key()));
      view.put("code", option.key());
      view.put("text", words.text(language, form.wordsOf(question, option)));
      view.put("ticked", ticked.contains(option.key()));
      if (dangerous(option)) {
        view.put("danger", "help");
      }
      views.add(view);
    }
    return views;
  }

  private String hint(Question question) {
    return switch (question) {
      case Question.PickOne _, Question.Refer _ -> "";
      case Question.PickMany _ -> words.text(language, "hint.many");
      case Question.OpenText text ->
          words.text(language, "hint.text", Map.of("max", text.lengthMax()));
    };
  }

  private String error(Question question) {
    int max = question instanceof Question.OpenText text ? text.lengthMax() : 0;
    var args = Map.<String, Object>of("question", sentence(question.key()), "max", max);
    return words.text(language, errors.getOrDefault(question.key(), "error.forged"), args);
  }

  private String sentence(String question) {
    return words.text(language, form.wordsOf(question));
  }

  private static String field(Question question) {
    return "f-" + question.key();
  }

  private static boolean dangerous(Option option) {
    return option.danger() != Option.Danger.NONE;
  }

  private static String kind(Question question) {
    return switch (question) {
      case Question.PickOne _, Question.Refer _ -> "one";
      case Question.PickMany _ -> "many";
      case Question.OpenText _ -> "text";
    };
  }

  static List<Option> options(Question question) {
    return switch (question) {
      case Question.PickOne(_, _, _, var options) -> options;
      case Question.PickMany(_, _, var options) -> options;
      case Question.Refer(_, var options) -> options;
      case Question.OpenText _ -> List.of();
    };
  }
}
