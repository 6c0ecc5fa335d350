package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "collector")
interface EnvelopeRows extends GenericRepository<EnvelopeRow, UUID> {

  @Query(
      """
      INSERT INTO bridge.envelope
        (id, answer_mac, nonce_hash, withdrawal_mac, week, level, due_at, sent_on,
         by_open_link, body)
      VALUES
        (:id, :answerMac, :nonceHash, :withdrawalMac, :week, :level, :dueAt, :sentOn, :byOpenLink,
         :body)
      """)
  void insert(
      UUID id,
      byte[] answerMac,
      byte[] nonceHash,
      byte[] withdrawalMac,
      String week,
      String level,
      @Nullable LocalDateTime dueAt,
      LocalDate sentOn,
      boolean byOpenLink,
      byte[] body);

  @Query("INSERT INTO bridge.withdrawal (id, code_mac, asked_on) VALUES (:id, :codeMac, :askedOn)")
  void askToWithdraw(UUID id, byte[] codeMac, LocalDate askedOn);
}
