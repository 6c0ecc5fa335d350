package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.hearback.journey.CouncilClock;

/**
 * What a respondent's link opens, with the few rights of {@code collector}. Stateless; safe for any
 * thread; throws what the database throws.
 */
@Singleton
public class Links {
  private final OpenRows rows;
  private final SpendRows spending;
  private final CouncilClock clock;

  Links(OpenRows rows, SpendRows spending, CouncilClock clock) {
    this.rows = rows;
    this.spending = spending;
    this.clock = clock;
  }

  /** What the link is good for now. Opening changes nothing and is no transaction. */
  public Link open(LinkToken token) {
    return rows.find(token.hash().bytes())
        .<Link>map(row -> {
          if (row.spent()) {
            return new Link.Spent(row.language());
          }
          if (row.stopped()) {
            return new Link.Stopped(row.language());
          }
          return row.expiresAt().isAfter(clock.utc())
              ? new Link.Waiting(row.form(), row.formVersion(), row.language())
              : new Link.Lapsed(row.language());
        })
        .orElseGet(() -> door(token));
  }

  /** Looked for only where nobody was invited by this secret. */
  private Link door(LinkToken token) {
    return rows.door(token.hash().bytes())
        .<Link>map(row ->
            row.closed()
                ? new Link.Lapsed(row.language())
                : new Link.Open(
                    row.form(), row.formVersion(), row.language(), row.kind().equals("tablet")))
        .orElseGet(Link.Unknown::new);
  }

  /**
   * Spends the invitation of a link, within the caller's transaction.
   *
   * @return whether it is the caller's now; not where it was spent, has lapsed or is unknown
   */
  @Transactional("collector")
  public boolean spend(TokenHash hash, Instant now) {
    return spending.spend(hash.bytes(), LocalDateTime.ofInstant(now, ZoneOffset.UTC)) > 0;
  }

  /** Asks that no more messages go to where this link went; {@link StopJob} carries it out. */
  @Transactional("collector")
  public void askToStop(TokenHash hash) {
    spending.askToStop(hash.bytes());
  }
}
