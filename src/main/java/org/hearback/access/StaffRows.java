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
interface StaffRows extends GenericRepository<StaffRow, UUID> {

  @Query("SELECT * FROM office.staff WHERE sign_in = :signIn")
  Optional<StaffRow> bySignIn(String signIn);

  boolean existsByTryoutTrue();

  void save(StaffRow row);

  @Query(
      """
      SELECT s.*
        FROM office.staff s
        JOIN office.rota r ON r.staff = s.id
       WHERE r.day = :day
       ORDER BY s.sign_in
      """)
  List<StaffRow> onDuty(LocalDate day);

  @Query("INSERT IGNORE INTO office.rota (day, staff) VALUES (:day, :staff)")
  void putOnDuty(LocalDate day, UUID staff);

  @Query("DELETE FROM office.rota WHERE day = :day AND staff = :staff")
  void takeOffDuty(LocalDate day, UUID staff);
}
