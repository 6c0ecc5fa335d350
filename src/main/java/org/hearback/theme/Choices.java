package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hearback.access.Staff;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/** What can be chosen in the filters of the search page. */
@Singleton
final class Choices {
  private final Search search;
  private final Wording wording;
  private final ServiceAreas areas;
  private final ThemeBooks themes;
  private final Mentions mentions;

  Choices(
      Search search, Wording wording, ServiceAreas areas, ThemeBooks themes, Mentions mentions) {
    this.search = search;
    this.wording = wording;
    this.areas = areas;
    this.themes = themes;
    this.mentions = mentions;
  }

  /** What stands on labels, and what comments say, by people's word or as a program finds it. */
  List<Map<String, Object>> of(Staff staff, Filter chosen) {
    var all = new ArrayList<>(ofLabels(staff, chosen));
    all.add(select("theme", "Theme", themes(), chosen.theme()));
    all.add(select("points", Wording.POINTS, sides(), chosen.points()));
    return all;
  }

  /** One select element a filter: its name, its label, the options and which of them is chosen. */
  List<Map<String, Object>> ofLabels(Staff staff, Filter chosen) {
    var values =
        search.values(
            List.of(
                CommentDocument.GROUP,
                CommentDocument.MILESTONE,
                CommentDocument.IN_PERIOD,
                CommentDocument.LANGUAGE),
            staff);
    return List.of(
        select("area", "Service area", areas(staff), chosen.area()),
        select("group", "Who said it", who(values.get(CommentDocument.GROUP)), chosen.group()),
        select(
            "milestone",
            "Milestone",
            options(values.get(CommentDocument.MILESTONE), wording::milestone),
            chosen.milestone()),
        select(
            "period",
            "When",
            options(values.get(CommentDocument.IN_PERIOD), wording::period).reversed(),
            chosen.period()),
        select(
            "language",
            "Language",
            options(values.get(CommentDocument.LANGUAGE), wording::language),
            chosen.language()));
  }

  /** All of it, and whom else a comment talks about. */
  List<Map<String, Object>> withMentions(Staff staff, Filter chosen) {
    var all = new ArrayList<>(of(staff, chosen));
    var options =
        mentions.keys().stream()
            .map(key -> option(key, mentions.name(key)))
            .sorted(Comparator.comparing(option -> option.get("text")))
            .toList();
    all.add(select("mentions", Mentions.TITLE, options, chosen.mentions()));
    return all;
  }

  /** The one area that a search is about, as far as there is one. */
  String area(Staff staff, Filter chosen) {
    if (areas.knows(chosen.area())) {
      return chosen.area();
    }
    return staff.areas().size() == 1 ? staff.areas().iterator().next() : areas.council();
  }

  private static Map<String, Object> select(
      String name, String title, List<Map<String, String>> options, String chosen) {
    return Map.of("name", name, "title", title, "options", options, "chosen", chosen);
  }

  /** The tree from the top, or only what the asker may see of it. */
  private List<Map<String, String>> areas(Staff staff) {
    var options = new ArrayList<Map<String, String>>();
    var roots = staff.areas().isEmpty() ? Set.of(areas.council()) : staff.areas();
    roots.stream().sorted().forEach(root -> addTree(root, "", options));
    return options;
  }

  private void addTree(String area, String indent, List<Map<String, String>> options) {
    options.add(option(area, indent + wording.area(area)));
    areas.children(area).forEach(below -> addTree(below, indent + "\u2003", options));
  }

  private List<Map<String, String>> themes() {
    return themes.now().themes().stream().map(theme -> option(theme.key(), theme.name())).toList();
  }

  private List<Map<String, String>> sides() {
    return Arrays.stream(Side.values())
        .map(side -> option(side.key(), wording.points(side.key())))
        .toList()
        .reversed();
  }

  /** Each group with its audiences below it, and the ages that stand on any label. */
  private List<Map<String, String>> who(List<String> values) {
    var options = new ArrayList<Map<String, String>>();
    for (var group : AudienceGroup.values()) {
      options.add(option(group.name(), Who.inWords(group.name())));
      Who.within(group.name())
          .forEach(audience -> options.add(option(audience, "\u2003" + Who.inWords(audience))));
    }
    values.stream()
        .filter(Who::isAge)
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .forEach(age -> options.add(option(age, Who.inWords(age))));
    return options;
  }

  private static List<Map<String, String>> options(
      List<String> values, UnaryOperator<String> inWords) {
    return values.stream()
        .sorted(Comparator.naturalOrder())
        .map(value -> option(value, inWords.apply(value)))
        .toList();
  }

  private static Map<String, String> option(String value, String text) {
    return Map.of("value", value, "text", text);
  }
}
