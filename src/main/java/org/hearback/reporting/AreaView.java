package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Shown;
import org.hearback.form.CoreItem;
import org.hearback.journey.AreaNames;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/** The models of the area pages: figures in words, and what each of them is a figure of. */
@Singleton
final class AreaView {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final ServiceAreas areas;
  private final AreaNames names;
  private final Symbols symbols;
  private final ThemeFiguresView themes;

  AreaView(ServiceAreas areas, AreaNames names, Symbols symbols, ThemeFiguresView themes) {
    this.areas = areas;
    this.names = names;
    this.symbols = symbols;
    this.themes = themes;
  }

  /** An analyst sees all; a manager their areas and what lies below. */
  boolean to(Staff staff, String area) {
    return staff.roles().contains(Role.ANALYST)
        || staff.areas().isEmpty()
        || areas.upwards(area).stream().anyMatch(staff.areas()::contains);
  }

  Map<String, Object> list(Predicate<String> visible) {
    var rows = new ArrayList<Map<String, Object>>();
    collect(rows, areas.council(), visible);
    return Map.of("areas", rows);
  }

  private void collect(List<Map<String, Object>> rows, String area, Predicate<String> visible) {
    if (visible.test(area)) {
      rows.add(
          Map.of("key", area, "name", names.name(area), "depth", areas.upwards(area).size() - 1));
    }
    areas.children(area).forEach(below -> collect(rows, below, visible));
  }

  Map<String, Object> area(String area, Optional<Published> newest) {
    var model = new HashMap<String, Object>();
    model.put("area", area);
    model.put("name", names.name(area));
    model.put(
        "formerly",
        names.formerly(area).stream()
            .map(former -> Map.of("name", former.name(), "until", day(former.until())))
            .toList());
    model.put("published", newest.isPresent());
    newest.ifPresent(published -> {
      model.put("madeOn", day(published.madeOn()));
      model.put("quarter", time(published.release().quarter()));
      model.put(
          "groups",
          Arrays.stream(AudienceGroup.values())
              .map(group -> group(area, group, published))
              .toList());
      model.put("themed", ThemeFiguresView.isIn(published));
      model.put("themes", themes.of(area, published));
      model.put("books", themes.books(published));
    });
    return model;
  }

  /** What stands in the place of each figure of an area, in no particular order. */
  List<String> symbols(String area, Published published) {
    return Arrays.stream(AudienceGroup.values())
        .flatMap(group ->
            Arrays.stream(CoreItem.values())
                .map(item -> symbols.here(area, group, item, published)))
        .toList();
  }

  private Map<String, Object> group(String area, AudienceGroup group, Published published) {
    var byKind = new EnumMap<CoreItem.Kind, List<Map<String, Object>>>(CoreItem.Kind.class);
    for (var kind : CoreItem.Kind.values()) {
      byKind.put(kind, rows(area, group, kind, published));
    }
    // Seven rows that all say the same are told once.
    boolean silent =
        byKind.values().stream()
            .flatMap(List::stream)
            .allMatch(row ->
                Set.of("0", "z").contains(row.get("here")) && row.get("found").equals(false));
    var parts =
        byKind.entrySet().stream()
            .map(part ->
                Map.<String, Object>of(
                    "title", AreaWords.title(part.getKey()), "rows", part.getValue()))
            .toList();
    return Map.of(
        "key", group.name(), "title", AreaWords.title(group), "silent", silent, "parts", parts);
  }

  private List<Map<String, Object>> rows(
      String area, AudienceGroup group, CoreItem.Kind kind, Published published) {
    return Arrays.stream(CoreItem.values())
        .filter(item -> item.kind() == kind)
        .map(item -> row(area, group, item, published))
        .toList();
  }

  private Map<String, Object> row(
      String area, AudienceGroup group, CoreItem item, Published published) {
    var row = new HashMap<String, Object>();
    row.put("item", AreaWords.title(item));
    var here = symbols.here(area, group, item, published);
    row.put("here", here);
    switch (published.release().shownFor(area, group, item, areas)) {
      case Shown.TooFew _ -> {
        row.put("found", false);
        row.put("why", AreaWords.nothing(here));
      }
      case Shown.Found found -> {
        row.put("found", true);
        row.put("rolledUp", found.widerArea() || found.longerTime());
        row.put("share", Symbols.share(found.figure()));
        row.put("base", found.figure().base());
        row.put("why", AreaWords.rolledUp(here));
        row.put("of", names.name(found.figure().area()) + ", " + time(found.figure().span()));
      }
    }
    return row;
  }

  static String time(CellSpan span) {
    var last = span.lastMonth();
    var end = last.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + last.getYear();
    return span.twelveMonths()
        ? "12 months to " + end
        : span.firstMonth().getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " to " + end;
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
