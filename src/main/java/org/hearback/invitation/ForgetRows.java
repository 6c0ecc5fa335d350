package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** What is forgotten about invitations, and when. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface ForgetRows extends GenericRepository<InvitationRow, UUID> {

  /** Who answered: once every link of the invitation had lapsed by then. */
  @Query(
      """
      UPDATE vault.link SET spent = FALSE
       WHERE spent
         AND invitation NOT IN
             (SELECT invitation
                FROM (SELECT invitation FROM vault.link WHERE expires_at > :lapsed) AS alive)
      """)
  int spent(LocalDateTime lapsed);

  @Query(
      """
      DELETE FROM vault.link
       WHERE invitation NOT IN
             (SELECT invitation
                FROM (SELECT invitation FROM vault.link WHERE expires_at > :lapsed) AS alive)
      """)
  int links(LocalDateTime lapsed);

  /** Of a professional, who is another person in each record, it is all that counts in a year. */
  @Query(
      """
      DELETE FROM vault.delivery
       WHERE made_on < :longAgo
          OR made_on < :day
             AND invitation NOT IN
                 (SELECT id FROM vault.invitation WHERE audience IN ('STAFF', 'PARTNER'))
      """)
  int deliveries(LocalDate day, LocalDate longAgo);

  @Query("DELETE FROM vault.invitation WHERE state = 'sent' AND month < :month")
  int sent(String month);

  @Query("DELETE FROM vault.invitation WHERE state <> 'sent' AND due_on < :day")
  int others(LocalDate day);
}
