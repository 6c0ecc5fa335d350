package org.hearback.theme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Staff;

/**
 * How far the two have come with one sample, as somebody sees it who may read all of it. A comment
 * that was hidden or is gone counts for nothing. Immutable.
 *
 * @param left the comments that can be read now; their words are not read to count them
 * @param coders sign-in names by seat, 1 and 2
 * @param codes what each said, by seat and comment
 */
record Standing(
    Sample sample,
    List<Sample.Item> items,
    Set<UUID> left,
    Map<Integer, String> coders,
    Map<Integer, Map<UUID, Coding>> codes) {
  static final int FIRST = 1;
  static final int SECOND = 2;

  /** Those that can be read. */
  List<Sample.Item> here() {
    return items.stream().filter(item -> left.contains(item.comment())).toList();
  }

  Optional<Sample.Item> at(int place) {
    return here().stream().filter(item -> item.place() == place).findFirst();
  }

  Map<UUID, Coding> codes(int seat) {
    return codes.getOrDefault(seat, Map.of());
  }

  /** How many comments one of the two has coded. */
  long coded(int seat) {
    return here().stream().filter(item -> codes(seat).containsKey(item.comment())).count();
  }

  boolean isDone(int seat) {
    return coders.containsKey(seat) && coded(seat) == here().size();
  }

  /** Both are through: now each may see what the other said, and nobody changes it any more. */
  boolean isClosed() {
    return isDone(FIRST) && isDone(SECOND);
  }

  /** Where somebody sits; empty where they have said nothing yet. */
  Optional<Integer> seat(Staff staff) {
    return coders.entrySet().stream()
        .filter(one -> one.getValue().equals(staff.signIn()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether somebody may say something: one of the two, or the second to come. */
  boolean isOpenTo(Staff staff) {
    return !isClosed() && (seat(staff).isPresent() || coders.size() < SECOND);
  }

  /** What somebody has said so far. */
  Map<UUID, Coding> own(Staff staff) {
    return seat(staff).map(this::codes).orElse(Map.of());
  }

  /** The next that somebody has not coded, behind a place or else from the first. */
  Optional<Sample.Item> next(Staff staff, int after) {
    var open = here().stream().filter(item -> !own(staff).containsKey(item.comment())).toList();
    return open.stream()
        .filter(item -> item.place() > after)
        .findFirst()
        .or(() -> open.stream().findFirst());
  }
}
