package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits to be read or to be closed, still sealed, the most urgent first. */
@Singleton
final class WaitingList {
  /** So many that are unread, and so many that are to be closed, of each way in. */
  static final int MOST = 100;

  /**
   * Anybody can send many by an open link, but a red one by it may be somebody in danger: so many
   * of these stand with those of who was asked.
   */
  private static final int RED_BY_OPEN_LINK_MOST = 10;

  private final ClearingRows clearings;
  private final WeekKeys keys;

  WaitingList(ClearingRows clearings, WeekKeys keys) {
    this.clearings = clearings;
    this.keys = keys;
  }

  /**
   * The same as {@link Clearing.Queue}.
   *
   * @param cut whether more is unread than stands here
   */
  record Lists(List<QueuedRow> first, List<QueuedRow> byOpenLink, boolean cut) {}

  /** One more than stands in a list says that it is cut. */
  Lists lists() {
    var asked = clearings.unread(false, keys.held(), 0, MOST + 1);
    var open = clearings.unread(true, keys.held(), 0, MOST + 1);
    return lists(
        withWorries(asked, false),
        withWorries(open, true),
        Math.max(asked.size(), open.size()) > MOST);
  }

  /** All that waits to be read, in the order of the lists and then beyond them. */
  Stream<QueuedRow> unread() {
    var first =
        lists(
            clearings.unread(false, keys.held(), 0, MOST),
            clearings.unread(true, keys.held(), 0, MOST),
            false);
    return Stream.of(
            first.first().stream(), first.byOpenLink().stream(), beyond(false), beyond(true))
        .flatMap(those -> those);
  }

  private static Lists lists(List<QueuedRow> asked, List<QueuedRow> open, boolean cut) {
    var red =
        open.stream()
            .filter(row -> Risk.RED.level().equals(row.concern()))
            .limit(RED_BY_OPEN_LINK_MOST)
            .toList();
    return new Lists(
        sorted(Stream.concat(asked.stream(), red.stream())),
        open.stream().filter(row -> !red.contains(row)).toList(),
        cut);
  }

  private Stream<QueuedRow> beyond(boolean byOpenLink) {
    return Stream.iterate(MOST, from -> from + MOST)
        .map(from -> clearings.unread(byOpenLink, keys.held(), from, MOST))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  private List<QueuedRow> withWorries(List<QueuedRow> unread, boolean byOpenLink) {
    return sorted(
        Stream.concat(
            unread.stream().limit(MOST),
            clearings.worries(byOpenLink, keys.held(), MOST).stream()));
  }

  private static List<QueuedRow> sorted(Stream<QueuedRow> rows) {
    return rows.sorted(Comparator.comparing(WaitingList::due)).toList();
  }

  private static LocalDateTime due(QueuedRow row) {
    return Optional.ofNullable(row.concernDue()).orElse(LocalDateTime.MAX);
  }
}
