package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved searches, as user {@code clerk}; each statement names whose they are. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface SavedRows extends GenericRepository<SavedRow, UUID> {

  /** Whoever else changes searches of this person waits; empty where they do not work here. */
  @Query("SELECT id FROM office.staff WHERE id = :staff FOR UPDATE")
  Optional<UUID> hold(UUID staff);

  @Query("SELECT * FROM office.saved_search WHERE staff = :staff ORDER BY no")
  List<SavedRow> of(UUID staff);

  void save(SavedRow row);

  @Query(
      """
      UPDATE office.saved_search SET sealed = :sealed, mailed = :mailed
       WHERE id = :id AND staff = :staff
      """)
  void change(UUID id, UUID staff, byte[] sealed, boolean mailed);

  @Query(
      """
      UPDATE office.saved_search SET seen = :found, told = :found, opened_on = :day
       WHERE id = :id AND staff = :staff
      """)
  void opened(UUID id, UUID staff, int found, LocalDate day);

  @Query("UPDATE office.saved_search SET told = :found WHERE id = :id AND staff = :staff")
  void told(UUID id, UUID staff, int found);

  @Query("DELETE FROM office.saved_search WHERE id = :id AND staff = :staff")
  void remove(UUID id, UUID staff);

  /** Who wants to be told, and was not today. */
  @Query(
      """
      SELECT DISTINCT s.staff FROM office.saved_search s
        LEFT JOIN office.saved_search_turn t ON t.staff = s.staff
       WHERE s.mailed AND (t.day IS NULL OR t.day < :today)
       ORDER BY s.staff
      """)
  List<UUID> owners(LocalDate today);

  /** What nobody has opened since. */
  @Query("DELETE FROM office.saved_search WHERE opened_on < :before")
  int forget(LocalDate before);

  /**
   * Of people who do not work here any more. Read first and then deleted: a statement that does
   * both waits for whoever saves a search, who waits for it.
   */
  @Query(
      """
      SELECT s.id FROM office.saved_search s LEFT JOIN office.staff p ON p.id = s.staff
       WHERE p.id IS NULL
      """)
  List<UUID> ownedByNobody();

  @Query("DELETE FROM office.saved_search WHERE id IN (:ids)")
  int remove(List<UUID> ids);
}
