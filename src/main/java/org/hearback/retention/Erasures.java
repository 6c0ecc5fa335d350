package org.hearback.retention;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was hidden or taken out because it pointed to a person, and since when. A backup from before
 * still shows it; whoever restores one hides these again. Safe for any thread and several nodes.
 */
@Singleton
public class Erasures implements RetentionStep {
  private final ErasureRows rows;
  private final int backupDays;

  /** No backup of the database outlives the window; see {@code infra/operating.md}. */
  Erasures(ErasureRows rows, @Value("${hearback.window-days}") int backupDays) {
    this.rows = rows;
    this.backupDays = backupDays;
  }

  /**
   * One comment.
   *
   * @param settledOn empty while it waits for a reader
   * @param gone the day by which no backup shows it any more; empty while it waits
   */
  public record Erasure(
      UUID comment, LocalDate hiddenOn, Optional<LocalDate> settledOn, Optional<LocalDate> gone) {}

  /** It is shown to nobody from this day on. */
  public void hidden(UUID comment, LocalDate today) {
    rows.hidden(comment, today);
  }

  /**
   * A reader has looked at it.
   *
   * @param changed whether anything was taken out
   */
  public void settled(UUID comment, boolean changed, LocalDate today) {
    rows.settled(comment, today, changed ? "taken" : "kept");
  }

  /** Since when a comment has been hidden; empty where nobody knows. */
  public Optional<LocalDate> hiddenSince(UUID comment) {
    return rows.of(comment).stream().findFirst().map(ErasureRow::hiddenOn);
  }

  /** What a backup from before a day may still show because of what was done on that day. */
  public List<UUID> on(LocalDate day) {
    return rows.on(day);
  }

  /** All that a backup may still show, the oldest first. */
  public List<Erasure> inBackups() {
    return rows.all().stream()
        .filter(row -> !row.outcome().equals("kept"))
        .map(row ->
            new Erasure(
                row.comment(),
                row.hiddenOn(),
                day(row.settledOn()),
                day(row.settledOn()).map(this::gone)))
        .toList();
  }

  @Override
  public String what() {
    return "erasures";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.OFFICE,
            "Which comments were hidden or taken out, by their random ids",
            backupDays + " days after that: until no backup shows them any more"));
  }

  @Override
  public int run(Instant now) {
    return rows.forget(
        LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).minusDays(backupDays + 1));
  }

  private LocalDate gone(LocalDate settled) {
    return settled.plusDays(backupDays);
  }

  private static Optional<LocalDate> day(@Nullable LocalDate day) {
    return Optional.ofNullable(day);
  }
}
