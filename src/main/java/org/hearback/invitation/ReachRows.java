package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Counts invitations, as user {@code courier}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface ReachRows extends GenericRepository<InvitationRow, UUID> {

  /**
   * Of one month.
   *
   * @param meant reasons for which somebody is not asked on purpose
   */
  @Query(
      """
      SELECT area, audience, channel, language, SUM(state = 'sent') AS asked,
             SUM(state = 'refused') AS missed
        FROM vault.invitation
       WHERE state = 'sent' AND month = :month
          OR state = 'refused' AND DATE_FORMAT(due_on, '%Y-%m') = :month
             AND reason NOT IN (:meant) AND reason NOT LIKE 'barred%'
       GROUP BY area, audience, channel, language
      """)
  List<ReachRow> count(String month, List<String> meant);
}
