package org.hearback.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface ApiKeyRows extends GenericRepository<ApiKeyRow, UUID> {
  Optional<ApiKeyRow> findByHash(byte[] hash);

  Optional<ApiKeyRow> findByName(String name);

  @Query("SELECT * FROM office.api_key ORDER BY name")
  List<ApiKeyRow> all();

  void save(ApiKeyRow row);

  @Query(
      """
      UPDATE office.api_key SET used_on = :day
       WHERE id = :id AND (used_on IS NULL OR used_on < :day)
      """)
  void used(UUID id, LocalDate day);

  @Query("UPDATE office.api_key SET revoked_on = :day WHERE name = :name AND revoked_on IS NULL")
  int revoke(String name, LocalDate day);
}
