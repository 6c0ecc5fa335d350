package org.hearback.journey;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that are read, and the one transaction in which a file goes in. */
@Singleton
class Intakes {
  static final String CONTACTS = "contacts";

  private final Map<String, Intake> byTable = new HashMap<>();
  private final Quarantine quarantine;
  private final CouncilClock clock;

  Intakes(
      Milestones milestones,
      Teams teams,
      EventRows events,
      BarRows bars,
      ContactRows contactRows,
      Contacts contacts,
      Quarantine quarantine,
      CouncilClock clock) {
    for (var table : ExtractIntake.tables(milestones)) {
      byTable.put(table, new ExtractIntake(table, milestones, teams, events, bars, clock));
    }
    byTable.put(CONTACTS, new ContactIntake(contactRows, contacts, clock));
    this.quarantine = quarantine;
    this.clock = clock;
  }

  Optional<Intake> find(String table) {
    return Optional.ofNullable(byTable.get(table));
  }

  Set<String> tables() {
    return Set.copyOf(byTable.keySet());
  }

  @Transactional("courier")
  ImportReport.Taken take(String name, String table, Intake intake, CsvFile file) {
    intake.begin();
    var contrary = contrary(intake, file);
    var seen = new HashSet<String>();
    int changed = 0;
    int quarantined = 0;
    for (var line : file.lines()) {
      var result = take(intake, line, contrary, seen);
      switch (result) {
        case Intake.Result.Changed() -> changed++;
        case Intake.Result.Unchanged() -> {}
        case Intake.Result.Odd(var reason, var readable) -> {
          quarantined++;
          quarantine.add(name, table, line, reason, clock.today());
          intake.doubt(line, readable);
        }
      }
    }
    int lines = file.lines().size();
    return new ImportReport.Taken(name, lines, changed, lines - changed - quarantined, quarantined);
  }

  private static Intake.Result take(
      Intake intake, CsvFile.Line line, Set<String> contrary, Set<String> seen) {
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
   * Ids under which the file says different things: nobody knows which is true, so none is taken.
   */
  private static Set<String> contrary(Intake intake, CsvFile file) {
    var said = new HashMap<String, Map<String, String>>();
    var contrary = new HashSet<String>();
    for (var line : file.lines()) {
      var key = intake.key(line);
      var before = said.putIfAbsent(key, line.values());
      if (!key.isEmpty() && before != null && !before.equals(line.values())) {
        contrary.add(key);
      }
    }
    return contrary;
  }
}
