package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hearback.answer.KeyFolder;

/**
 * Whether the key folder belongs to this database. On another database the service would find no
 * envelopes and destroy the keys that the real one still needs; so a folder and a database are
 * bound at their first start, by a random number that both keep, before the first week key is made.
 */
@Singleton
final class KeyOwner {
  private final KeyFolder folder;
  private final KeyFolderRows rows;

  KeyOwner(KeyFolder folder, KeyFolderRows rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /**
   * Binds the two at their first meeting, later only looks.
   *
   * @throws IllegalStateException when they do not belong together, with what an operator has to do
   */
  void check() {
    var database = rows.findAll().stream().map(KeyFolderRow::id).findFirst();
    var keys = folder.owner();
    if (database.isPresent()) {
      if (keys.isEmpty()) {
        throw new IllegalStateException(
            "holds no week keys of this database; mount the right folder, or restore it from its"
                + " backup");
      }
      if (!keys.equals(database)) {
        throw foreign();
      }
      return;
    }
    if (!folder.keys().isEmpty()) {
      throw foreign();
    }
    rows.add(keys.or(this::first).orElseThrow());
  }

  private Optional<UUID> first() {
    folder.own(UUID.randomUUID());
    return folder.owner(); // another node may have been first
  }

  private static IllegalStateException foreign() {
    return new IllegalStateException(
        "belongs to another database, which may still need its keys; see \"Keys and database\" in"
            + " infra/operating.md");
  }
}
