package org.hearback.anonymity;

/**
 * For how long somebody could find out who sent an answer, at the longest, as the forms say it
 * before the first question. Longer only where a concern is open, or where fewer than ten have
 * answered whose invitations are still known; the forms say that too.
 *
 * <p>An answer keeps its link for the window, then until a reader has cleared it, then for as long
 * as it may wait for nine others that share its label. The key that opens it belongs to its week
 * and dies with the last envelope of that week, and a backup of the key folder lives on for some
 * days. That somebody sent, and when, stands in backups of the database and in its binary log until
 * these expire; the start and {@code infra/backup/expire} refuse more than the window for both.
 *
 * @param windowDays from Send to de-link, {@code hearback.window-days}
 */
public record TraceTime(int windowDays) {
  /** By then an answer has been read; where it has not, {@link Due#latest} closes forms. */
  public static final int CLEARING_DAYS = 5;

  /** As {@code infra/backup/expire} has it, always. */
  static final int KEY_BACKUP_DAYS = 7;

  private static final int REST_OF_WEEK_DAYS = 6;
  private static final int WEEK_DAYS = 7;

  public TraceTime {
    if (windowDays < 1) {
      throw new IllegalArgumentException("hearback.window-days is at least 1");
    }
  }

  /** All of it one after the other. */
  public int days() {
    int backups = Math.max(KEY_BACKUP_DAYS, windowDays);
    int link = Math.max(windowDays + CLEARING_DAYS, BatchRule.PATIENCE_DAYS);
    return link + REST_OF_WEEK_DAYS + backups;
  }

  /** In whole weeks, as people are told; never less than {@link #days()}. */
  public int weeks() {
    return Math.ceilDiv(days(), WEEK_DAYS);
  }
}
