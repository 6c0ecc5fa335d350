package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hearback.journey.Channel;
import org.junit.jupiter.api.Test;

class StoppingTest extends SendingFixture {

  @Test
  void what_changes_between_queueing_and_sending_stops_the_message() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-20");
    vault.context.getBean(WeighJob.class).run();
    assertThat(invitations()).hasSize(1).first().asString().startsWith("p1 waiting");
    vault.file(
        "ssd_person.csv",
        "pers_person_id,pers_dob,pers_expected_dob,pers_death_date",
        "c1,2020-01-01,,2026-11-26");
    vault.now("2026-11-27T12:00:00Z");
    vault.context.getBean(SendJob.class).run();
    assertThat(postman.sent).isEmpty();
    assertThat(reasons()).containsExactly("barred:dead");
  }

  @Test
  void a_called_off_event_is_not_asked_about() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-20");
    vault.context.getBean(WeighJob.class).run();
    vault.file("ssd_cin_assessments.csv", ASSESSMENTS, "a1,c1,,FH-N1");
    at("2026-11-27T12:00:00Z");
    assertThat(postman.sent).isEmpty();
    assertThat(reasons()).containsExactly("event-cancelled");
  }

  @Test
  void a_stop_is_honoured_before_and_after_its_job_has_run() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-08-01".replace("08-01", "11-10"));
    at("2026-11-24T12:00:00Z");
    var links = vault.context.getBean(Links.class);
    var token = postman.token(0);
    links.askToStop(token.hash());
    links.askToStop(token.hash());
    vault.now("2027-01-25T12:00:00Z");
    assessment("a2", "c1", "2027-01-15");
    vault.context.getBean(WeighJob.class).run();
    assertThat(reasons()).as("asked for, not carried out").containsExactly("stopped");
    vault.context.getBean(StopJob.class).run();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.stop_request"))
        .containsExactly("0");
    at("2027-01-26T12:00:00Z");
    assertThat(reasons()).containsExactly("stopped");
    assertThat(postman.sent).hasSize(1);
    assertThat(links.open(token)).isEqualTo(new Link.Lapsed("ar"));
  }

  @Test
  void a_stop_between_queueing_and_sending_is_honoured() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    vault.now("2027-01-25T12:00:00Z");
    assessment("a2", "c1", "2027-01-18");
    vault.context.getBean(WeighJob.class).run();
    vault.context.getBean(Links.class).askToStop(postman.token(0).hash());
    assertThat(vault.context.getBean(Sending.class).due(Channel.TEXT, 10)).hasSize(1);
    assertThat(
            vault
                .context
                .getBean(Sending.class)
                .pack(
                    vault.context.getBean(Sending.class).due(Channel.TEXT, 10).getFirst(),
                    Channel.TEXT))
        .isEmpty();
    assertThat(reasons()).containsExactly("stopped");
  }
}
