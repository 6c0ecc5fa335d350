package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Staff;

/**
 * Which answers lie open before whom, so that two who read at once get different ones. It keeps
 * nobody from reading: whoever opens an answer from the list may clear it, and the first decision
 * counts. Safe for any thread, on any number of nodes.
 */
@Singleton
final class Desks {
  /** After so long a reader has gone for a cup of tea, and others get it. */
  static final Duration OPEN = Duration.ofMinutes(10);

  /** For so long whoever left an answer for now does not get it again by going on. */
  static final Duration LEFT = Duration.ofMinutes(30);

  /** The same of a flagged one: a red one is to be read within the hour. */
  static final Duration LEFT_FLAGGED = Duration.ofMinutes(10);

  private final DeskRows rows;
  private final InstantSource clock;

  Desks(DeskRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** What lies where at one moment. */
  record Seen(List<DeskRow> rows) {
    /** The sign-in of another before whom it lies open. */
    Optional<String> elsewhere(UUID envelope, Staff reader) {
      return of(envelope)
          .filter(row -> row.state().equals("open") && !isOf(row, reader))
          .map(DeskRow::reader);
    }

    /** Whether this reader left it for now. */
    boolean left(UUID envelope, Staff reader) {
      return of(envelope)
          .filter(row -> row.state().equals("left") && isOf(row, reader))
          .isPresent();
    }

    /** What this reader does not get by going on. */
    Set<UUID> notFor(Staff reader) {
      return rows.stream()
          .filter(row -> row.state().equals("left") == isOf(row, reader))
          .map(DeskRow::envelope)
          .collect(Collectors.toSet());
    }

    private Optional<DeskRow> of(UUID envelope) {
      return rows.stream().filter(row -> row.envelope().equals(envelope)).findAny();
    }

    private static boolean isOf(DeskRow row, Staff reader) {
      return row.reader().equals(reader.signIn());
    }
  }

  /** Of what has run out nothing stays. */
  int forget(Instant now) {
    return rows.forget(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
  }

  Seen seen() {
    return new Seen(rows.now(at(Duration.ZERO)));
  }

  /** Lays it before this reader, and nothing else; does nothing where another has it open. */
  boolean open(UUID envelope, Staff reader) {
    boolean free = put(envelope, reader, "open", OPEN);
    if (free) {
      rows.only(envelope, reader.signIn());
    }
    return free;
  }

  /** Back to the others; where another has it open it stays so. */
  void leave(UUID envelope, Staff reader, boolean flagged) {
    put(envelope, reader, "left", flagged ? LEFT_FLAGGED : LEFT);
  }

  private boolean put(UUID envelope, Staff reader, String state, Duration length) {
    rows.forget(at(Duration.ZERO));
    return rows.move(envelope, reader.signIn(), state, at(length)) == 1
        || rows.add(envelope, reader.signIn(), state, at(length)) == 1;
  }

  /** It is read. */
  void clear(UUID envelope) {
    rows.remove(envelope);
  }

  private LocalDateTime at(Duration later) {
    return LocalDateTime.ofInstant(clock.instant().plus(later), ZoneOffset.UTC);
  }
}
