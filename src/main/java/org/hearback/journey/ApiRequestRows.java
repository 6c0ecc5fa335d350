package org.hearback.journey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface ApiRequestRows extends GenericRepository<ApiRequestRow, byte[]> {

  Optional<ApiRequestRow> findByKeyHash(byte[] keyHash);

  /** Does not wait: who finds the row taken is told at once. */
  @Query(
      """
      SET STATEMENT innodb_lock_wait_timeout = 0 FOR
      INSERT INTO vault.api_request (key_hash, body_hash, reply, made_on)
      VALUES (:keyHash, :bodyHash, '', :madeOn)
      """)
  void claim(byte[] keyHash, byte[] bodyHash, LocalDate madeOn);

  @Query("UPDATE vault.api_request SET reply = :reply WHERE key_hash = :keyHash")
  void answer(byte[] keyHash, String reply);

  @Query("DELETE FROM vault.api_request WHERE key_hash = :keyHash AND made_on < :from")
  int clear(byte[] keyHash, LocalDate from);

  @Query("DELETE FROM vault.api_request WHERE made_on < :from LIMIT 10000")
  int forget(LocalDate from);
}
