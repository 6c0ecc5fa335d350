package org.hearback.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The English words under which answers were given, as {@code forms/published.properties} keeps
 * them. Who changes a question changes what people have said to it; a new meaning is a new version
 * with a new key. Pure.
 */
final class PublishedWords {
  static final String PATH = "forms/published.properties";

  private PublishedWords() {}

  /**
   * What stands in {@code i18n/} otherwise than when it was published, for whoever changed it;
   * empty when all is as it was.
   *
   * @param published the text of the file
   */
  static List<String> problems(String published, List<Form> forms, Words words) {
    var kept = Words.sentences(published);
    var problems = new ArrayList<String>();
    var needed = new TreeSet<String>();
    forms.forEach(form -> needed.addAll(FormWords.own(form)));
    var now = words.sentences(Locale.ENGLISH);
    for (var key : needed) {
      problem(key, kept, now, problems);
    }
    kept.keySet().stream()
        .filter(key -> !needed.contains(key))
        .sorted()
        .forEach(key -> problems.add(PATH + " keeps " + key + ", which no published form has"));
    return problems;
  }

  private static void problem(
      String key, Map<String, String> kept, Map<String, String> now, List<String> problems) {
    var was = kept.getOrDefault(key, "");
    var is = now.getOrDefault(key, "");
    if (was.isEmpty()) {
      problems.add("%s lacks the words of a published form: %s = %s".formatted(PATH, key, is));
    } else if (!was.equals(is)) {
      problems.add(
          ("%s was published as “%s” and now says “%s”. Another meaning needs another key in a new"
                  + " version; a typing error is mended in %s as well")
              .formatted(key, was, is, PATH));
    }
  }
}
