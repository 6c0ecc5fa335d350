package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Requests to be contacted, as user {@code duty}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface ContactRequestRows extends GenericRepository<ContactRequestRow, UUID> {

  /** In the order of their random ids, which is not that in which they came. */
  @Query("SELECT id, week, received_on, body FROM bridge.contact_request ORDER BY id")
  List<ContactRequestRow> waiting();

  /** 1 for whoever may mail it now. */
  @Query(
      """
      UPDATE bridge.contact_request SET held_until = :until, holder = :holder
       WHERE id = :id AND (held_until IS NULL OR held_until < :now)
      """)
  int hold(UUID id, UUID holder, LocalDateTime now, LocalDateTime until);

  @Query("DELETE FROM bridge.contact_request WHERE id = :id AND holder = :holder")
  void sent(UUID id, UUID holder);

  @Query(
      """
      UPDATE bridge.contact_request SET held_until = NULL, holder = NULL
       WHERE id = :id AND holder = :holder
      """)
  void failed(UUID id, UUID holder);

  /** Under another week's key, unless it is being mailed. */
  @Query(
      """
      UPDATE bridge.contact_request SET week = :week, body = :body
       WHERE id = :id AND week = :before AND holder IS NULL
      """)
  int carry(UUID id, String before, String week, byte[] body);
}
