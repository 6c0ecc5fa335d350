package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

/** To whom the audit's head was mailed, as user {@code clerk}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface HeadRows extends GenericRepository<HeadRow, LocalDate> {

  /** 1 when nobody has tried yet, and then it is the caller's to send. */
  @Query(
      """
      INSERT IGNORE INTO office.audit_head (day, recipient, state)
      VALUES (:day, :recipient, 'taken')
      """)
  int take(LocalDate day, String recipient);

  /** 1 when the last try left nothing, and then it is the caller's to send. */
  @Query(
      """
      UPDATE office.audit_head SET state = 'taken'
       WHERE day = :day AND recipient = :recipient AND state = 'failed'
      """)
  int takeAgain(LocalDate day, String recipient);

  @Query("UPDATE office.audit_head SET state = :state WHERE day = :day AND recipient = :recipient")
  void settle(LocalDate day, String recipient, String state);

  @Query("SELECT MAX(day) FROM office.audit_head WHERE recipient = :recipient AND state = 'sent'")
  Optional<LocalDate> lastSent(String recipient);

  @Query("DELETE FROM office.audit_head WHERE day < :before")
  int forget(LocalDate before);
}
