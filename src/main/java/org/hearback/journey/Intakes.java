package org.hearback.journey;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that are read, and how lines of one go in, whichever way they came; and the one
 * transaction in which a file goes in.
 */
@Singleton
class Intakes {
  static final String CONTACTS = "contacts";

  private final Map<String, Intake> byTable = new HashMap<>();
  private final Quarantine quarantine;
  private final TurnRows turns;
  private final CouncilClock clock;

  Intakes(
      Milestones milestones,
      Teams teams,
      EventRows events,
      BarRows bars,
      ContactRows contactRows,
      Contacts contacts,
      Quarantine quarantine,
      TurnRows turns,
      CouncilClock clock) {
    for (var table : ExtractIntake.tables(milestones)) {
      byTable.put(table, new ExtractIntake(table, milestones, teams, events, bars, clock));
    }
    byTable.put(CONTACTS, new ContactIntake(contactRows, contacts, clock));
    this.quarantine = quarantine;
    this.turns = turns;
    this.clock = clock;
  }

  Optional<Intake> find(String table) {
    return Optional.ofNullable(byTable.get(table));
  }

  Set<String> tables() {
    return Set.copyOf(byTable.keySet());
  }

  @Transactional("courier")
  ImportReport.Taken file(String name, String table, CsvFile file) {
    turns.take();
    int changed = 0;
    int quarantined = 0;
    for (var result : take(name, table, file.lines())) {
      switch (result) {
        case Intake.Result.Changed() -> changed++;
        case Intake.Result.Unchanged() -> {}
        case Intake.Result.Odd _ -> quarantined++;
      }
    }
    int lines = file.lines().size();
    return new ImportReport.Taken(name, lines, changed, lines - changed - quarantined, quarantined);
  }

  /**
   * Takes lines of a table that is read, within the caller's transaction and turn.
   *
   * @param origin the file, or whose request: what is quarantined is found under it
   * @return what became of each, in their order
   */
  List<Intake.Result> take(String origin, String table, List<Line> lines) {
    var intake = find(table).orElseThrow();
    intake.begin();
    var contrary = contrary(intake, lines);
    var seen = new HashSet<String>();
    var results = new ArrayList<Intake.Result>(lines.size());
    for (var line : lines) {
      var result = take(intake, line, contrary, seen);
      if (result instanceof Intake.Result.Odd(var reason, var readable)) {
        quarantine.add(origin, table, line, reason, clock.today());
        intake.doubt(line, readable);
      }
      results.add(result);
    }
    return results;
  }

  private static Intake.Result take(
      Intake intake, Line line, Set<String> contrary, Set<String> seen) {
    if (!line.odd().isEmpty()) {
      return new Intake.Result.Odd(line.odd(), false);
    }
    var key = intake.key(line);
    if (contrary.contains(key)) {
      return new Intake.Result.Odd("double-id", false);
    }
    return key.isEmpty() || seen.add(key) ? intake.take(line) : new Intake.Result.Unchanged();
  }

  /**
   * Ids under which the lines say different things: nobody knows which is true, so none is taken.
   */
  private static Set<String> contrary(Intake intake, List<Line> lines) {
    var said = new HashMap<String, Map<String, String>>();
    var contrary = new HashSet<String>();
    for (var line : lines) {
      var key = intake.key(line);
      var before = said.putIfAbsent(key, line.values());
      if (!key.isEmpty() && before != null && !before.equals(line.values())) {
        contrary.add(key);
      }
    }
    return contrary;
  }
}
