package org.hearback.theme;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearback.journey.CouncilClock;

/**
 * Which of the words that people say on comments likeness learns from: those of the days before
 * today, as soon as there are a few more, so that comments are sorted anew at night and not while
 * people work. Never those on comments of a dip-sample, by which the book is measured; and none on
 * a comment that is hidden or gone: what has been learnt from it is unlearnt at once. All nodes
 * come to the same. Safe for any thread.
 */
@Singleton
final class Lessons {
  /** A lesson begins with so many more words than the one before. */
  static final int STEP = 20;

  /** The newest; it bounds how long learning takes. */
  static final int MOST = 2000;

  /**
   * Another lesson is looked for when one of these is another.
   *
   * @param upTo the last word that may be learnt from
   * @param samples comments that were drawn
   * @param change of the comments, as one may be hidden
   */
  private record Seen(long upTo, long samples, long change, String book) {}

  private final CodingRows codings;
  private final ReadingRows reading;
  private final CouncilClock clock;
  private Seen seen = new Seen(0, 0, 0, "");
  private Lesson lesson = Lesson.NONE;

  Lessons(CodingRows codings, ReadingRows reading, CouncilClock clock) {
    this.codings = codings;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * @param book what it knows no more is not learnt
   */
  synchronized Lesson now(ThemeBook book) {
    var found =
        new Seen(upTo(clock.today()), codings.drawn(), reading.lastChange(), book.version());
    if (!found.equals(seen)) {
      lesson = found.upTo() == 0 ? Lesson.NONE : read(found.upTo(), book);
      seen = found;
    }
    return lesson;
  }

  private long upTo(LocalDate today) {
    return codings.lastBefore(today) / STEP * STEP;
  }

  private Lesson read(long upTo, ThemeBook book) {
    var rows = codings.taught(upTo, MOST);
    var shown = shown(rows.stream().map(CodingRow::comment).toList());
    var said = new ArrayList<Lesson.Said>();
    for (var row : rows) {
      if (shown.contains(row.comment())) {
        row.coding()
            .within(book)
            .map(coding ->
                new Lesson.Said(row.comment(), Set.copyOf(coding.themes()), coding.side()))
            .ifPresent(said::add);
      }
    }
    said.sort(Comparator.comparing(one -> one.comment().toString()));
    return new Lesson(said, this::texts);
  }

  private Set<UUID> shown(List<UUID> comments) {
    return comments.isEmpty() ? Set.of() : new HashSet<>(reading.shown(comments));
  }

  private List<Comment> texts(List<UUID> comments) {
    return reading.some(comments).stream().map(CommentRow::comment).toList();
  }
}
