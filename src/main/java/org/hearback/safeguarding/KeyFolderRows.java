package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface KeyFolderRows extends GenericRepository<KeyFolderRow, UUID> {

  List<KeyFolderRow> findAll();

  /** Two nodes that start at once both come here with the id that stands in the folder. */
  @Query("INSERT IGNORE INTO bridge.key_folder (id) VALUES (:id)")
  void add(UUID id);
}
