package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface InvitationRows extends GenericRepository<InvitationRow, UUID> {

  @Query("SELECT MIN(due_on) FROM vault.invitation WHERE state = 'waiting' AND due_on <= :today")
  Optional<LocalDate> oldestDue(LocalDate today);

  @Query("SELECT COUNT(*) FROM vault.invitation WHERE state = 'waiting' AND due_on <= :today")
  long countDue(LocalDate today);

  InvitationRow save(InvitationRow row);

  void deleteById(UUID id);

  Optional<InvitationRow> findByAskedKey(byte[] askedKey);

  List<InvitationRow> findByEvent(UUID event);

  List<InvitationRow> findByPersonIdAndState(String personId, String state);

  /**
   * In no order that anybody could learn from, and so that one bad message does not hold up the
   * same others each time.
   */
  @Query(
      """
      SELECT id FROM vault.invitation
       WHERE state = 'waiting' AND channel = :channel AND due_on <= :today
       ORDER BY RAND() LIMIT :count
      """)
  List<UUID> due(String channel, LocalDate today, int count);

  @Query("UPDATE vault.invitation SET channel = :channel WHERE id = :id")
  void reroute(UUID id, String channel);

  /** Locked, so that two nodes do not send it both. */
  @Query("SELECT * FROM vault.invitation WHERE id = :id AND state = 'waiting' FOR UPDATE")
  Optional<InvitationRow> lock(UUID id);

  /** Never touches {@code spent}: somebody may be answering. */
  @Query(
      """
      UPDATE vault.invitation
         SET route_id = :routeId, event = :event, age_band = :ageBand, area = :area, form = :form,
             form_version = :formVersion, language = :language, due_on = :dueOn,
             channel = :channel, state = :state, reason = :reason
       WHERE id = :id AND state <> 'sent'
      """)
  void weigh(
      UUID id,
      String routeId,
      UUID event,
      String ageBand,
      String area,
      String form,
      int formVersion,
      String language,
      LocalDate dueOn,
      String channel,
      String state,
      String reason);

  @Query(
      "UPDATE vault.invitation SET state = 'refused', reason = :reason WHERE id = :id AND state ="
          + " 'waiting'")
  void refuse(UUID id, String reason);

  @Query(
      """
      UPDATE vault.invitation SET state = 'sent', reason = '', month = :month
       WHERE id = :id AND state <> 'sent'
      """)
  void sent(UUID id, String month);

  @Query(
      """
      SELECT COUNT(*) FROM vault.invitation
       WHERE person_id = :personId AND state = 'sent' AND month >= :month
         AND milestone IN (:milestones)
      """)
  int sentSince(String personId, String month, List<String> milestones);

  /** The month of each other invitation that went to this person, or may have gone. */
  @Query(
      """
      SELECT IF(i.state = 'sent', i.month, DATE_FORMAT(MAX(d.made_on), '%Y-%m'))
        FROM vault.invitation i
        LEFT JOIN vault.delivery d ON d.invitation = i.id AND d.state <> 'failed'
       WHERE i.person_id = :personId AND i.asked_key <> :askedKey
         AND (i.state = 'sent' OR d.id IS NOT NULL)
       GROUP BY i.id, i.state, i.month
      """)
  List<String> askedIn(String personId, byte[] askedKey);

  /** Whoever was invited since that month. */
  @Query("SELECT * FROM vault.invitation WHERE state = 'sent' AND month >= :month")
  List<InvitationRow> sentSince(String month);

  @Query(
      """
      SELECT i.* FROM vault.invitation i JOIN vault.link l ON l.invitation = i.id
       WHERE l.token_hash = :tokenHash
      """)
  Optional<InvitationRow> findByTokenHash(byte[] tokenHash);
}
