package org.hearback.theme;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/** A quote goes with the comment that it is from. */
@Singleton
final class QuoteForgetting implements RetentionStep {
  private final QuoteRows rows;

  QuoteForgetting(QuoteRows rows) {
    this.rows = rows;
  }

  @Override
  public String what() {
    return "quotes";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.FEEDBACK,
            "Words that were picked to be printed, and who picked and checked them",
            "as long as the comment, or until somebody takes them out or reports the comment"));
  }

  @Override
  public int run(Instant now) {
    return rows.removeOrphans();
  }
}
