package org.hearback.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Walks the chain from its beginning. It finds every row that was changed, put in or taken out
 * before the last one, every body that is not the one of its row, and every body that is gone
 * before its time. Rows cut off the end are only found by comparing with an earlier {@link Head},
 * kept where the database's administrator cannot change it. Safe for any thread; it takes as long
 * as the chain is.
 */
@Singleton
public final class AuditCheck {
  private final AuditRows rows;
  private final InstantSource clock;

  AuditCheck(AuditRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** What the walk found. */
  public sealed interface Verdict {}

  /**
   * Every row follows from the one before, and every body is there that has to be.
   *
   * @param dropped how many bodies went when their time was over
   */
  public record Whole(Head head, long dropped) implements Verdict {
    /** How many rows there are. */
    public long rows() {
      return head.no();
    }
  }

  /**
   * The chain breaks.
   *
   * @param no the first row at which it does: it, or one before it, was touched
   */
  public record Broken(long no, Fault fault) implements Verdict {}

  /** What is wrong with a row. */
  public enum Fault {
    /** It does not follow from the one before. */
    LINK,
    /** Its body is another one. */
    BODY_CHANGED,
    /** Its body is gone, and its time is not over. */
    BODY_MISSING
  }

  public Verdict verify() {
    var keptFrom = AuditBodies.keptFrom(clock.instant());
    long no = 0;
    long dropped = 0;
    int version = Chain.BODY;
    var hash = Chain.beginning();
    for (var page = rows.after(no); !page.isEmpty(); page = rows.after(no)) {
      for (var row : page) {
        var fault = fault(row, no, hash, version, keptFrom);
        if (fault.isPresent()) {
          return new Broken(row.no(), fault.get());
        }
        dropped += row.sealed() == null ? 1 : 0;
        no = row.no();
        hash = row.hash();
        version = row.version();
      }
    }
    return new Whole(Head.of(no, hash), dropped);
  }

  /**
   * Whether the chain had this head once. Says nothing about what came before: see {@link #verify}.
   */
  public boolean holds(Head head) {
    return head.no() == 0
        ? head.equals(Head.of(0, Chain.beginning()))
        : rows.findById(head.no())
            .filter(row -> Head.of(row.no(), row.hash()).equals(head))
            .isPresent();
  }

  /** The head as the rows of before this moment left it. */
  public Head headBefore(Instant moment) {
    return rows.lastBefore(LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
        .map(row -> Head.of(row.no(), row.hash()))
        .orElseGet(() -> Head.of(0, Chain.beginning()));
  }

  /**
   * @param version of the row before: rows of the older kind cannot come after newer ones
   */
  private static Optional<Fault> fault(
      StoredRow row, long no, byte[] hash, int version, LocalDateTime keptFrom) {
    var sealed = row.sealed();
    if (sealed == null && (row.version() == Chain.BODY || !row.at().isBefore(keptFrom))) {
      return Optional.of(Fault.BODY_MISSING);
    }
    if (sealed != null && !Chain.fits(sealed, row.bodyHash())) {
      return Optional.of(Fault.BODY_CHANGED);
    }
    boolean known = row.version() == Chain.BODY || row.version() == Chain.BODY_HASH;
    return known && row.version() >= version && Chain.follows(row, no, hash)
        ? Optional.empty()
        : Optional.of(Fault.LINK);
  }
}
