package org.hearback.answer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.UUID;

/** Puts in requests to be contacted, as user {@code collector}, who may not look at one. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "collector")
interface ContactMeRows extends GenericRepository<ContactMeRow, UUID> {

  @Query(
      """
      INSERT INTO bridge.contact_request (id, nonce_hash, week, received_on, body)
      VALUES (:id, :nonceHash, :week, :receivedOn, :body)
      """)
  void insert(UUID id, byte[] nonceHash, String week, LocalDate receivedOn, byte[] body);
}
