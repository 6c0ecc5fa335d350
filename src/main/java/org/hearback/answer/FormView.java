package org.hearback.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.anonymity.Due;
import org.hearback.form.Before;
import org.hearback.form.Condition;
import org.hearback.form.Form;
import org.hearback.form.Option;
import org.hearback.form.Pictures;
import org.hearback.form.Question;
import org.hearback.form.Words;
import org.hearback.journey.Audience;

/**
 * What the form's template shows, in one language, with what was typed and what is wrong with it.
 */
final class FormView {
  private static final int LINES_SHORT = 2;
  private static final int LINES = 6;

  private final Form form;
  private final String language;
  private final boolean writing;
  private final Words words;
  private final Pictures pictures;
  private final Map<String, List<String>> typed;
  private final Map<String, String> errors;

  /**
   * @param writing whether words in this language are read by somebody; else only ticks are asked
   *     for
   */
  FormView(
      Form form,
      String language,
      boolean writing,
      Words words,
      Pictures pictures,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    this.form = form;
    this.language = language;
    this.writing = writing;
    this.words = words;
    this.pictures = pictures;
    this.typed = typed;
    this.errors = errors;
  }

  List<Map<String, String>> before(String council, int traceWeeks) {
    var args =
        Map.<String, Object>of(
            "council", council, "weeks", traceWeeks, "days", Due.WORKING_DAYS_MOST);
    return Before.keys(form).stream()
        .map(key ->
            Map.of(
                "lead", words.text(language, key + ".lead"),
                "text", words.text(language, key, args),
                "picture", picture(key, false).orElse(""),
                "routes", key.endsWith(".complaint") ? "after it" : ""))
        .toList();
  }

  /** The line that listens to people like these: Childline ends at 19. */
  String talkTo() {
    return switch (form.audience()) {
      case CHILD, YOUNG_PERSON -> "childline";
      case CARE_LEAVER, PARENT, CARER, STAFF, PARTNER -> "samaritans";
    };
  }

  /** Children, young people and families: those with whom somebody may look over the shoulder. */
  boolean family() {
    return form.audience() != Audience.STAFF && form.audience() != Audience.PARTNER;
  }

  /** A sentence whose numbers the script puts in: {0}, {1} stand where they go. */
  String gaps(String key, String... places) {
    var args = new HashMap<String, Object>();
    for (var place : places) {
      args.put(place, "{" + args.size() + "}");
    }
    return words.text(language, key, args);
  }

  String lead() {
    int number = asked().size() + (ScribeView.isAsked(form) ? 1 : 0);
    return words.text(language, "before.lead", Map.of("questions", number));
  }

  /** Whether a place to write is missing because nobody reads the language. */
  boolean unread() {
    return asked().size() < form.questions().size();
  }

  /** One line for each thing that is wrong, with the address of the field it speaks of. */
  List<Map<String, String>> summary() {
    var lines = new ArrayList<Map<String, String>>();
    if (errors.containsKey("")) {
      var first = form.questions().getFirst();
      var text = words.text(language, errors.get(""));
      lines.add(Map.of("href", "#" + field(first.key()), "text", text));
    }
    for (var question : form.questions()) {
      if (errors.containsKey(question.key())) {
        lines.add(Map.of("href", "#" + field(question.key()), "text", error(question)));
      }
    }
    return lines;
  }

