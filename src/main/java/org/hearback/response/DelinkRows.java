package org.hearback.response;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The way into the feedback store, as user {@code delinker}, who may insert and hardly look. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "delinker")
interface DelinkRows extends GenericRepository<ResponseRow, UUID> {

  /** 0 when the id is there already: a batch that is done twice passes it over. */
  @Query(
      """
      INSERT IGNORE INTO feedback.response
        (id, form, form_version, area, audience, age_band, milestone, period, language)
      VALUES
        (:id, :form, :formVersion, :area, :audience, :ageBand, :milestone, :period, :language)
      """)
  int addResponse(
      UUID id,
      String form,
      int formVersion,
      String area,
      String audience,
      String ageBand,
      String milestone,
      String period,
      String language);

  @Query(
      "INSERT INTO feedback.tick (response, question, pick) VALUES (:response, :question, :pick)")
  void addTick(UUID response, String question, String pick);

  @Query(
      "INSERT INTO feedback.item (response, item, standing) VALUES (:response, :item, :standing)")
  void addItem(UUID response, String item, String standing);

  @Query(
      """
      INSERT INTO feedback.comment (id, response, question, language, words, english)
      VALUES (:id, :response, :question, :language, :words, :english)
      """)
  void addComment(
      UUID id, UUID response, String question, String language, String words, String english);

  @Query("UPDATE feedback.sequence SET value = value + 1 WHERE name = 'change'")
  int nextChange();

  @Query("SELECT value FROM feedback.sequence WHERE name = 'change'")
  long change();

  @Query("INSERT INTO feedback.change (no, comment) VALUES (:no, :comment)")
  void addChange(long no, UUID comment);

  @Query(
      """
      INSERT INTO feedback.counter (area, audience, quarter, answered)
      VALUES (:area, :audience, :quarter, 1)
      ON DUPLICATE KEY UPDATE answered = answered + 1
      """)
  void count(String area, String audience, String quarter);

  @Query("SELECT value FROM feedback.sequence WHERE name = :name")
  long sequence(String name);

  @Query("UPDATE feedback.sequence SET value = :value WHERE name = :name")
  void note(String name, long value);

  @Query("DELETE FROM feedback.change WHERE no <= :upTo")
  int forgetChanges(long upTo);

  /** Responses of the years before one; a month or a quarter sorts with its year. */
  @Query("SELECT id FROM feedback.response WHERE period < :year LIMIT :atMost")
  List<UUID> before(String year, int atMost);

  @Query("SELECT id FROM feedback.comment WHERE response IN (:responses)")
  List<UUID> commentsOf(List<UUID> responses);

  @Query("DELETE FROM feedback.comment WHERE response IN (:responses)")
  int forgetComments(List<UUID> responses);

  @Query("DELETE FROM feedback.item WHERE response IN (:responses)")
  int forgetItems(List<UUID> responses);

  @Query("DELETE FROM feedback.tick WHERE response IN (:responses)")
  int forgetTicks(List<UUID> responses);

  @Query("DELETE FROM feedback.response WHERE id IN (:responses)")
  int forgetResponses(List<UUID> responses);
}
