package org.hearback.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A component of GOV.UK Frontend that respondents' pages use, how a page calls ours, and which of
 * GOV.UK's options ours takes. This list alone decides which fixtures are tried: a fixture that
 * passes only options of the list has to pass.
 *
 * @param call the arguments, in the words of a template that has the options as {@code options}
 * @param taken paths of options, {@code []} for each of a list
 */
record Component(String name, String call, Set<String> taken) {
  private static final List<String> WORDS = List.of("text", "html");
  private static final List<String> LOOK = List.of("classes", "attributes");
  private static final List<String> SAID = joined(WORDS, LOOK);
  private static final List<String> FIELD =
      joined(
          LOOK,
          List.of("formGroup", "hint", "errorMessage", "errorMessage.visuallyHiddenText"),
          below("formGroup", LOOK),
          below("hint", SAID),
          below("errorMessage", SAID));
  private static final List<String> LABELLED =
      joined(FIELD, List.of("id", "name", "value", "spellcheck", "label"), below("label", SAID));
  private static final List<String> SET =
      joined(
          FIELD,
          List.of("idPrefix", "name"),
          List.of("fieldset", "fieldset.describedBy", "fieldset.legend", "fieldset.legend.classes"),
          below("fieldset", LOOK),
          below("fieldset.legend", WORDS),
          List.of("items", "items[].divider", "items[].hint", "items[].label"),
          below("items[]", List.of("id", "value", "checked", "attributes")),
          below("items[]", WORDS),
          below("items[].hint", SAID),
          below("items[].label", LOOK));

  static final List<Component> ALL =
      List.of(
          of("button", "${options.text}, ${options}", SAID, "type", "name", "value", "id", "href"),
          of(
              "character-count",
              "${options}",
              LABELLED.stream().filter(path -> !path.equals("formGroup.attributes")).toList(),
              "rows",
              "maxlength",
              "threshold",
              "countType",
              "textareaDescriptionText",
              "countMessage",
              "countMessage.classes"),
          of("checkboxes", "${options}", SET, "values", "describedBy"),
          of("error-message", "${options}, ${options.id}", SAID, "id", "visuallyHiddenText"),
          of(
              "error-summary",
              "${options.titleText}, ${options}",
              joined(LOOK, below("errorList[]", WORDS)),
              "titleText",
              "errorList",
              "errorList[].href",
              "errorList[].attributes"),
          of(
              "exit-this-page",
              "${options}",
              SAID,
              "id",
              "redirectUrl",
              "activatedText",
              "timedOutText",
              "pressTwoMoreTimesText",
              "pressOneMoreTimeText"),
          of(
              "fieldset",
              "${options}, ${options.describedBy}, ${options.html} ? ~{${options.html}} : ~{}",
              joined(LOOK, below("legend", WORDS)),
              "html",
              "describedBy",
              "legend",
              "legend.classes"),
          of("hint", "${options}, ${options.id}, ''", SAID, "id"),
          of(
              "input",
              "${options}",
              LABELLED,
              "type",
              "autocomplete",
              "autocapitalize",
              "inputmode",
              "describedBy"),
          of("label", "${options}, ${options.for}, '', ${options}", SAID, "for"),
          of("radios", "${options}", SET, "value"),
          of("skip-link", "${options.text}, ${options}", SAID, "href"),
          of("textarea", "${options}, ~{}", LABELLED, "rows", "autocomplete", "describedBy"));

  private static Component of(String name, String call, List<String> shared, String... own) {
    return new Component(name, call, Set.copyOf(joined(shared, List.of(own))));
  }

  @SafeVarargs
  private static List<String> joined(List<String>... lists) {
    var all = new TreeSet<String>();
    for (var list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }

  private static List<String> below(String path, List<String> options) {
    return options.stream().map(option -> path + "." + option).toList();
  }

  /** The first option that ours does not take. */
  Optional<String> notTaken(Map<String, Object> options) {
    var paths = new ArrayList<String>();
    collect("", options, paths);
    return paths.stream().filter(path -> !taken.contains(path)).findFirst();
  }

  private static void collect(String path, @Nullable Object value, List<String> paths) {
    if (path.equals("attributes") || path.endsWith(".attributes")) {
      // Any name may stand in there.
      return;
    }
    switch (value) {
      case Map<?, ?> options ->
          options.forEach((name, option) -> {
            var below = path.isEmpty() ? String.valueOf(name) : path + "." + name;
            paths.add(below);
            collect(below, option, paths);
          });
      case List<?> items -> items.forEach(item -> collectItem(path + "[]", item, paths));
      case null, default -> {}
    }
  }

  private static void collectItem(String path, @Nullable Object item, List<String> paths) {
    if (item == null || Boolean.FALSE.equals(item) || "".equals(item)) {
      // A hole in a list: GOV.UK steps over it, we make none.
      paths.add(path + " empty");
    } else {
      collect(path, item, paths);
    }
  }
}
