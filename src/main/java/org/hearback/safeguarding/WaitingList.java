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

  /** The same as {@link Clearing.Queue}. */
  record Lists(List<QueuedRow> first, List<QueuedRow> byOpenLink) {}

  Lists lists() {
    var open = list(true);
    var red =
        open.stream()
            .filter(row -> Risk.RED.level().equals(row.concern()))
            .limit(RED_BY_OPEN_LINK_MOST)
            .toList();
    var first =
        Stream.concat(list(false).stream(), red.stream())
            .sorted(Comparator.comparing(WaitingList::due))
            .toList();
    return new Lists(first, open.stream().filter(row -> !red.contains(row)).toList());
  }

  /** All that waits to be read, in the order of the lists and then beyond them. */
  Stream<QueuedRow> unread() {
    var lists = lists();
    // The first hundred of each were looked for already.
    return Stream.of(
            lists.first().stream(),
            lists.byOpenLink().stream(),
            all(false).skip(MOST),
            all(true).skip(MOST))
        .flatMap(those -> those)
        .filter(row -> row.state().equals("queued"));
  }

  private Stream<QueuedRow> all(boolean byOpenLink) {
    return Stream.iterate(0, from -> from + MOST)
        .map(from -> clearings.unread(byOpenLink, keys.held(), from, MOST))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  private List<QueuedRow> list(boolean byOpenLink) {
    var weeks = keys.held();
    return Stream.concat(
            clearings.unread(byOpenLink, weeks, 0, MOST).stream(),
            clearings.worries(byOpenLink, weeks, MOST).stream())
        .sorted(Comparator.comparing(WaitingList::due))
        .toList();
  }

  private static LocalDateTime due(QueuedRow row) {
    return Optional.ofNullable(row.concernDue()).orElse(LocalDateTime.MAX);
  }
}
