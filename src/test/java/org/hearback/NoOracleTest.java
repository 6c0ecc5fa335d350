package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearback.invitation.LinkToken;
import org.hearback.journey.Import;
import org.hearback.safeguarding.OpenJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever holds a link cannot try out names: the page after Send is the same whatever the contact
 * record says, and nothing asks the record before it is out.
 */
class NoOracleTest {
  private static final String WORDS =
      "Jordan Fell shouted, and Amira Okoro from Larkhollow saw it.";

  @TempDir Path folder;
  private TestHouse house;
  private List<LinkToken> links;

  @BeforeEach
  void two_families_are_asked() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    var contacts =
        Files.writeString(
            folder.resolve("contacts.csv"),
            """
            person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at
            O-C1,child,O-F1,Danielle Fell,,,en,8-11,,,2026-11-01T00:00:00Z
            O-P1,parent,O-F1,Jordan Fell,07700 900101,,en,,yes,,2026-11-01T00:00:00Z
            O-C2,child,O-F2,Amira Okoro,,,en,8-11,,,2026-11-01T00:00:00Z
            O-P2,parent,O-F2,Grace Okoro,07700 900102,,en,,yes,,2026-11-01T00:00:00Z
            """);
    house.get(Import.class).file(contacts);
    links = new ArrayList<>();
    for (var person : List.of("O-P1", "O-P2")) {
      links.addAll(house.invited(1));
      house
          .database()
          .execute(
              "UPDATE vault.invitation SET person_id = '"
                  + person
                  + "', route_id = '"
                  + person
                  + "' WHERE person_id LIKE 'person-%'");
    }
    house.database().execute("SET GLOBAL log_output = 'TABLE'");
    house.database().execute("TRUNCATE TABLE mysql.general_log");
    house.database().execute("SET GLOBAL general_log = ON");
  }

  @AfterEach
  void close() throws Exception {
    house.database().execute("SET GLOBAL general_log = OFF");
    house.database().execute("TRUNCATE TABLE mysql.general_log");
    house.close();
  }

  @Test
  void the_same_words_under_two_contact_records_give_one_page_and_ask_neither() throws Exception {
    var phone = new Phone(house.address());
    var pages = new ArrayList<String>();
    for (var link : links) {
      var reply = phone.send(phone.open(link), Map.of("change", WORDS));
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body()).doesNotContain("Fell", "Okoro", "[name]");
      pages.add(
          reply.headers().map().keySet()
              + reply.body().replaceAll("[0-9a-z]{3}-[0-9a-z]{3}-[0-9a-z]{3}", "the code"));
    }
    assertThat(pages.getFirst()).contains("Thank you").isEqualTo(pages.getLast());
    assertThat(asked("bridge.envelope")).as("the log sees what Send does").isNotEmpty();
    assertThat(asked("contact")).isEmpty();

    house.get(OpenJob.class).run();
    assertThat(asked("contact")).as("the names are asked for afterwards").isNotEmpty();
  }

  private List<String> asked(String table) throws Exception {
    return house
        .database()
        .column(
            "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE command_type IN"
                + " ('Query', 'Execute') AND user_host NOT LIKE 'keeper%' AND argument LIKE '%"
                + table
                + "%'");
  }
}
