package org.hearback.theme;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hearback.journey.OfficeSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps saved searches, sealed for the one whose they are: a row that is moved to somebody else
 * does not open there. Two changes of one person's searches come one after the other. Safe for any
 * thread and for several nodes.
 */
@Singleton
class SavedStore {
  private static final Logger LOG = LoggerFactory.getLogger(SavedStore.class);

  private final SavedRows rows;
  private final SavedTurnRows turns;
  private final OfficeSeal seal;

  SavedStore(SavedRows rows, SavedTurnRows turns, OfficeSeal seal) {
    this.rows = rows;
    this.turns = turns;
    this.seal = seal;
  }

  /** All of one person, by their number; without what does not open any more. */
  List<Saved> of(UUID staff) {
    return rows.of(staff).stream().flatMap(this::open).toList();
  }

  @Transactional("clerk")
  Saved.Outcome add(
      UUID id, UUID staff, SavedBody body, boolean mailed, int found, LocalDate today) {
    if (rows.hold(staff).isEmpty()) {
      return new Saved.Outcome.Gone();
    }
    var kept = rows.of(staff);
    if (kept.size() >= Saved.MOST) {
      return new Saved.Outcome.Full(Saved.MOST);
    }
    if (kept.stream().flatMap(this::open).anyMatch(other -> isNamed(other, body.name()))) {
      return new Saved.Outcome.NameTaken();
    }
    int no = 1 + (kept.isEmpty() ? 0 : kept.getLast().no());
    rows.save(new SavedRow(id, staff, no, close(id, staff, body), mailed, found, found, today));
    return new Saved.Outcome.Done();
  }

  @Transactional("clerk")
  Saved.Outcome change(UUID id, UUID staff, String name, boolean mailed) {
    var kept = rows.hold(staff).map(this::of).orElse(List.of());
    var before = kept.stream().filter(one -> one.id().equals(id)).findFirst();
    if (before.isEmpty()) {
      return new Saved.Outcome.Gone();
    }
    if (kept.stream().anyMatch(other -> !other.id().equals(id) && isNamed(other, name))) {
      return new Saved.Outcome.NameTaken();
    }
    var body = new SavedBody(name, before.orElseThrow().asked());
    rows.change(id, staff, close(id, staff, body), mailed);
    return new Saved.Outcome.Done();
  }

  void opened(UUID id, UUID staff, int found, LocalDate today) {
    rows.opened(id, staff, found, today);
  }

  void remove(UUID id, UUID staff) {
    rows.remove(id, staff);
  }

  /** Who wants to be told, and was not today. */
  List<UUID> owners(LocalDate today) {
    return rows.owners(today);
  }

  /**
   * Ends somebody's turn of a day, and notes what they know now: both or neither.
   *
   * @param told how many comments their searches find, by the id of each that was told of
   */
  @Transactional("clerk")
  void done(UUID staff, UUID holder, LocalDate today, Map<UUID, Integer> told) {
    if (turns.done(staff, holder, today) == 1) {
      told.forEach((id, found) -> rows.told(id, staff, found));
    }
  }

  private static boolean isNamed(Saved saved, String name) {
    return saved.name().equalsIgnoreCase(name);
  }

  private byte[] close(UUID id, UUID staff, SavedBody body) {
    return seal.close(body.written(), owner(id, staff));
  }

  private Stream<Saved> open(SavedRow row) {
    return opened(row)
        .map(body ->
            new Saved(
                row.id(),
                row.no(),
                body.name(),
                body.asked(),
                row.mailed(),
                row.seen(),
                row.told(),
                row.openedOn()))
        .stream();
  }

  /** One that was tampered with must not take the others with it. */
  private Optional<SavedBody> opened(SavedRow row) {
    try {
      return Optional.of(SavedBody.read(seal.open(row.sealed(), owner(row.id(), row.staff()))));
    } catch (IllegalStateException _) {
      LOG.warn("the saved search {} does not open", row.id());
      return Optional.empty();
    }
  }

  private static String owner(UUID id, UUID staff) {
    return "saved-search " + staff + " " + id;
  }
}
