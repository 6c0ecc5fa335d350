package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.hearback.journey.VaultContext;
import org.junit.jupiter.api.Test;

/** A message goes by the first channel that the record allows; each channel fails by itself. */
class ChannelsTest extends SendingFixture {
  private static final String CHILD = reached("c1", "child", "", "", "", "", ",");

  @Test
  void who_may_not_be_texted_is_written_to_in_their_own_language() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "07700 900123", "", "p1@example.org", "yes", ",")
            .replace(",en,", ",ar-SY,"));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent).isEmpty();
    assertThat(mail.to()).containsExactly("p1@example.org");
    var message = mail.sent.getFirst();
    assertThat(message.language()).isEqualTo("ar");
    assertThat(message.subject()).isEqualTo("أخبرونا كيف سارت الأمور");
    assertThat(message.html())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "<p>من فضلكم")
        .doesNotContain("src=", "style", "<img", "http-equiv");
    var link = "https://views.example.gov.uk/" + mail.token(0).secret();
    assertThat(message.plain()).contains("\n\n" + link + "\n\n", "\n" + link + "?stop\n");
    assertThat(message.html()).contains("<a href=\"" + link + "\" dir=\"ltr\">" + link + "</a>");
    assertThat(
            vault.database.column(
                "SELECT CONCAT_WS(' ', i.state, i.channel, d.postman, d.state) FROM"
                    + " vault.invitation i JOIN vault.delivery d ON d.invitation = i.id"))
        .containsExactly("sent email scripted mail sent");
    assertThat(vault.context.getBean(Links.class).open(mail.token(0)))
        .isInstanceOf(Link.Waiting.class);
  }

  @Test
  void a_text_is_preferred_where_it_is_allowed_and_a_changed_record_changes_the_channel()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "07700 900123", "yes", "p1@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-23");
    vault.context.getBean(WeighJob.class).run();
    assertThat(channels()).containsExactly("text");
    vault.file(
        "contacts.csv",
        CHANNELS,
        reached("p1", "parent", "", "yes", "p1@example.org", "yes", ",")
            .replace("11-20T", "11-21T"));
    vault.now("2026-11-30T12:00:00Z");
    vault.context.getBean(SendJob.class).run();
    assertThat(mail.sent).hasSize(1);
    assertThat(channels()).containsExactly("email");
  }

  @Test
  void an_outage_of_one_channel_leaves_the_other_and_uses_up_nobodys_tries() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "07700 900123", "yes", "", "", ","),
        reached("p2", "parent", "", "", "p2@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    postman.answer = () -> new Postman.Outcome.Closed("a test");
    at("2026-11-24T12:00:00Z");
    at("2026-11-24T13:00:00Z");
    assertThat(postman.sent).as("tried").hasSize(2);
    assertThat(mail.to()).containsExactly("p2@example.org");
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.delivery")).containsExactly("1");
  }

  @Test
  void a_crash_while_mailing_costs_at_most_one_message_too_many() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "", "", "p1@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    mail.answer =
        () -> {
          throw new IllegalStateException("broken off");
        };
    for (int i = 0; i < 4; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    mail.answer = Postman.Outcome.Sent::new;
    at("2026-11-24T15:00:00Z");
    assertThat(mail.sent).isEmpty();
    assertThat(invitations()).containsExactly("p1 sent  2026-11 PARENT assessment-parent en");
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.delivery")).containsExactly("2");
  }

  @Test
  void an_address_that_the_carrier_refuses_is_told_and_final() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "", "", "p1@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    mail.answer = Postman.Outcome.Refused::new;
    at("2026-11-24T12:00:00Z");
    at("2026-11-25T12:00:00Z");
    assertThat(mail.sent).hasSize(1);
    assertThat(reasons()).containsExactly("email-refused");
  }

  @Test
  void a_letter_waits_where_nobody_carries_letters_and_another_channel_goes_before_it()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "", "", "", "", "yes,12 Sample Street|Westhaven|ZZ1 1ZZ"));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(invitations()).first().asString().startsWith("p1 waiting");
    assertThat(channels()).containsExactly("letter");
  }

  @Test
  void one_front_door_of_two_adults_gets_no_letter_however_the_street_is_spelt()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "", "", "", "", "yes,Flat 2|12 Sample Street|ZZ1 1ZZ"),
        reached("p2", "parent", "", "", "", "", "yes,\"12 Sample St, flat 2|zz11zz\""),
        reached("p3", "parent", "", "", "", "", "yes,14 Sample Street|ZZ1 1ZZ"),
        reached("p4", "parent", "", "", "", "", "yes,14 Sample Street without a postcode"),
        reached("p5", "parent", "", "", "", "", ",16 Sample Street|ZZ1 1ZZ"));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(
            vault.database.column(
                "SELECT CONCAT_WS(' ', person_id, state) FROM vault.invitation WHERE state ="
                    + " 'waiting'"))
        .containsExactly("p3 waiting");
    assertThat(reasons())
        .as("the preferred channel's reason is told")
        .containsOnly("texts-not-known-safe");
  }

  @Test
  void a_mailbox_of_two_parents_gets_nothing_whatever_the_spelling() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "", "", "Us@Example.org", "yes", ","),
        reached("p2", "parent", "", "", "us+two@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(mail.sent).isEmpty();
  }

  @Test
  void stop_from_an_e_mail_silences_the_phone_too_before_and_after_its_job() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "07700 900123", "", "p1@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    vault.context.getBean(Links.class).askToStop(mail.token(0).hash());
    vault.now("2027-01-25T12:00:00Z");
    assessment("a2", "c1", "2027-01-15");
    vault.file(
        "contacts.csv",
        CHANNELS,
        reached("p1", "parent", "07700 900123", "yes", "", "", ",").replace("11-20T", "11-21T"));
    vault.context.getBean(WeighJob.class).run();
    assertThat(reasons()).as("asked for, not carried out").containsExactly("stopped");
    vault.context.getBean(StopJob.class).run();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.stop"))
        .as("where it went, and what is on record now")
        .containsExactly("2");
    at("2027-01-26T12:00:00Z");
    assertThat(postman.sent).isEmpty();
    assertThat(reasons()).containsExactly("stopped");
  }

  @Test
  void rows_from_before_there_were_channels_are_found_by_their_e_mail() throws SQLException {
    vault.file(
        "contacts.csv", CHANNELS, reached("p9", "parent", "", "", "p1@example.org", "", ","));
    vault.database.execute("UPDATE vault.contact SET email_mac = NULL, hashed = FALSE");
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "", "", "p1@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(mail.sent).isEmpty();
  }

  @Test
  void without_a_postman_for_texts_an_e_mail_goes_that_is_allowed_too() throws SQLException {
    vault.close();
    vault = new VaultContext(Map.of(), mail);
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("p1", "parent", "07700 900123", "yes", "p1@example.org", "yes", ","));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(mail.sent).hasSize(1);
  }

  private java.util.List<String> channels() throws SQLException {
    return vault.database.column("SELECT channel FROM vault.invitation");
  }
}
