package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Envelopes and what duty does with them, as user {@code duty}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface DutyRows extends GenericRepository<SealedRow, UUID> {
  String COLUMNS = "e.id, e.week, e.level, e.due_at, e.sent_on, e.body";

  /**
   * What keeps an answer ({@code c}, its clearing) in the bridge: somebody may be hurt, it is held,
   * or somebody is about to find out, or has found out, who sent it and has not given account.
   */
  String NOTHING_KEEPS =
      """
      NOT EXISTS (SELECT 1 FROM bridge.concern o WHERE o.envelope = c.envelope AND o.state = 'open')
      AND NOT EXISTS (SELECT 1 FROM bridge.hold h WHERE h.envelope = c.envelope)
      AND NOT EXISTS (SELECT 1 FROM bridge.unlock_request u
                       WHERE u.envelope = c.envelope AND u.state IN ('asked', 'open', 'shut'))
      """;

  /** What waits with the hour that it has, up to the name of it all. */
  String WAITS =
      """
      SELECT MIN(w.due_at)
        FROM (SELECT o.due_at, o.owner, o.level, c.state
                FROM bridge.concern o
                LEFT JOIN bridge.envelope e ON e.id = o.envelope
                LEFT JOIN bridge.clearing c ON c.envelope = o.envelope
               WHERE o.state = 'open' AND COALESCE(e.by_open_link, FALSE) = :byOpenLink
              UNION ALL
              SELECT e.due_at, '', e.level, NULL
                FROM bridge.envelope e
                LEFT JOIN bridge.clearing c ON c.envelope = e.id
               WHERE c.envelope IS NULL AND e.by_open_link = :byOpenLink
                 AND e.week IN (:weeks)
      """;

  Optional<SealedRow> findById(UUID id);

  @Query(
      "SELECT "
          + COLUMNS
          + """
           FROM bridge.envelope e
           LEFT JOIN bridge.clearing c ON c.envelope = e.id
          WHERE c.envelope IS NULL AND e.week IN (:weeks) AND e.id > :after
          ORDER BY e.id
          LIMIT :most
          """)
  List<SealedRow> unopened(List<String> weeks, UUID after, int most);

  @Query(
      "SELECT "
          + COLUMNS
          + """
           FROM bridge.envelope e
           JOIN bridge.clearing c ON c.envelope = e.id AND c.state = 'cleared'
          WHERE e.sent_on <= :sentBy AND e.week IN (:weeks) AND
          """
          + NOTHING_KEEPS)
  List<SealedRow> cleared(LocalDate sentBy, List<String> weeks);

  @Query("SELECT id FROM bridge.envelope WHERE withdrawal_mac = :codeMac")
  List<UUID> withdrawable(byte[] codeMac);

  /** The names of the keys that something still needs. */
  @Query(
      """
      SELECT week FROM bridge.envelope
      UNION SELECT key_name FROM bridge.hold
      UNION SELECT week FROM bridge.batch
      UNION SELECT week FROM bridge.contact_request
      """)
  List<String> keysInUse();

  /** What is flagged and not opened yet is kept as well: its concern is about to be. */
  @Query(
      """
      SELECT COUNT(*) > 0
        FROM bridge.envelope e
        LEFT JOIN bridge.clearing c ON c.envelope = e.id
       WHERE e.id = :id AND (c.envelope IS NULL AND e.level <> 'none'
                             OR c.envelope IS NOT NULL AND NOT (
      """
          + NOTHING_KEEPS
          + "))")
  boolean isKept(UUID id);

  /** Whether it is still there; it stays until the transaction ends. */
  @Query("SELECT id FROM bridge.envelope WHERE id = :id FOR UPDATE")
  Optional<UUID> lockEnvelope(UUID id);

  @Query("SELECT COUNT(*) FROM bridge.envelope WHERE week NOT IN (:weeks)")
  long countBeyond(List<String> weeks);

  @Query("DELETE FROM bridge.envelope WHERE id = :id")
  void deleteEnvelope(UUID id);

  @Query("DELETE FROM bridge.envelope WHERE id IN (:ids) ORDER BY id")
  int deleteEnvelopes(List<UUID> ids);

  @Query("DELETE FROM bridge.clearing WHERE envelope IN (:ids) ORDER BY envelope")
  int deleteClearings(List<UUID> ids);

  @Query("DELETE FROM bridge.concern WHERE envelope IN (:ids) ORDER BY envelope")
  int deleteConcerns(List<UUID> ids);

  @Query("DELETE FROM bridge.unlock_request WHERE envelope IN (:ids) ORDER BY envelope")
  int deleteUnlocks(List<UUID> ids);

  @Query("DELETE FROM bridge.alert WHERE envelope IN (:ids) ORDER BY envelope, step")
  int deleteAlerts(List<UUID> ids);

  @Query("DELETE FROM bridge.alert WHERE envelope = :id AND step >= :step")
  int deleteAlertsFrom(UUID id, int step);

  /**
   * By when the first must have been read and dealt with that waits, opened or not. A concern whose
   * envelope is not there counts with those of who was asked.
   */
  @Query(WAITS + ") w")
  Optional<LocalDateTime> earliestDue(boolean byOpenLink, List<String> weeks);

  /**
   * The same of what is unread, or red or amber in nobody's hands. What is read and in somebody's
   * hands, a complaint that takes weeks, holds up nobody else.
   */
  @Query(
      WAITS
          + """
             ) w
             WHERE w.state IS NULL OR w.state = 'queued'
                OR w.owner = '' AND w.level IN ('red', 'amber')
          """)
  Optional<LocalDateTime> earliestStalled(boolean byOpenLink, List<String> weeks);

  @Query(
      """
      SELECT MIN(e.sent_on) FROM bridge.envelope e
        LEFT JOIN bridge.clearing c ON c.envelope = e.id
       WHERE (c.envelope IS NULL OR c.state = 'queued') AND e.by_open_link = :byOpenLink
      """)
  Optional<LocalDate> oldestUnread(boolean byOpenLink);

  @Query(
      """
      SELECT MIN(e.sent_on) FROM bridge.envelope e
        LEFT JOIN bridge.clearing c ON c.envelope = e.id
       WHERE e.level = :level AND NOT e.by_open_link
         AND (c.envelope IS NULL OR c.state = 'queued')
      """)
  Optional<LocalDate> oldestUnread(String level);

  @Query(
      """
      SELECT MIN(e.sent_on) FROM bridge.envelope e
        JOIN bridge.clearing c ON c.envelope = e.id AND c.state <> 'queued'
      """)
  Optional<LocalDate> oldestCleared();
}
