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

/** What waits, which steps were taken for it, and what has still to be said to whom. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface AlertRows extends GenericRepository<ConcernRow, UUID> {

  /**
   * Flagged answers that wait, those of who was asked first. One that cannot be opened waits too,
   * but not one whose key is gone: that became a response long ago.
   *
   * @param allWeeks whether nobody can tell which keys are gone; then all wait
   */
  @Query(
      """
      SELECT w.envelope, w.level, w.due_at, w.owner, w.by_open_link,
             COALESCE((SELECT GROUP_CONCAT(a.step) FROM bridge.alert a
                        WHERE a.envelope = w.envelope), '') AS taken
        FROM (SELECT o.envelope, o.level, o.due_at, o.owner,
                     COALESCE(e.by_open_link, FALSE) AS by_open_link
                FROM bridge.concern o
                LEFT JOIN bridge.envelope e ON e.id = o.envelope
               WHERE o.state = 'open'
              UNION ALL
              SELECT e.id, e.level, e.due_at, '', e.by_open_link
                FROM bridge.envelope e
                LEFT JOIN bridge.clearing c ON c.envelope = e.id
               WHERE c.envelope IS NULL AND e.due_at IS NOT NULL
                 AND (:allWeeks OR e.week IN (:weeks))) w
       ORDER BY w.by_open_link, w.due_at
       LIMIT :most
      """)
  List<WaitingRow> waiting(boolean allWeeks, List<String> weeks, int most);

  /**
   * What is not flagged, was sent until a day and is unread, as far as nobody was told yet that it
   * is late.
   */
  @Query(
      """
      SELECT e.id, e.sent_on, e.by_open_link
        FROM bridge.envelope e
        LEFT JOIN bridge.clearing c ON c.envelope = e.id
       WHERE e.level = 'none' AND e.sent_on <= :until
         AND (:allWeeks OR e.week IN (:weeks))
         AND (c.envelope IS NULL OR c.state = 'queued')
         AND NOT EXISTS (SELECT 1 FROM bridge.alert a
                          WHERE a.envelope = e.id AND a.step = :overdue)
       ORDER BY e.by_open_link, e.sent_on, e.id
       LIMIT :most
      """)
  List<LateRow> late(LocalDate until, boolean allWeeks, List<String> weeks, int overdue, int most);

  /**
   * Whether something unread is not flagged, of which somebody was told: perhaps in vain so far.
   */
  @Query(
      """
      SELECT EXISTS (SELECT 1 FROM bridge.alert a
                       JOIN bridge.envelope e ON e.id = a.envelope
                       LEFT JOIN bridge.clearing c ON c.envelope = e.id
                      WHERE e.level = 'none' AND (c.envelope IS NULL OR c.state = 'queued'))
      """)
  boolean anyLateTold();

  /** 1 for whoever takes the step; 0 where it was taken. */
  @Query("INSERT IGNORE INTO bridge.alert (envelope, step, at) VALUES (:envelope, :step, :at)")
  int take(UUID envelope, int step, LocalDateTime at);

  /** When this step was last taken for an answer by an open link, or for a flagged one. */
  @Query(
      """
      SELECT MAX(a.at) FROM bridge.alert a
        JOIN bridge.envelope e ON e.id = a.envelope
       WHERE a.step = :step AND e.by_open_link
         AND (NOT :flagged OR e.level <> 'none'
              OR EXISTS (SELECT 1 FROM bridge.concern o WHERE o.envelope = e.id))
      """)
  Optional<LocalDateTime> lastByOpenLink(int step, boolean flagged);

  /**
   * What is being sent just now covers it, unless this one is more urgent: then it goes once more.
   */
  @Query(
      """
      INSERT INTO bridge.alert_message (recipient, way, due_at) VALUES (:recipient, :way, :dueAt)
      ON DUPLICATE KEY UPDATE held_until = IF(:dueAt < due_at, NULL, held_until),
                              holder = IF(:dueAt < due_at, NULL, holder),
                              next_try = NULL, tries = 0, due_at = LEAST(due_at, :dueAt)
      """)
  void say(String recipient, String way, LocalDateTime dueAt);

  @Query(
      """
      SELECT recipient, way, due_at, tries FROM bridge.alert_message
       WHERE (held_until IS NULL OR held_until < :now) AND (next_try IS NULL OR next_try <= :now)
       ORDER BY tries, due_at
      """)
  List<AlertMessageRow> unsent(LocalDateTime now);

  /** 1 for whoever may send it now. */
  @Query(
      """
      UPDATE bridge.alert_message SET held_until = :until, holder = :holder
       WHERE recipient = :recipient AND way = :way
         AND (held_until IS NULL OR held_until < :now)
      """)
  int hold(String recipient, String way, UUID holder, LocalDateTime now, LocalDateTime until);

  @Query(
      """
      DELETE FROM bridge.alert_message
       WHERE recipient = :recipient AND way = :way AND holder = :holder
      """)
  void sent(String recipient, String way, UUID holder);

  @Query(
      """
      UPDATE bridge.alert_message
         SET held_until = NULL, holder = NULL, failed_at = COALESCE(failed_at, :now),
             tries = tries + 1, next_try = :nextTry
       WHERE recipient = :recipient AND way = :way AND holder = :holder
      """)
  void failed(String recipient, String way, UUID holder, LocalDateTime now, LocalDateTime nextTry);

  @Query("SELECT MIN(failed_at) FROM bridge.alert_message")
  Optional<LocalDateTime> failingSince();

  /** What has still to be said, held or not. */
  @Query("SELECT recipient, way, due_at, tries FROM bridge.alert_message")
  List<AlertMessageRow> messages();

  /** It has not to be said any more, unless it was said of something else meanwhile. */
  @Query(
      """
      DELETE FROM bridge.alert_message
       WHERE recipient = :recipient AND way = :way AND due_at = :dueAt AND tries = :tries
      """)
  void forgetMessage(String recipient, String way, LocalDateTime dueAt, int tries);
}
