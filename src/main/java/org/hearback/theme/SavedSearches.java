package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;

/**
 * The searches that an analyst keeps, each theirs alone. What is counted is counted within what
 * they may see today. On the record stands each act, and what was asked for is sealed there too.
 * Safe for any thread.
 */
@Singleton
final class SavedSearches {
  private final SavedStore store;
  private final Search search;
  private final Audit audit;
  private final CouncilClock clock;

  SavedSearches(SavedStore store, Search search, Audit audit, CouncilClock clock) {
    this.store = store;
    this.search = search;
    this.audit = audit;
    this.clock = clock;
  }

  /** One with what it finds now. */
  record Counted(Saved saved, int found) {}

  /** All of theirs, counted; that is a search like any other. */
  List<Counted> counted(Staff staff) {
    var counted =
        store.of(staff.id()).stream()
            .map(saved -> new Counted(saved, count(saved.asked(), staff)))
            .toList();
    if (!counted.isEmpty()) {
      audit.record(
          staff.signIn(),
          "search",
          counted.stream()
              .map(one -> one.saved().id() + " found " + one.found())
              .collect(Collectors.joining("\n", "saved searches\n", "")));
    }
    return counted;
  }

  Optional<Saved> find(UUID id, Staff staff) {
    return store.of(staff.id()).stream().filter(saved -> saved.id().equals(id)).findFirst();
  }

  /**
   * Keeps a search.
   *
   * @param typed its name
   */
  Saved.Outcome save(SearchRequest asked, String typed, boolean mailed, Staff staff) {
    var name = name(typed);
    var wrong = wrong(name);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    int found = count(asked, staff);
    var id = UUID.randomUUID();
    note(staff, "search-saved", id + "\n" + asked.at(1).forAudit());
    return store.add(id, staff.id(), new SavedBody(name, asked), mailed, found, clock.today());
  }

  /** Gives it another name, or begins or ends its e-mail. */
  Saved.Outcome change(UUID id, String typed, boolean mailed, Staff staff) {
    var name = name(typed);
    var wrong = wrong(name);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    note(staff, "search-saved", id + "\nchanged");
    return store.change(id, staff.id(), name, mailed);
  }

  void remove(UUID id, Staff staff) {
    note(staff, "search-deleted", id.toString());
    store.remove(id, staff.id());
  }

  /** What it asks for; from now on they know what it finds. */
  Optional<SearchRequest> open(UUID id, Staff staff) {
    var saved = find(id, staff);
    saved.ifPresent(one -> {
      // What it asks for: the record of its saving goes after a while, and it lives on.
      note(staff, "search-opened", id + "\n" + one.asked().forAudit());
      store.opened(id, staff.id(), count(one.asked(), staff), clock.today());
    });
    return saved.map(Saved::asked);
  }

  /** How many comments it finds, of those that they may see. */
  int count(SearchRequest asked, Staff staff) {
    return search.count(asked.words(), asked.filter(), staff);
  }

  private void note(Staff staff, String act, String on) {
    audit.record(staff.signIn(), act, Recorded.cut(on));
  }

  private static String name(String typed) {
    return typed.replaceAll("\\s+", " ").strip();
  }

  private static Optional<Saved.Outcome> wrong(String name) {
    if (name.isEmpty()) {
      return Optional.of(new Saved.Outcome.NoName());
    }
    return name.length() > Saved.NAME_LONGEST
        ? Optional.of(new Saved.Outcome.TooLong(Saved.NAME_LONGEST))
        : Optional.empty();
  }
}
