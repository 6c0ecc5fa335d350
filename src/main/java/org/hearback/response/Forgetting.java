package org.hearback.response;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/**
 * Forgets responses whose year is long past, and within days in which batch a comment came. The
 * index on each node follows, as with every other change. Releases stay: they count, and hold no
 * answer.
 */
@Singleton
class Forgetting implements RetentionStep {
  /** At the least; a change that is noted just before is kept twice as long. */
  private static final int CHANGE_DAYS = 3;

  /** So many at a time: a transaction stays short, and the next run goes on. */
  private static final int AT_ONCE = 500;

  private final DelinkRows rows;
  private final int years;

  Forgetting(DelinkRows rows, @Value("${hearback.feedback.years}") int years) {
    if (years < 1) {
      throw new IllegalArgumentException("hearback.feedback.years is at least 1");
    }
    this.rows = rows;
    this.years = years;
  }

  @Override
  public String what() {
    return "responses";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.FEEDBACK,
            "Answers without names, under a label that fits ten people or more, and the search"
                + " index",
            years + " years after the year of their label, mostly that in which they were given"),
        new Kept(
            Kept.Store.FEEDBACK,
            "Published figures, what each label counted when its quarter was closed, and how many"
                + " were asked in a month",
            "for good: what has been published cannot be called back"),
        new Kept(
            Kept.Store.FEEDBACK,
            "Which comments came in one batch, for the index",
            CHANGE_DAYS + " to " + 2 * CHANGE_DAYS + " days"));
  }

  @Override
  @Transactional("delinker")
  public int run(Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    forgetChanges(today.toEpochDay());
    var responses = rows.before(Integer.toString(today.getYear() - years), AT_ONCE);
    if (responses.isEmpty()) {
      return 0;
    }
    var comments = rows.commentsOf(responses);
    if (!comments.isEmpty()) {
      rows.nextChange();
      long change = rows.change();
      comments.forEach(comment -> rows.addChange(change, comment));
    }
    rows.forgetComments(responses);
    rows.forgetItems(responses);
    rows.forgetTicks(responses);
    return rows.forgetResponses(responses);
  }

  /** A number has no date, so every few days it is noted how far it has come. */
  private void forgetChanges(long today) {
    if (today - rows.sequence("forget_day") >= CHANGE_DAYS) {
      rows.forgetChanges(rows.sequence("forget"));
      rows.note("forget", rows.change());
      rows.note("forget_day", today);
    }
  }
}
