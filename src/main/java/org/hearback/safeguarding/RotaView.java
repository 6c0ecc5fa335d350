package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Shift;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.TraceTime;
import org.hearback.form.Forms;
import org.hearback.form.Words;

/** What the page of the rota shows: day by day, and what is missing. */
@Singleton
final class RotaView {
  static final int DAYS = 28;
  static final int HOLIDAYS_KNOWN_MIN = 60;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
  private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final String ONE_DAY = "day-";
  private static final String ONE_WEEK = "week-";

  private final Rota rota;
  private final StaffList staff;
  private final OfficeHours hours;
  private final Set<String> out;

  RotaView(Rota rota, StaffList staff, OfficeHours hours, Words words, Forms forms) {
    this.rota = rota;
    this.staff = staff;
    this.hours = hours;
    this.out =
        words.languages().stream()
            .filter(it -> forms.all().stream().anyMatch(form -> words.covers(form, it)))
            .map(Words::written)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The working days that a choice of the page's list means; empty for any other. */
  List<LocalDate> days(LocalDate today, String choice) {
    return working(today).stream()
        .filter(day -> choice.equals(ONE_DAY + day) || choice.equals(ONE_WEEK + monday(day)))
        .toList();
  }

  Map<String, Object> page(LocalDate today, boolean keeps) {
    var shifts =
        rota.shifts(today, today.plusDays(DAYS + TraceTime.CLEARING_DAYS)).stream()
            .collect(Collectors.groupingBy(Shift::day));
    var unread = unread(today, shifts);
    var model = new HashMap<String, Object>();
    model.put("keeps", keeps);
    model.put("weeks", weeks(today, shifts, unread));
    model.put("gaps", gaps(today, shifts, unread));
    model.put("holidays", holidays(today));
    model.put("readers", staff.holding(Role.READER).stream().map(RotaView::person).toList());
    model.put("choices", choices(today));
    return model;
  }

  private List<LocalDate> working(LocalDate today) {
    return today.datesUntil(today.plusDays(DAYS)).filter(hours::works).toList();
  }

  private List<Map<String, Object>> weeks(
      LocalDate today, Map<LocalDate, List<Shift>> shifts, Map<LocalDate, Set<String>> unread) {
    var weeks = new TreeMap<LocalDate, List<Map<String, Object>>>();
    today
        .datesUntil(today.plusDays(DAYS))
        .forEach(day ->
            weeks
                .computeIfAbsent(monday(day), _ -> new ArrayList<>())
                .add(day(day, shifts.getOrDefault(day, List.of()), unread)));
    return weeks.entrySet().stream()
        .map(week -> Map.of("name", WEEK.format(week.getKey()), "days", week.getValue()))
        .toList();
  }

  private Map<String, Object> day(
      LocalDate day, List<Shift> shifts, Map<LocalDate, Set<String>> unread) {
    var missing = new TreeSet<>(out);
    missing.removeAll(languages(shifts));
    missing.removeAll(unread.getOrDefault(day, Set.of())); // said above the days
    return Map.of(
        "name", DAY.format(day),
        "closed", closed(day),
        "duty", at(Shift.Place.DUTY, shifts),
        "deputies", at(Shift.Place.DEPUTY, shifts),
        "missing", shifts.isEmpty() ? "" : names(missing));
  }

  private String closed(LocalDate day) {
    if (hours.works(day)) {
      return "";
    }
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? "Closed: bank holiday" : "Closed";
  }

  /** On which working days a language is read neither then nor in the days of clearing after it. */
  private Map<LocalDate, Set<String>> unread(LocalDate today, Map<LocalDate, List<Shift>> shifts) {
    var unread = new HashMap<LocalDate, Set<String>>();
    for (var day : working(today)) {
      var missing = new TreeSet<>(out);
      day.datesUntil(day.plusDays(TraceTime.CLEARING_DAYS))
          .forEach(it -> missing.removeAll(languages(shifts.getOrDefault(it, List.of()))));
      unread.put(day, missing);
    }
    return unread;
  }

  private List<String> gaps(
      LocalDate today, Map<LocalDate, List<Shift>> shifts, Map<LocalDate, Set<String>> unread) {
    var gaps = new ArrayList<String>();
    var nobody =
        working(today).stream()
            .filter(day -> at(Shift.Place.DUTY, shifts.getOrDefault(day, List.of())).isEmpty())
            .toList();
    if (!nobody.isEmpty()) {
      gaps.add("Nobody is on duty on " + said(nobody) + ".");
    }
    var byDays = new TreeMap<String, Set<String>>();
    for (var language : out) {
      var days = working(today).stream().filter(day -> unread.get(day).contains(language)).toList();
      if (!days.isEmpty()) {
        byDays.computeIfAbsent(when(days, today), _ -> new TreeSet<>()).add(language);
      }
    }
    byDays.forEach((when, languages) ->
        gaps.add(
            "Nobody reads %s %s: no place to write is offered.".formatted(names(languages), when)));
    return gaps;
  }

  private String when(List<LocalDate> days, LocalDate today) {
    return days.size() == working(today).size()
        ? "in these four weeks"
        : "on %s, nor in the %d days after".formatted(said(days), TraceTime.CLEARING_DAYS - 1);
  }

  /** Runs of working days as one stretch. */
  private String said(List<LocalDate> days) {
    var runs = new ArrayList<String>();
    for (int first = 0, last = 0; first < days.size(); first = ++last) {
      while (last + 1 < days.size() && hours.next(days.get(last)).equals(days.get(last + 1))) {
        last++;
      }
      runs.add(
          first == last
              ? DAY.format(days.get(first))
              : DAY.format(days.get(first)) + " to " + DAY.format(days.get(last)));
    }
    return String.join(", ", runs);
  }

  /** When the list of bank holidays ends soon; else empty. */
  private String holidays(LocalDate today) {
    var last = hours.lastHoliday();
    if (last.isPresent() && ChronoUnit.DAYS.between(today, last.get()) >= HOLIDAYS_KNOWN_MIN) {
      return "";
    }
    return last.map(day ->
            "The list of bank holidays ends on %s %d.".formatted(WEEK.format(day), day.getYear()))
        .orElse("There is no list of bank holidays.");
  }

  private Map<String, List<Map<String, String>>> choices(LocalDate today) {
    var days = working(today);
    var weeks =
        days.stream()
            .map(RotaView::monday)
            .distinct()
            .map(week -> choice(ONE_WEEK + week, "Week of " + WEEK.format(week)))
            .toList();
    return Map.of(
        "weeks",
        weeks,
        "days",
        days.stream().map(day -> choice(ONE_DAY + day, DAY.format(day))).toList());
  }

  private static Map<String, String> choice(String value, String name) {
    return Map.of("value", value, "name", name);
  }

  private static List<String> at(Shift.Place place, List<Shift> shifts) {
    return shifts.stream()
        .filter(shift -> shift.place() == place)
        .map(shift -> shift.reader().name() + " (" + names(shift.reader().languages()) + ")")
        .toList();
  }

  private static Map<String, Object> person(Staff reader) {
    return Map.of(
        "id",
        reader.id().toString(),
        "name",
        reader.name() + " (" + names(reader.languages()) + ")",
        "unreached",
        reader.reachable() ? "" : reader.name());
  }

  private static Set<String> languages(List<Shift> shifts) {
    return shifts.stream()
        .flatMap(shift -> shift.reader().languages().stream())
        .map(Words::written)
        .collect(Collectors.toSet());
  }

  private static String names(Set<String> languages) {
    return languages.stream()
        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
