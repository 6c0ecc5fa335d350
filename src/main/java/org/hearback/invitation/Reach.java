package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import org.hearback.journey.Audience;

/**
 * How many people were asked, and how many should have been and could not be reached. It counts and
 * names nobody. Safe for any thread.
 */
@Singleton
public class Reach {
  /** Not to ask these is right, and no failure to reach them. */
  private static final List<String> MEANT =
      List.of(
          "event-cancelled",
          "flag",
          "unknown-flag",
          "age",
          "stopped",
          "asked-recently",
          "enough-reviews",
          "asked-enough",
          "replaced");

  private final ReachRows rows;

  Reach(ReachRows rows) {
    this.rows = rows;
  }

  /**
   * Invitations that have all but their number in common.
   *
   * @param way text, email or letter: by which they were asked, or would have been
   * @param missed should have been asked, and there was no safe way
   */
  public record Counted(
      String area, Audience audience, String way, String language, int asked, int missed) {}

  /** Of a month that is over; why somebody was missed is known for 90 days. */
  @Transactional(value = "courier", readOnly = true)
  public List<Counted> in(YearMonth month) {
    return rows.count(month.toString(), MEANT).stream()
        .map(row ->
            new Counted(
                row.area(),
                Audience.valueOf(row.audience()),
                row.channel(),
                row.language(),
                Math.toIntExact(row.asked()),
                Math.toIntExact(row.missed())))
        .toList();
  }
}
