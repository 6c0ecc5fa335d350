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

  Optional<StaffRow> findById(UUID id);

  @Query("SELECT * FROM office.staff ORDER BY sign_in")
  List<StaffRow> everybody();

  @Query(
      """
      SELECT s.*
        FROM office.staff s
        JOIN office.rota r ON r.staff = s.id
       WHERE r.day = :day AND r.place IN (:places)
       ORDER BY s.sign_in
      """)
  List<StaffRow> onRota(LocalDate day, List<String> places);

  @Query(
      """
      SELECT r.day, r.staff, r.place
        FROM office.rota r
        JOIN office.staff s ON s.id = r.staff
       WHERE r.day BETWEEN :from AND :to
       ORDER BY r.day, r.place = 'deputy', s.sign_in
      """)
  List<ShiftRow> rota(LocalDate from, LocalDate to);

  @Query(
      """
      INSERT INTO office.rota (day, staff, place) VALUES (:day, :staff, :place)
      ON DUPLICATE KEY UPDATE place = :place
      """)
  void putOnRota(LocalDate day, UUID staff, String place);

  @Query("DELETE FROM office.rota WHERE day = :day AND staff = :staff")
  void takeOffRota(LocalDate day, UUID staff);
}
