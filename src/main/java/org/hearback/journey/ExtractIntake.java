package org.hearback.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One table of the extract: the milestone it signals, if any, and what it says that stops messages.
 */
final class ExtractIntake implements Intake {
  private static final String CANCELLED = "cancelled";

  private final String table;
  private final String id;
  private final String person;
  private final Optional<Map.Entry<String, Milestone>> milestone;
  private final Milestones milestones;
  private final Teams teams;
  private final EventRows events;
  private final BarIntake bars;
  private final CouncilClock clock;

  ExtractIntake(
      String table,
      Milestones milestones,
      Teams teams,
      EventRows events,
      BarRows bars,
      CouncilClock clock) {
    this.table = table;
    this.milestones = milestones;
    this.milestone =
        milestones.milestones().entrySet().stream()
            .filter(m -> m.getValue().signal().table().equals(table))
            .findFirst();
    var rules = milestones.bars().stream().filter(rule -> rule.table().equals(table)).toList();
    this.bars = new BarIntake(table, rules, bars, clock);
    this.id = milestone.map(m -> m.getValue().signal().id()).orElseGet(() -> rules.getFirst().id());
    this.person =
        milestone
            .map(m -> m.getValue().signal().person())
            .orElseGet(() -> rules.getFirst().person());
    this.teams = teams;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Set<String> columns() {
    var columns = new HashSet<>(List.of(id, person));
    columns.addAll(dates());
    columns.addAll(bars.columns());
    milestone.ifPresent(m -> columns.add(m.getValue().signal().team()));
    milestone.ifPresent(m -> columns.add(m.getValue().signal().meeting()));
    milestone.ifPresent(m -> columns.addAll(m.getValue().signal().only().keySet()));
    columns.remove("");
    return columns;
  }

  @Override
  public Set<String> known() {
    var known = columns();
    milestone.ifPresent(_ -> known.add(CANCELLED));
    return known;
  }

  @Override
  public String key(Line line) {
    return line.value(id);
  }

  @Override
  public Result take(Line line) {
    var meeting = milestone.map(m -> line.value(m.getValue().signal().meeting())).orElse("");
    if (Stream.of(line.value(id), line.value(person), meeting).anyMatch(key -> key.length() > 64)) {
      return new Result.Odd("id-too-long", false);
    }
    if (line.value(id).isEmpty() || line.value(person).isEmpty()) {
      return new Result.Odd("no-id", false);
    }
    for (var column : dates()) {
      if (!line.value(column).isEmpty() && Dates.day(line.value(column)).isEmpty()) {
        return new Result.Odd("bad-date", false);
      }
    }
    boolean barred = bars.take(line, line.value(id), line.value(person));
    return milestone
        .map(m -> takeEvent(line, m.getKey(), m.getValue(), barred))
        .orElseGet(() -> Result.changed(barred));
  }

  /**
   * Back-dated or of an unknown team: the event is not asked about, and nothing else is in doubt.
   */
  @Override
  public void doubt(Line line, boolean readable) {
    var key = line.value(id);
    if (key.isEmpty() || key.length() > 64) {
      return;
    }
    events.cancel(table, key);
    var about = line.value(person);
    if (!readable && !about.isEmpty() && about.length() <= 64) {
      bars.unreadable(key, about);
    }
  }

  private Set<String> dates() {
    var dates = new HashSet<>(bars.dates());
    milestone.ifPresent(m -> dates.add(m.getValue().signal().date()));
    return dates;
  }

  private Result takeEvent(Line line, String key, Milestone of, boolean barred) {
    var signal = of.signal();
    var known = events.findBySourceAndSourceEventId(table, line.value(id));
    var cancelled = line.value(CANCELLED);
    if (line.value(signal.date()).isEmpty()
        || !BarIntake.starts(line, signal.only())
        || !cancelled.isEmpty() && !BarIntake.saysNo(cancelled)) {
      return Result.changed(events.cancel(table, line.value(id)) > 0 || barred);
    }
    var occurred = Dates.day(line.value(signal.date())).orElseThrow();
    var area = teams.areaOfTeam(line.value(signal.team()), occurred);
    var today = clock.today();
    var fresh =
        new EventRow(
            known.map(EventRow::id).orElseGet(UUID::randomUUID),
            table,
            line.value(id),
            key,
            line.value(person),
            line.value(signal.meeting()),
            area.orElse(""),
            occurred,
            today,
            "new");
    if (known.filter(row -> same(row, fresh)).isPresent()) {
      return Result.changed(barred);
    }
    var odd = odd(fresh, of, today);
    if (odd.isPresent()) {
      return new Result.Odd(odd.get(), true);
    }
    return keep(known, fresh);
  }

  private Optional<String> odd(EventRow event, Milestone of, LocalDate today) {
    if (event.area().isEmpty()) {
      return Optional.of("unknown-team");
    }
    if (event.occurredOn().isAfter(today)) {
      return Optional.of("in-the-future");
    }
    if (event.occurredOn().isBefore(today.minusDays(milestones.backdatedDays()))) {
      return Optional.of("back-dated");
    }
    return of.on(event.occurredOn()) ? Optional.empty() : Optional.of("milestone-not-valid-then");
  }

  /**
   * An event that only moved to another area keeps its state: it is not asked about a second time.
   */
  private Result keep(Optional<EventRow> known, EventRow fresh) {
    if (known.isEmpty()) {
      events.save(fresh);
    } else {
      var old = known.get();
      events.update(asked(old, fresh) ? moved(old, fresh.area()) : fresh);
    }
    return new Result.Changed();
  }

  private static boolean same(EventRow row, EventRow fresh) {
    return asked(row, fresh) && row.area().equals(fresh.area());
  }

  private static boolean asked(EventRow row, EventRow fresh) {
    return !row.state().equals("cancelled")
        && row.milestone().equals(fresh.milestone())
        && row.personId().equals(fresh.personId())
        && row.meetingId().equals(fresh.meetingId())
        && row.occurredOn().equals(fresh.occurredOn());
  }

  private static EventRow moved(EventRow old, String area) {
    return new EventRow(
        old.id(),
        old.source(),
        old.sourceEventId(),
        old.milestone(),
        old.personId(),
        old.meetingId(),
        area,
        old.occurredOn(),
        old.seenOn(),
        old.state());
  }

  static List<String> tables(Milestones milestones) {
    var tables = new ArrayList<String>();
    milestones.milestones().values().forEach(m -> tables.add(m.signal().table()));
    milestones.bars().forEach(rule -> tables.add(rule.table()));
    return tables.stream().distinct().sorted().toList();
  }
}
