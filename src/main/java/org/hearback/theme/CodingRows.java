package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What people say of comments, as user {@code clerk}: added to, never rewritten. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface CodingRows extends GenericRepository<CodingRow, Long> {

  /** The number of the newest; 0 while there is none. */
  @Query("SELECT COALESCE(MAX(no), 0) FROM office.coding")
  long last();

  /** The comment of a number; empty where it is forgotten. */
  @Query("SELECT COALESCE(MIN(CAST(comment AS CHAR)), '') FROM office.coding WHERE no = :no")
  String mark(long no);

  /** 0 where somebody else has this number. */
  @Query(
      """
      INSERT IGNORE INTO office.coding (no, comment, said, themes, sides, book, coded_by, coded_on)
      VALUES (:no, :comment, :said, :themes, :sides, :book, :codedBy, :codedOn)
      """)
  int add(
      long no,
      UUID comment,
      String said,
      String themes,
      String sides,
      String book,
      String codedBy,
      LocalDate codedOn);

  /** Comments of which something was said. */
  @Query("SELECT DISTINCT comment FROM office.coding WHERE no > :after AND no <= :upTo")
  List<UUID> between(long after, long upTo);

  /** The newest of each of some comments. */
  @Query(
      """
      SELECT * FROM office.coding
       WHERE no IN (SELECT MAX(n.no) FROM office.coding n
                     WHERE n.comment IN (:comments) GROUP BY n.comment)
      """)
  List<CodingRow> newest(List<UUID> comments);

  /** The number of the newest before a day; 0 while there is none. */
  @Query("SELECT COALESCE(MAX(no), 0) FROM office.coding WHERE coded_on < :day")
  long lastBefore(LocalDate day);

  /** How often comments were drawn for dip-samples. */
  @Query("SELECT COUNT(*) FROM office.sample_item")
  long drawn();

  /**
   * The newest of each comment up to a number, as far as it names themes, and never of one that is
   * in a dip-sample: by those the book is measured.
   */
  @Query(
      """
      SELECT c.* FROM office.coding c
       WHERE c.no = (SELECT MAX(n.no) FROM office.coding n
                      WHERE n.comment = c.comment AND n.no <= :upTo)
         AND c.said = 'themes'
         AND NOT EXISTS (SELECT * FROM office.sample_item i WHERE i.comment = c.comment)
       ORDER BY c.no DESC
       LIMIT :most
      """)
  List<CodingRow> taught(long upTo, int most);

  /** Comments that are named anywhere, in the order of their ids. */
  @Query(
      """
      SELECT comment FROM office.coding WHERE comment > :after
      UNION
      SELECT comment FROM office.sample_item WHERE comment > :after
      UNION
      SELECT comment FROM office.sample_code WHERE comment > :after
      ORDER BY comment
      LIMIT 500
      """)
  List<UUID> named(UUID after);

  /** The one with the highest number stays: a number that comes twice would be passed over. */
  @Query(
      """
      DELETE FROM office.coding WHERE comment IN (:comments) AND no < :last
      """)
  int forget(List<UUID> comments, long last);
}
