package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.hearback.invitation.SendJob;
import org.hearback.invitation.StopJob;
import org.hearback.invitation.WeighJob;
import org.hearback.journey.Import;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stop works from the first message, without signing in, and asks once. */
class StopPageTest {
  private static TestHouse house;
  private Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    house =
        TestHouse.on(TestDatabase.shared(), Map.of("hearback.address", "https://v.example.gov.uk"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() throws Exception {
    house.database().empty();
    house.clock().set(SetClock.START);
    visitor = new Visitor(house.address());
  }

  @Test
  void stop_takes_one_button_and_then_nothing_more_is_sent(@TempDir java.nio.file.Path folder)
      throws Exception {
    house.get(Import.class).file(PathFiles.contacts(folder));
    var file = folder.resolve("ssd_cin_assessments.csv");
    house.get(Import.class).file(PathFiles.assessments(file, 2, 3));
    house.get(WeighJob.class).run();
    house.get(SendJob.class).run();
    var path = newestLink();
    var asked = visitor.get(path + "?stop", "en");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body().split("<button", -1)).hasSize(2);
    assertThat(asked.body()).contains("method=\"post\"");
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).isEmpty();
    for (int press = 0; press < 2; press++) {
      var done = visitor.post(path + "?stop", "");
      assertThat(done.statusCode()).isEqualTo(200);
      assertThat(done.body()).contains("We will stop");
      Visitor.isPlain(done);
    }
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).hasSize(1);
    int before = house.get(RecordingPostman.class).messages().size();
    house.get(StopJob.class).run();
    assertThat(house.database().column("SELECT * FROM vault.stop")).hasSize(1);
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).isEmpty();
    var closed = visitor.get(path, "en");
    assertThat(closed.statusCode()).isEqualTo(410);
    assertThat(closed.body()).contains("tel:999", "Somebody asked us to stop these messages");
    // Months later both families are due again: one text goes, to the other phone.
    house.clock().pass(Duration.ofDays(80));
    java.nio.file.Files.writeString(
        file,
        "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team\n"
            + "P-B02,P-C02,2027-02-02,FH-N1\nP-B03,P-C03,2027-02-02,FH-N1\n");
    house.get(Import.class).file(file);
    house.get(WeighJob.class).run();
    house.get(SendJob.class).run();
    assertThat(house.get(RecordingPostman.class).messages()).hasSize(before + 1);
    assertThat(
            house.database().column("SELECT reason FROM vault.invitation WHERE state = 'refused'"))
        .containsExactly("stopped");
  }

  @Test
  void asking_to_stop_with_a_link_that_is_none_records_nothing() throws Exception {
    var reply = visitor.post("/0123456789abcdef?stop", "");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(visitor.get("/nothing", "en").body());
    assertThat(house.database().column("SELECT * FROM vault.stop_request")).isEmpty();
  }

  private static String newestLink() {
    var link = house.get(RecordingPostman.class).arrived().getFirst().link();
    return link.substring(link.lastIndexOf('/'));
  }
}
