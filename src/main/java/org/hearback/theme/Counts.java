package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

  private final Wording wording;
  private final ServiceAreas areas;

  Counts(Wording wording, ServiceAreas areas) {
    this.wording = wording;
    this.areas = areas;
  }

  /** One list a part of the label that still divides what was found. */
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
      var rows = rows(part, found, asked, address);
      if (rows.size() > 1) {
        lists.add(Map.of("title", part.title(), "rows", rows));
      }
    }
    return lists;
  }

  private record Part(
      String title, String name, List<String> values, UnaryOperator<String> inWords) {}

  private static List<Map<String, Object>> rows(
      Part part, Found found, SearchRequest asked, Function<SearchRequest, String> address) {
    var counted = found.counts().getOrDefault(part.name(), Map.of());
    var most =
        part.values().stream()
            .sorted(Comparator.comparing(value -> -counted.getOrDefault(value, 0)))
            .limit(SHOWN_MOST)
            .collect(Collectors.toSet());
    return part.values().stream()
        .filter(value -> counted.containsKey(value) && most.contains(value))
        .map(value ->
            Map.<String, Object>of(
                "text", part.inWords().apply(value),
                "count", counted.getOrDefault(value, 0),
                "address", address.apply(asked.with(asked.filter().with(part.name(), value)))))
        .toList();
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
