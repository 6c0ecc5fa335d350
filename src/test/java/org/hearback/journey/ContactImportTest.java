package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ContactImportTest extends ImportFixture {

  @Test
  void a_line_of_another_encoding_is_quarantined_and_a_file_of_another_encoding_refused() {
    var text =
        String.join(
            "\n",
            CONTACT_HEADER,
            contact("p1", "parent", "Zoë Fell", "", "yes", ""),
            contact("p2", "parent", "Dana", "", "yes", ""));
    var latin =
        vault
            .context
            .getBean(Import.class)
            .bytes("contacts.csv", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin).isEqualTo(new ImportReport.Taken("contacts.csv", 2, 1, 0, 1));
    assertThat(reasons("contacts.csv")).containsExactly("2 not-utf-8");
    var utf16 =
        vault
            .context
            .getBean(Import.class)
            .bytes("contacts.csv", text.getBytes(StandardCharsets.UTF_16));
    assertThat(utf16)
        .isEqualTo(
            new ImportReport.Refused("contacts.csv", "the file is UTF-16; save it as UTF-8"));
    var marked =
        vault
            .context
            .getBean(Import.class)
            .bytes("contacts.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    assertThat(marked).isEqualTo(new ImportReport.Taken("contacts.csv", 2, 1, 1, 0));
  }

  @Test
  void an_older_contact_changes_nothing_and_an_unreadable_one_makes_the_person_unknown()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "07700 900123", "yes", ""));
    var older =
        contact("p1", "parent", "Old Name", "07700 900999", "yes", "")
            .replace("2026-11-20", "2026-11-19");
    assertThat(vault.file("contacts.csv", CONTACT_HEADER, older))
        .isEqualTo(new ImportReport.Taken("contacts.csv", 1, 0, 1, 0));
    assertThat(smsOk("p1")).containsExactly("yes");
    assertThat(vault.context.getBean(Contacts.class).find("p1").orElseThrow().name())
        .isEqualTo("Dana Fell");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "07700 900123", "maybe", ""));
    assertThat(reasons("contacts.csv")).containsExactly("2 unknown-sms-ok");
    assertThat(smsOk("p1")).containsExactly("unknown");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "07700 900123", "yes", ""));
    assertThat(smsOk("p1")).containsExactly("yes");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Fell, Dana", "07700 900123", "no", "refuge"));
    assertThat(smsOk("p1")).as("a name with a comma").containsExactly("unknown");
  }

  @Test
  void contact_details_and_quarantined_lines_are_not_plain_in_the_database() throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fellhouse", "07700 900123", "yes", "refuge"),
        contact("p2", "nobody", "Keir Quillfeather", "07700 900124", "yes", ""));
    var all =
        String.join(
                "\n",
                vault.database.column(
                    "SELECT CONCAT_WS('|', person_id, flags, CAST(sealed AS CHAR CHARACTER SET"
                        + " latin1)) FROM vault.contact"))
            + String.join(
                "\n",
                vault.database.column(
                    "SELECT CONCAT_WS('|', file, reason, CAST(sealed AS CHAR CHARACTER SET latin1))"
                        + " FROM vault.quarantine"));
    assertThat(all)
        .contains("p1|refuge|", "unknown-role")
        .doesNotContain("Fellhouse", "Quillfeather", "900123", "900124", "example.org");
    assertThat(vault.context.getBean(Quarantine.class).of("contacts.csv").getFirst().text())
        .contains("Quillfeather");
    assertThat(vault.context.getBean(Contacts.class).called("p1").names())
        .containsExactly("Dana Fellhouse");
  }

  @Test
  void a_feed_may_say_more_of_channels_and_what_it_does_not_say_is_unknown() throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p0", "parent", "Dana Fell", "07700 900123", "yes", ""));
    var report =
        vault.file(
            "contacts.csv",
            CONTACT_HEADER + ",email_ok,post_ok,address",
            contact("p1", "parent", "Dana Fell", "", "", "") + ",Yes,no,12 Sample St|ZZ1 1ZZ",
            contact("p2", "partner", "Sam Oake", "", "", "") + ",,,",
            contact("p3", "parent", "Kit Moss", "", "", "") + ",perhaps,,",
            contact("p4", "parent", "Kit Moss", "", "", "") + ",yes,yes,Rose Cottage",
            contact("p5", "parent", "Kit Moss", "", "", "").replace("p5@", "p 5@") + ",yes,,");
    assertThat(report).isEqualTo(new ImportReport.Taken("contacts.csv", 5, 4, 0, 1));
    assertThat(reasons("contacts.csv")).containsExactly("4 unknown-email-ok");
    assertThat(
            vault.database.column(
                "SELECT CONCAT_WS(' ', person_id, role, email_ok, post_ok, email_mac IS NULL,"
                    + " address_mac IS NULL) FROM vault.contact ORDER BY 1"))
        .containsExactly(
            "p0 parent unknown unknown 0 1",
            "p1 parent yes no 0 0",
            "p2 partner unknown unknown 0 1",
            "p4 parent yes yes 0 1",
            "p5 parent yes unknown 1 1");
    var contact = vault.context.getBean(Contacts.class).find("p1").orElseThrow();
    assertThat(contact.address()).containsExactly("12 Sample St", "ZZ1 1ZZ");
    assertThat(vault.database.column("SELECT CAST(sealed AS CHAR) FROM vault.contact").toString())
        .doesNotContain("Sample St", "ZZ1", "example.org");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER + ",email_ok",
        contact("p1", "parent", "Dana Fell", "", "perhaps", "") + ",yes");
    assertThat(vault.database.column("SELECT email_ok FROM vault.contact WHERE person_id = 'p1'"))
        .as("a line that cannot be read stops every channel")
        .containsExactly("unknown");
  }

  @Test
  void the_names_around_a_person_are_those_of_the_family_and_its_workers() {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "", "yes", ""),
        contact("c1", "child", "Jordan Fell", "", "", ""),
        contact("w1", "worker", "Danielle Reed", "", "", ""),
        contact("p7", "parent", "Somebody Else", "", "yes", "").replace("f1", "f2"));
    var contacts = vault.context.getBean(Contacts.class);
    assertThat(contacts.called("c1").names())
        .containsExactlyInAnyOrder("Dana Fell", "Jordan Fell", "Danielle Reed");
    assertThat(contacts.called("nobody").names()).isEmpty();
  }

  @Test
  void the_schools_of_a_family_are_known_and_lie_sealed_as_the_names_do() throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER + ",school",
        contact("p1", "parent", "Dana Fell", "", "yes", "") + ",",
        contact("c1", "child", "Jordan Fell", "", "", "") + ", Quillmere Primary ",
        contact("c2", "child", "Kit Fell", "", "", "") + "," + "x".repeat(121));
    assertThat(reasons("contacts.csv")).containsExactly("4 too-long");
    var contacts = vault.context.getBean(Contacts.class);
    assertThat(contacts.called("p1").schools()).containsExactly("Quillmere Primary");
    assertThat(
            vault.database.column(
                "SELECT CAST(sealed AS CHAR CHARACTER SET latin1) FROM vault.contact"))
        .noneMatch(sealed -> sealed.contains("Quillmere"));
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("c1", "child", "Jordan Fell", "", "", "").replace("2026-11-20", "2026-11-21"));
    assertThat(contacts.called("p1").schools())
        .as("no such column says the same as empty")
        .isEmpty();
  }
}
