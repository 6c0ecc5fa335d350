package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;

/**
 * What people say that comments are about, over what the theme book finds: the newest word on a
 * comment counts, whoever said it, whatever the book becomes. Each node's index takes it up within
 * seconds. Safe for any thread and on several nodes.
 */
@Singleton
final class Codings {
  private static final int TRIES = 50;

  private final CodingRows rows;
  private final ThemeBooks books;
  private final Audit audit;
  private final CouncilClock clock;

  Codings(CodingRows rows, ThemeBooks books, Audit audit, CouncilClock clock) {
    this.rows = rows;
    this.books = books;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds a word on a comment. */
  void say(UUID comment, Coding coding, Staff staff) {
    audit.record(
        staff.signIn(),
        "comment-coded",
        (comment + "\n" + coding.said() + " " + coding.inOneLine() + " " + coding.signs()).strip());
    // A number that another took in this moment is tried again with the next: none is left out, so
    // an index that has seen one has seen all before it.
    for (int tried = 0; tried < TRIES; tried++) {
      int added =
          rows.add(
              rows.last() + 1,
              comment,
              coding.said(),
              coding.inOneLine(),
              coding.signs(),
              books.now().version(),
              staff.signIn(),
              clock.today());
      if (added == 1) {
        return;
      }
    }
    throw new IllegalStateException("too many people code at once");
  }

  /**
   * The newest word on each of some comments, as far as the book still has its themes; nothing on
   * those of which nobody said anything, or nothing that is left.
   */
  Map<UUID, Coding> of(List<UUID> comments) {
    var said = new HashMap<UUID, Coding>();
    rows(comments).forEach((comment, row) -> said.put(comment, row.coding()));
    return said;
  }

  /** The same with who said it, so that every page says what the index does. */
  Map<UUID, CodingRow> rows(List<UUID> comments) {
    var book = books.now();
    return comments.isEmpty()
        ? Map.of()
        : rows.newest(comments).stream()
            .flatMap(row -> row.within(book).stream())
            .collect(Collectors.toMap(CodingRow::comment, Function.identity()));
  }

  /** The same on one comment. */
  Optional<CodingRow> of(UUID comment) {
    return Optional.ofNullable(rows(List.of(comment)).get(comment));
  }

  /** How far they have come, and which comment the last is about. */
  Position.Coded last() {
    return turn(rows.last());
  }

  Position.Coded turn(long no) {
    return new Position.Coded(no, rows.mark(no));
  }

  /** Comments of which something was said behind one number and up to another. */
  List<UUID> between(long after, long upTo) {
    return rows.between(after, upTo);
  }
}
