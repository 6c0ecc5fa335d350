package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dip-samples and what two people said of their comments, as user {@code clerk}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface SampleRows extends GenericRepository<SampleRow, UUID> {

  @Query(
      """
      INSERT INTO office.sample (id, seed, size, area, audience_group, milestone, period, language,
                                 bounds, drawn_by, drawn_on)
      VALUES (:id, :seed, :size, :area, :audienceGroup, :milestone, :period, :language,
              :bounds, :drawnBy, :drawnOn)
      """)
  void add(
      UUID id,
      String seed,
      int size,
      String area,
      String audienceGroup,
      String milestone,
      String period,
      String language,
      String bounds,
      String drawnBy,
      LocalDate drawnOn);

  @Query(
      "INSERT INTO office.sample_item (sample, place, comment) VALUES (:sample, :place, :comment)")
  void addItem(UUID sample, int place, UUID comment);

  /** So many behind the first ones; the newest first. */
  @Query("SELECT * FROM office.sample ORDER BY drawn_on DESC, id LIMIT :most OFFSET :behind")
  List<SampleRow> some(int most, int behind);

  @Query("SELECT * FROM office.sample WHERE id = :id")
  Optional<SampleRow> find(UUID id);

  @Query("SELECT * FROM office.sample_item WHERE sample = :sample ORDER BY place")
  List<SampleItemRow> items(UUID sample);

  @Query("SELECT * FROM office.sample_coder WHERE sample = :sample ORDER BY seat")
  List<SampleCoderRow> coders(UUID sample);

  /** 0 where somebody has this seat, or this coder has one. */
  @Query(
      """
      INSERT IGNORE INTO office.sample_coder (sample, seat, coder) VALUES (:sample, :seat, :coder)
      """)
  int sit(UUID sample, int seat, String coder);

  /** The newest that each of the two said of each comment. */
  @Query(
      """
      SELECT c.* FROM office.sample_code c
       WHERE c.sample = :sample
         AND c.version = (SELECT MAX(n.version) FROM office.sample_code n
                           WHERE n.sample = c.sample AND n.comment = c.comment
                             AND n.seat = c.seat)
      """)
  List<SampleCodeRow> codes(UUID sample);

  /** Nothing where the same person has said something else in this moment. */
  @Query(
      """
      INSERT IGNORE INTO office.sample_code
        (sample, comment, seat, version, said, themes, coded_on)
      VALUES (:sample, :comment, :seat, :version, :said, :themes, :codedOn)
      """)
  void addCode(
      UUID sample,
      UUID comment,
      int seat,
      int version,
      String said,
      String themes,
      LocalDate codedOn);

  @Query("DELETE FROM office.sample_code WHERE comment IN (:comments)")
  int forgetCodes(List<UUID> comments);

  @Query("DELETE FROM office.sample_item WHERE comment IN (:comments)")
  int forgetItems(List<UUID> comments);
}
