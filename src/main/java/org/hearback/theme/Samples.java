package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;

/**
 * Dip-samples: drawn by chance and by a seed, then coded by two people, neither of whom sees what
 * the other or the theme book says. What they say of a sample reaches no index. Safe for any thread
 * and on several nodes.
 */
@Singleton
final class Samples {
  // Reading what was said of a sample costs some milliseconds.
  private static final int SHOWN_MOST = 40;

  private static final int TOGETHER = 200;

  /** So many more are drawn at once, as some may be hidden. */
  static final int SPARE = 50;

  private final SampleRows rows;
  private final SampleStore store;
  private final CommentIds ids;
  private final ReadingRoom room;
  private final Audit audit;
  private final CouncilClock clock;

  Samples(
      SampleRows rows,
      SampleStore store,
      CommentIds ids,
      ReadingRoom room,
      Audit audit,
      CouncilClock clock) {
    this.rows = rows;
    this.store = store;
    this.ids = ids;
    this.room = room;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty where there is no comment to draw. */
  Optional<Sample> draw(Filter filter, String seed, int size, Staff staff) {
    var readable = readable(filter, seed, size, staff);
    if (readable.isEmpty()) {
      return Optional.empty();
    }
    var sample =
        new Sample(
            UUID.randomUUID(),
            seed,
            size,
            filter,
            bounds(filter, staff),
            staff.signIn(),
            clock.today());
    audit.record(staff.signIn(), "sample-drawn", sample.id() + "\n" + SearchRequest.chosen(filter));
    var items = new ArrayList<Sample.Item>();
    readable.forEach(comment -> items.add(new Sample.Item(items.size() + 1, comment)));
    store.keep(sample, items);
    return Optional.of(sample);
  }

  /** The newest of those of which somebody may read everything. */
  List<Standing> newest(Staff staff) {
    return readable(staff).stream()
        .limit(SHOWN_MOST)
        .map(sample -> standing(sample, staff))
        .toList();
  }

  /** As many as are shown, or a few more: others may have drawn any number since. */
  private List<Sample> readable(Staff staff) {
    var readable = new ArrayList<Sample>();
    int behind = 0;
    for (boolean more = true; more && readable.size() < SHOWN_MOST; ) {
      var some = rows.some(TOGETHER, behind);
      some.stream()
          .map(SampleRow::sample)
          .filter(sample -> mayRead(sample, staff))
          .forEach(readable::add);
      behind += some.size();
      more = some.size() == TOGETHER;
    }
    return readable;
  }

  Optional<Standing> find(UUID id, Staff staff) {
    return rows.find(id)
        .map(SampleRow::sample)
        .filter(sample -> mayRead(sample, staff))
        .map(sample -> standing(sample, staff));
  }

  Standing standing(Sample sample, Staff staff) {
    var items = rows.items(sample.id()).stream().map(SampleItemRow::item).toList();
    var codes = new HashMap<Integer, Map<UUID, Coding>>();
    for (var row : rows.codes(sample.id())) {
      codes.computeIfAbsent(row.seat(), _ -> new HashMap<>()).put(row.comment(), row.coding());
    }
    return new Standing(
        sample,
        items,
        room.readable(items.stream().map(Sample.Item::comment).toList(), staff),
        rows.coders(sample.id()).stream()
            .collect(Collectors.toMap(SampleCoderRow::seat, SampleCoderRow::coder)),
        codes);
  }

  /**
   * What one of the two says; whoever says something first sits down.
   *
   * @return false where two others code it, or both are through
   */
  boolean say(Standing standing, Map<UUID, Coding> codes, Staff staff) {
    var sample = standing.sample().id();
    if (!standing.isOpenTo(staff)) {
      return false;
    }
    audit.record(staff.signIn(), "sample-coded", sample + "\n" + inOneLine(codes));
    var seat = seat(sample, staff);
    seat.ifPresent(own -> store.code(sample, own, codes, clock.today()));
    return seat.isPresent();
  }

  /** The table says the rest; a whole sheet would not fit into the record. */
  private static String inOneLine(Map<UUID, Coding> codes) {
    if (codes.size() != 1) {
      return codes.size() + " comments of a sheet";
    }
    var one = codes.entrySet().iterator().next();
    return one.getKey() + " " + one.getValue().said() + " " + one.getValue().inOneLine();
  }

  private Optional<Integer> seat(UUID sample, Staff staff) {
    for (int free : List.of(Standing.FIRST, Standing.SECOND)) {
      rows.sit(sample, free, staff.signIn()); // not where either has one already
    }
    return rows.coders(sample).stream()
        .filter(row -> row.coder().equals(staff.signIn()))
        .map(SampleCoderRow::seat)
        .findFirst();
  }

  /**
   * The first that can be read, in the order of the draw. The index is seconds behind, so that some
   * may have been hidden: more are drawn where so many were that the spare ones do not do.
   */
  private List<UUID> readable(Filter filter, String seed, int size, Staff staff) {
    var readable = new ArrayList<UUID>();
    var last = Optional.<UUID>empty();
    for (boolean more = true; more && readable.size() < size; ) {
      var some = ids.drawn(filter, staff, seed, size + SPARE, last);
      var shown = room.readable(some, staff);
      some.stream().filter(shown::contains).limit(size - readable.size()).forEach(readable::add);
      more = some.size() == size + SPARE;
      last = more ? Optional.of(some.getLast()) : last;
    }
    return readable;
  }

  /** Where all of it lies. */
  private Set<String> bounds(Filter filter, Staff staff) {
    return filter.area().isEmpty() || !room.mayRead(filter.area(), staff)
        ? staff.areas()
        : Set.of(filter.area());
  }

  private boolean mayRead(Sample sample, Staff staff) {
    return staff.areas().isEmpty()
        || !sample.bounds().isEmpty()
            && sample.bounds().stream().allMatch(area -> room.mayRead(area, staff));
  }
}
