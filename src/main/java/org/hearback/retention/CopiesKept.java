package org.hearback.retention;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Copies that the database and its host make by themselves; the start and the scripts hold them.
 */
@Singleton
final class CopiesKept implements Keeping {
  private static final int KEY_BACKUP_DAYS = 7;

  private final int windowDays;

  CopiesKept(@Value("${hearback.window-days}") int windowDays) {
    this.windowDays = windowDays;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.BEYOND,
            "Backups of the database, encrypted to two people's keys",
            windowDays + " days at most"),
        new Kept(
            Kept.Store.BEYOND,
            "Backups of the keys, encrypted, without those that are destroyed",
            KEY_BACKUP_DAYS + " days at most"),
        new Kept(
            Kept.Store.BEYOND,
            "The database's own log of changes, where it keeps one",
            windowDays + " days at most: the service does not start beside a longer one"),
        new Kept(
            Kept.Store.BEYOND,
            "The service's own log, which names nobody and holds no link and no answer",
            "as the host is set up"));
  }
}
