package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Counts those who answered while they are being forgotten, as user {@code courier}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface ReplyRows extends GenericRepository<RepliedRow, String> {

  /** Whoever forgets holds this row until the end: two nodes would count the same people. */
  @Query(
      """
      INSERT INTO vault.replied (asked_in, sealed) VALUES ('', '')
      ON DUPLICATE KEY UPDATE asked_in = ''
      """)
  void takeTurn();

  /** Of whom {@link ForgetRows#spent} is going to forget that they have answered. */
  @Query(
      """
      SELECT i.month, i.area, i.audience, i.channel, i.language, COUNT(DISTINCT i.id) AS people
        FROM vault.link l
        JOIN vault.invitation i ON i.id = l.invitation
       WHERE l.spent AND i.state = 'sent' AND i.month <> ''
         AND l.invitation NOT IN (SELECT invitation FROM vault.link WHERE expires_at > :lapsed)
       GROUP BY i.month, i.area, i.audience, i.channel, i.language
      """)
  List<ReplyRow> forgotten(LocalDateTime lapsed);

  @Query(
      """
      SELECT month, area, audience, channel, language, COUNT(*) AS people
        FROM vault.invitation
       WHERE state = 'sent' AND month >= :first AND month <= :last
       GROUP BY month, area, audience, channel, language
      """)
  List<ReplyRow> asked(String first, String last);

  /** How many links still say of somebody who was asked then that they have answered. */
  @Query(
      """
      SELECT COUNT(*)
        FROM vault.link l
        JOIN vault.invitation i ON i.id = l.invitation
       WHERE l.spent AND i.state = 'sent' AND i.month >= :first AND i.month <= :last
      """)
  long known(String first, String last);

  @Query("SELECT asked_in, sealed FROM vault.replied WHERE asked_in = :askedIn")
  Optional<RepliedRow> of(String askedIn);

  @Query(
      """
      INSERT INTO vault.replied (asked_in, sealed) VALUES (:askedIn, :sealed)
      ON DUPLICATE KEY UPDATE sealed = :sealed
      """)
  void keep(String askedIn, byte[] sealed);

  @Query("DELETE FROM vault.replied WHERE asked_in = :askedIn")
  int drop(String askedIn);

  @Query("DELETE FROM vault.replied WHERE asked_in <> '' AND asked_in < :first")
  int dropBefore(String first);
}
