package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hearback.access.Staff;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * How many of the found comments stand where, in words, each with the address that narrows the
 * search to them. True counts: who reads the rows may count them. They do not leave this room.
 */
@Singleton
final class Counts {
  private static final int SHOWN_MOST = 12;

  // A comment may stand under more than one value of these.
  private static final Set<String> SEVERAL =
      Set.of(CommentDocument.THEME, CommentDocument.MENTIONS, CommentDocument.POINTS);

  private final Wording wording;
  private final ServiceAreas areas;
  private final Keys keys;

  Counts(Wording wording, ServiceAreas areas, Keys keys) {
    this.wording = wording;
    this.areas = areas;
    this.keys = keys;
  }

  /**
   * One list a part of the label that still divides what was found. Each number is what the page
   * finds to which it leads.
   */
  List<Map<String, Object>> of(
      Found found, SearchRequest asked, Staff staff, Function<SearchRequest, String> address) {
    var parts =
        List.of(
            new Part(
                "Theme", CommentDocument.THEME, all(found, CommentDocument.THEME), wording::theme),
            new Part(
                Wording.POINTS,
                CommentDocument.POINTS,
                all(found, CommentDocument.POINTS),
                wording::points),
            new Part(
                "Service area",
                CommentDocument.IN_AREA,
                below(asked.filter(), staff),
                wording::area),
            new Part(
                "Who said it", CommentDocument.GROUP, who(found, asked.filter()), Who::inWords),
            new Part("Age", CommentDocument.GROUP, ages(found, asked.filter()), Who::inWords),
            new Part(
                "Milestone",
                CommentDocument.MILESTONE,
                all(found, CommentDocument.MILESTONE),
                wording::milestone),
            new Part(
                "When",
                CommentDocument.IN_PERIOD,
                within(found, asked.filter().period()),
                wording::period),
            new Part(
                "Language",
                CommentDocument.LANGUAGE,
                all(found, CommentDocument.LANGUAGE),
                wording::language),
            new Part(
                Mentions.TITLE,
                CommentDocument.MENTIONS,
                all(found, CommentDocument.MENTIONS),
                wording::mentioned));
    var lists = new ArrayList<Map<String, Object>>();
    for (var part : parts) {
      var chosen = chosen(part, asked);
      var rows = rows(part, found, asked, chosen, address);
      if (rows.size() > (chosen.isEmpty() ? 1 : 0)) {
        var shown = rows.stream().limit(SHOWN_MOST).toList();
        int more = rows.size() - shown.size();
        lists.add(Map.of("title", part.title(), "rows", inOrder(part, shown), "more", more));
      }
    }
    return lists;
  }

  private record Part(
      String title, String name, List<String> values, UnaryOperator<String> inWords) {}

  /** What is asked for already of a part of which a comment may have several. */
  private Set<String> chosen(Part part, SearchRequest asked) {
    var chosen = new HashSet<String>();
    if (SEVERAL.contains(part.name())) {
      chosen.add(SearchRequest.chosen(asked.filter()).getOrDefault(part.name(), ""));
      for (var word : asked.words().split("\\s+")) {
        keys.find(word)
            .filter(term -> term.field().equals(part.name()))
            .ifPresent(term -> chosen.add(term.text()));
      }
      chosen.remove("");
    }
    return chosen;
  }

  /** The most frequent first. */
  private List<Map<String, Object>> rows(
      Part part,
      Found found,
      SearchRequest asked,
      Set<String> chosen,
      Function<SearchRequest, String> address) {
    var counted = found.counts().getOrDefault(part.name(), Map.of());
    return part.values().stream()
        .filter(value -> counted.containsKey(value) && !chosen.contains(value))
        .sorted(Comparator.comparing(value -> -counted.getOrDefault(value, 0)))
        .flatMap(value ->
            narrowed(part.name(), value, asked).stream()
                .map(narrower ->
                    Map.<String, Object>of(
                        "value", value,
                        "text", part.inWords().apply(value),
                        "count", counted.getOrDefault(value, 0),
                        "address", address.apply(narrower))))
        .toList();
  }

  private static List<Map<String, Object>> inOrder(Part part, List<Map<String, Object>> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(row -> part.values().indexOf(row.get("value").toString())))
        .toList();
  }

  /**
   * A second value of the same part goes among the words: in the place of the first it would lead
   * to all comments under it. Empty where it cannot be said there.
   */
  private Optional<SearchRequest> narrowed(String part, String value, SearchRequest asked) {
    var before = SearchRequest.chosen(asked.filter()).getOrDefault(part, "");
    if (before.isEmpty() || !SEVERAL.contains(part)) {
      return Optional.of(asked.with(asked.filter().with(part, value)));
    }
    var word = part + ":" + value;
    var words = (word + " " + asked.words()).strip();
    boolean possible =
        asked.like().isEmpty()
            && keys.find(word).isPresent()
            && !asked.words().startsWith("|")
            && words.length() <= Asked.LENGTH_MAX;
    return possible ? Optional.of(asked.as(words)) : Optional.empty();
  }

  private static List<String> all(Found found, String part) {
    return List.copyOf(found.counts().getOrDefault(part, Map.of()).keySet());
  }

  /** The groups; of one that was chosen its audiences. */
  private static List<String> who(Found found, Filter filter) {
    var all = all(found, CommentDocument.GROUP);
    if (filter.group().isEmpty()) {
      return all.stream().filter(value -> Who.group(value).isPresent()).toList();
    }
    var within = Who.within(filter.group());
    return all.stream().filter(within::contains).toList();
  }

  /** Of children and young people; a search that has chosen one audience has no room for an age. */
  private static List<String> ages(Found found, Filter filter) {
    return filter.group().equals(AudienceGroup.CHILD_AND_YOUNG_PERSON.name())
        ? all(found, CommentDocument.GROUP).stream().filter(Who::isAge).toList()
        : List.of();
  }

  /** The areas right below the one that was chosen, or below what the asker may see. */
  private List<String> below(Filter filter, Staff staff) {
    if (areas.knows(filter.area())) {
      return areas.children(filter.area());
    }
    var roots = staff.areas().isEmpty() ? Set.of(areas.council()) : staff.areas();
    return roots.size() == 1
        ? areas.children(roots.iterator().next())
        : roots.stream().sorted().toList();
  }

  /** Years; within a year its quarters, and within a quarter its months; newest first. */
  private static List<String> within(Found found, String period) {
    return all(found, CommentDocument.IN_PERIOD).stream()
        .filter(value ->
            switch (period.length()) {
              case 0 -> value.length() == 4;
              case 4 -> value.startsWith(period) && value.contains("Q");
              default -> value.length() == 7 && new Period(value).upwards().contains(period);
            })
        .filter(value -> !value.equals(period))
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
