package org.hearback.audit;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;

/**
 * Walks the chain from its beginning. It finds every row that was changed, put in or taken out
 * before the last one; rows cut off the end are only found by comparing with an earlier {@link
 * Whole#head}, kept where the database's administrator cannot change it.
 */
@Singleton
public final class AuditCheck {
  private final AuditRows rows;

  AuditCheck(AuditRows rows) {
    this.rows = rows;
  }

  /** What the walk found. */
  public sealed interface Verdict {}

  /**
   * Every row follows from the one before.
   *
   * @param rows how many
   * @param head hash of the last row, in hex
   */
  public record Whole(long rows, String head) implements Verdict {}

  /**
   * The chain breaks.
   *
   * @param no the first row that does not follow from the one before: it, or one before it, was
   *     touched
   */
  public record Broken(long no) implements Verdict {}

  public Verdict verify() {
    long no = 0;
    var hash = Chain.beginning();
    List<AuditRow> page = rows.after(no);
    while (!page.isEmpty()) {
      for (var row : page) {
        if (!Chain.follows(row, no, hash)) {
          return new Broken(row.no());
        }
        no = row.no();
        hash = row.hash();
      }
      page = rows.after(no);
    }
    return new Whole(no, HexFormat.of().formatHex(hash));
  }
}
