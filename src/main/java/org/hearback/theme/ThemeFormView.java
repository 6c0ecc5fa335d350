package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.journey.ServiceAreas;

/** Turns what somebody types for a theme into what the page shows. */
@Singleton
final class ThemeFormView {
  private final Wording wording;
  private final ServiceAreas areas;

  ThemeFormView(Wording wording, ServiceAreas areas) {
    this.wording = wording;
    this.areas = areas;
  }

  /**
   * @param upon the version that is changed
   * @param wrong by field
   * @param tried what it would do to the comments of today; empty when it was not tried
   */
  Map<String, Object> of(
      ThemeForm form, int upon, Map<String, String> wrong, Map<String, Object> tried) {
    var model = new HashMap<String, Object>();
    model.put("upon", upon);
    model.put("fields", fields(form));
    model.put("areas", areas(form));
    model.put("languages", languages(form, wrong));
    model.put("wrong", wrong);
    model.put("tried", tried);
    return model;
  }

  private static Map<String, String> fields(ThemeForm form) {
    var fields = new HashMap<String, String>();
    for (var name : List.of("name", "means", "counts", "not", "unclear", "polarity", "why")) {
      fields.put(name, form.field(name));
    }
    return fields;
  }

  /** The tree from below the council on, and what stands in the book without being in the tree. */
  private List<Map<String, Object>> areas(ThemeForm form) {
    var all = new ArrayList<Map<String, Object>>();
    var chosen = form.areas(List.of());
    areas.children(areas.council()).forEach(area -> add(area, chosen, all));
    chosen.stream()
        .filter(area -> !areas.parents().containsKey(area))
        .forEach(area -> all.add(area(area, true)));
    return all;
  }

  private void add(String area, List<String> chosen, List<Map<String, Object>> all) {
    all.add(area(area, chosen.contains(area)));
    areas.children(area).forEach(below -> add(below, chosen, all));
  }

  private Map<String, Object> area(String area, boolean chosen) {
    return Map.of("field", ThemeForm.AREA + area, "name", wording.area(area), "chosen", chosen);
  }

  /** One with a mistake is open, so that it is seen. */
  private List<Map<String, Object>> languages(ThemeForm form, Map<String, String> wrong) {
    var languages = new ArrayList<Map<String, Object>>();
    for (var endings : Endings.ALL) {
      var tag = endings.language();
      var queries = ThemeForm.queries(tag);
      var examples = ThemeForm.examples(tag);
      var language = new HashMap<String, Object>();
      language.put("tag", tag);
      language.put("name", wording.language(tag));
      language.put("queriesName", queries);
      language.put("queries", form.field(queries));
      language.put("examplesName", examples);
      language.put("examples", form.field(examples));
      language.put(
          "open",
          endings == Endings.ENGLISH || wrong.containsKey(queries) || wrong.containsKey(examples));
      languages.add(language);
    }
    return languages;
  }
}
