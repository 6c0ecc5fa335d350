package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Whose e-mail about saved searches is done today, as user {@code clerk}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface SavedTurnRows extends GenericRepository<SavedTurnRow, UUID> {

  /** A first turn; nothing where there was one. */
  @Query("INSERT IGNORE INTO office.saved_search_turn (staff, day) VALUES (:staff, :yesterday)")
  void begin(UUID staff, LocalDate yesterday);

  /** 1 for whoever may count and send now; 0 when today is done, or another node is at it. */
  @Query(
      """
      UPDATE office.saved_search_turn SET holder = :holder, held_until = :until
       WHERE staff = :staff AND day < :today AND (held_until IS NULL OR held_until < :now)
      """)
  int take(UUID staff, UUID holder, LocalDate today, LocalDateTime now, LocalDateTime until);

  /** 1 where it is still the holder's. */
  @Query(
      """
      UPDATE office.saved_search_turn SET day = :today, holder = NULL, held_until = NULL
       WHERE staff = :staff AND holder = :holder
      """)
  int done(UUID staff, UUID holder, LocalDate today);

  @Query("DELETE FROM office.saved_search_turn WHERE day < :before")
  int forget(LocalDate before);
}