  /** As they are asked: an adult who helps says first who they are, anybody else last. */
  List<Map<String, Object>> questions() {
    var views = asked().stream().map(this::question).toList();
    var helper = ScribeView.of(form, language, words, typed).stream();
    var all =
        (form.use() == Form.Use.SCRIBED
                ? Stream.concat(helper, views.stream())
                : Stream.concat(views.stream(), helper))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      var args = Map.<String, Object>of("number", i + 1, "total", all.size());
      all.get(i).put("count", words.text(language, "step.count", args));
    }
    return all;
  }

  private List<Question> asked() {
    return form.questions().stream().filter(this::isAsked).toList();
  }

  private boolean isAsked(Question question) {
    return switch (question) {
      case Question.OpenText text -> writing || typed.containsKey(text.key());
      case Question.PickOne _, Question.PickMany _, Question.Refer _ -> true;
    };
  }

  private Map<String, Object> question(Question question) {
    var view = new HashMap<String, Object>();
    view.put("id", "q-" + question.key());
    view.put("text", sentence(question.key()));
    view.put("picture", picture(form.wordsOf(question.key()), false).orElse(null));
    view.put("when", form.condition(question).map(FormView::json).orElse(null));
    view.put("dangerous", question.options().stream().anyMatch(FormView::dangerous));
    view.put("refers", question instanceof Question.Refer);
    view.put("kind", kind(question));
    view.put(
        "field",
        switch (question) {
          case Question.PickOne _, Question.PickMany _, Question.Refer _ -> tickedField(question);
          case Question.OpenText text -> typedField(text);
        });
    return view;
  }

  /** The options of GOV.UK's radios or checkboxes. */
  private Map<String, Object> tickedField(Question question) {
    var view = sharedByFields(question);
    view.put("idPrefix", field(question.key()));
    var fieldset = new HashMap<String, Object>();
    // The legend is the question's heading, to which the script moves the focus.
    fieldset.put("legend", Map.of("html", "answer/asked", "classes", "hb-legend"));
    if (question instanceof Question.PickOne one && one.look().hasFaces()) {
      fieldset.put("classes", "hb-faces");
    }
    view.put("fieldset", fieldset);
    view.put("items", items(question));
    return view;
  }

  /** The options of GOV.UK's textarea with a count. */
  private Map<String, Object> typedField(Question.OpenText question) {
    var view = sharedByFields(question);
    view.put("id", field(question.key()));
    var heading = Map.of("classes", "hb-heading hb-legend", "attributes", Map.of("tabindex", -1));
    var label = new HashMap<String, Object>(Map.of("text", sentence(question.key())));
    label.put("heading", heading);
    label.put("picture", picture(form.wordsOf(question.key()), false).orElse(null));
    view.put("label", label);
    view.put("rows", question.isShort() ? LINES_SHORT : LINES);
    view.put("maxlength", question.lengthMax());
    view.put(
        "textareaDescriptionText",
        words.text(language, "hint.max", Map.of("max", question.lengthMax())));
    view.put("spellcheck", false);
    view.put("attributes", Map.of("dir", "auto", "autocomplete", "off"));
    view.put("value", String.join("\n", typed.getOrDefault(question.key(), List.of())));
    return view;
  }

  private Map<String, Object> sharedByFields(Question question) {
    var key = question.key();
    var view = new HashMap<String, Object>();
    view.put("name", key);
    view.put("hintId", "h-" + key);
    view.put("errorId", "e-" + key);
    hint(question).ifPresent(text -> view.put("hint", Map.of("text", text)));
    if (errors.containsKey(key)) {
      var before = words.text(language, "error.before");
      view.put("errorMessage", Map.of("text", error(question), "visuallyHiddenText", before));
    }
    return view;
  }

  private List<Map<String, Object>> items(Question question) {
    var ticked = typed.getOrDefault(question.key(), List.of());
    boolean faces = question instanceof Question.PickOne one && one.look().hasFaces();
    var items = new ArrayList<Map<String, Object>>();
    for (var option : question.options()) {
      var item = new HashMap<String, Object>();
      var key = form.wordsOf(question, option);
      item.put("id", field(question.key()) + (items.isEmpty() ? "" : "-" + option.key()));
      item.put("value", option.key());
      item.put("text", words.text(language, key));
      item.put("checked", ticked.contains(option.key()));
      item.put("picture", picture(key, faces).orElse(null));
      if (dangerous(option)) {
        item.put("attributes", Map.of("data-danger", "help"));
      }
      items.add(item);
    }
    return items;
  }

  /** Faces belong to their words; other drawings help small children and readers of Easy Read. */
  private Optional<String> picture(String key, boolean face) {
    boolean helps =
        switch (form.audience()) {
          case CHILD -> true;
          case YOUNG_PERSON, CARE_LEAVER, PARENT, CARER, STAFF, PARTNER ->
              language.equals(Words.EASY_READ);
        };
    return face || helps ? pictures.of(key) : Optional.empty();
  }

  private Optional<String> hint(Question question) {
    return switch (question) {
      case Question.PickOne _, Question.Refer _ -> Optional.empty();
      case Question.PickMany _ -> Optional.of(words.text(language, "hint.many"));
      case Question.OpenText _ -> Optional.of(words.text(language, "hint.text"));
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

  static String field(String key) {
    return "f-" + key;
  }

  /** For the script, which shows and hides; keys hold nothing that JSON would have to escape. */
  private static String json(Condition condition) {
    return condition.ticked().entrySet().stream()
        .map(entry ->
            entry.getValue().stream()
                .map(option -> "\"" + option + "\"")
                .collect(Collectors.joining(",", "\"" + entry.getKey() + "\":[", "]")))
        .collect(Collectors.joining(",", "{", "}"));
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
}
