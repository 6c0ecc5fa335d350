package org.hearback.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.MatchNoDocsQuery;

/**
 * A theme as somebody typed it, one case, query or example a line. Nothing typed is lost: what is
 * wrong comes back with it.
 *
 * @param typed by the name of the field
 */
record ThemeForm(String key, Map<String, String> typed) {
  /** How the fields begin that say where a theme is mostly about. */
  static final String AREA = "area-";

  private static final int WHY_MOST = 200;

  private static final int NAME_MOST = 60;
  private static final int MEANS_MOST = 300;
  private static final int CASES_MOST = 10;
  private static final int CASE_MOST = 300;
  private static final int QUERIES_MOST = 400;
  private static final int EXAMPLES_MOST = 30;
  private static final int AREAS_MOST = 40;
  private static final int THEMES_MOST = 200; // with so many tagging is measured
  private static final Pattern AN_AREA = Pattern.compile("[a-z][a-z0-9-]{1,40}");

  ThemeForm {
    typed = Map.copyOf(typed);
  }

  /** A theme as it is, to be changed. */
  static ThemeForm of(Theme theme) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", theme.name());
    fields.put("means", theme.means());
    fields.put("counts", String.join("\n", theme.counts()));
    fields.put("not", String.join("\n", theme.not()));
    fields.put("unclear", String.join("\n", theme.unclear()));
    fields.put("polarity", theme.polarity().name());
    theme.areas().forEach(area -> fields.put(AREA + area, "yes"));
    for (var endings : Endings.ALL) {
      var language = endings.language();
      fields.put(queries(language), lines(theme.queries(), language));
      fields.put(examples(language), lines(theme.examples(), language));
    }
    return new ThemeForm(theme.key(), fields);
  }

  static String queries(String language) {
    return "queries-" + language;
  }

  static String examples(String language) {
    return "examples-" + language;
  }

  private static String lines(Map<String, List<String>> all, String language) {
    return String.join("\n", all.getOrDefault(language, List.of()));
  }

  String field(String name) {
    return typed.getOrDefault(name, "").strip();
  }

  /** Whether it is to be kept, and not only tried. */
  boolean isSaved() {
    return field("act").equals("save");
  }

  /** The version that it changes; 0 is the shipped one, or none. */
  int upon() {
    return field("upon").matches("[0-9]{1,6}") ? Integer.parseInt(field("upon")) : 0;
  }

  /** What has to be put right, by field, also where it is to stand in this book. */
  SequencedMap<String, String> wrong(ThemeBook book) {
    var wrong = wrong();
    var others = book.themes().stream().filter(theme -> !theme.key().equals(key)).toList();
    if (others.stream().anyMatch(theme -> theme.name().equalsIgnoreCase(field("name")))) {
      wrong.putFirst("name", "There is a theme of this name already");
    } else if (others.size() >= THEMES_MOST) {
      wrong.putFirst("name", "There are " + THEMES_MOST + " themes: take one out of use first");
    }
    wrongReason().ifPresent(reason -> wrong.put("why", reason));
    return wrong;
  }

  /** A reason is asked for when it is kept. */
  Optional<String> wrongReason() {
    if (field("why").length() > WHY_MOST) {
      return Optional.of("Make it " + WHY_MOST + " characters or fewer");
    }
    return isSaved() && field("why").isEmpty()
        ? Optional.of("Write why: others will ask")
        : Optional.empty();
  }

  /** What has to be put right, by field; empty when it is a theme. */
  SequencedMap<String, String> wrong() {
    var wrong = new LinkedHashMap<String, String>();
    limit(wrong, "name", "a name", NAME_MOST);
    limit(wrong, "means", "what the theme is about", MEANS_MOST);
    for (var cases : List.of("counts", "not", "unclear")) {
      many(wrong, cases, CASES_MOST, CASE_MOST);
    }
    for (var endings : Endings.ALL) {
      var queries = queries(endings.language());
      many(wrong, queries, QUERIES_MOST, Asked.LENGTH_MAX);
      many(wrong, examples(endings.language()), EXAMPLES_MOST, CASE_MOST);
      for (var query : lines(queries)) {
        if (!isQuery(query, endings)) {
          wrong.putIfAbsent(
              queries,
              "Look at this query again, each quotation mark and bracket needs its partner: "
                  + query);
        }
      }
    }
    if (lines(queries(Endings.ENGLISH.language())).isEmpty()) {
      wrong.put(queries(Endings.ENGLISH.language()), "Write one query in English, or more");
    }
    return wrong;
  }

  private void limit(Map<String, String> wrong, String field, String what, int most) {
    if (field(field).isEmpty()) {
      wrong.put(field, "Write " + what);
    } else if (field(field).length() > most) {
      wrong.put(field, "Make it " + most + " characters or fewer");
    }
  }

  private void many(Map<String, String> wrong, String field, int most, int longest) {
    var lines = lines(field);
    if (lines.size() > most) {
      wrong.put(field, "Make it " + most + " lines or fewer");
    } else if (lines.stream().anyMatch(line -> line.length() > longest)) {
      wrong.put(field, "Make each line " + longest + " characters or fewer");
    }
  }

  private static boolean isQuery(String query, Endings endings) {
    long marks = query.chars().filter(sign -> sign == '"').count();
    long opened = query.chars().filter(sign -> sign == '(').count();
    long closed = query.chars().filter(sign -> sign == ')').count();
    var fields = List.of(Analysis.FOLDED, endings.field());
    return marks % 2 == 0
        && opened == closed
        && !(Asked.stored(query, fields) instanceof MatchNoDocsQuery);
  }

  private List<String> lines(String field) {
    return field(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The theme that was typed; what the form does not ask for stays. */
  Theme theme(Theme before) {
    var queries = new LinkedHashMap<String, List<String>>();
    var examples = new LinkedHashMap<String, List<String>>();
    for (var endings : Endings.ALL) {
      var language = endings.language();
      queries.put(language, new ArrayList<>(lines(queries(language))));
      examples.put(language, new ArrayList<>(lines(examples(language))));
    }
    return new Theme(
        key,
        field("name"),
        field("means"),
        lines("counts"),
        lines("not"),
        lines("unclear"),
        polarity(before),
        areas(before.areas()),
        queries,
        examples);
  }

  /** Those that are ticked: first those that were, in their order. */
  List<String> areas(List<String> before) {
    var ticked =
        typed.keySet().stream()
            .filter(field -> field.startsWith(AREA))
            .map(field -> field.substring(AREA.length()))
            .filter(area -> AN_AREA.matcher(area).matches())
            .sorted()
            .limit(AREAS_MOST)
            .toList();
    return Stream.concat(
            before.stream().filter(ticked::contains),
            ticked.stream().filter(area -> !before.contains(area)))
        .toList();
  }

  private Theme.Polarity polarity(Theme before) {
    for (var polarity : Theme.Polarity.values()) {
      if (polarity.name().equals(field("polarity"))) {
        return polarity;
      }
    }
    return before.polarity();
  }
}
