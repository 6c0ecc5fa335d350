package org.hearback.invitation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hearback.journey.VaultContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A family, a postman whose answers the test decides, and a day that passes when it is told. */
abstract class SendingFixture {
  static final String CONTACTS =
      "person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at";

  /** A feed that knows of all channels. */
  static final String CHANNELS = CONTACTS + ",email_ok,post_ok,address";

  static final String ASSESSMENTS =
      "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team";
  static final String CONFERENCES =
      "icpc_icpc_id,icpc_person_id,icpc_icpc_date,icpc_icpc_meeting_id,icpc_icpc_team,icpc_icpc_transfer_in";

  final ScriptedPostman postman = new ScriptedPostman();
  final ScriptedMail mail = new ScriptedMail();
  VaultContext vault;

  /** A postman whose next answers the test decides. */
  static final class ScriptedPostman implements Postman.OfTexts {
    final List<String> sent = new ArrayList<>();
    Supplier<Outcome> answer = Outcome.Sent::new;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Outcome send(UUID delivery, Message.Text text) {
      var outcome = answer.get();
      sent.add(text.phone() + " " + text.text());
      return outcome;
    }

    LinkToken token(int message) {
      var text = sent.get(message);
      return LinkToken.read(text.replaceAll(".*gov.uk/([0-9a-z]{16}) .*", "$1")).orElseThrow();
    }
  }

  /** The same for e-mails. */
  static final class ScriptedMail implements Postman.OfMail {
    final List<Message.Mail> sent = new ArrayList<>();
    Supplier<Outcome> answer = Outcome.Sent::new;

    @Override
    public String name() {
      return "scripted mail";
    }

    @Override
    public Outcome send(UUID delivery, Message.Mail message) {
      var outcome = answer.get();
      sent.add(message);
      return outcome;
    }

    List<String> to() {
      return sent.stream().map(Message.Mail::to).toList();
    }

    LinkToken token(int message) {
      var stop = sent.get(message).stop();
      return LinkToken.read(stop.replaceAll(".*gov.uk/([0-9a-z]{16})[?]stop", "$1")).orElseThrow();
    }
  }

  @BeforeEach
  void start() throws SQLException {
    vault = new VaultContext(Map.of(), postman, mail);
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  void family(String flags) {
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c1", "child", "f1", "", "8-11", "", ""),
        contact("p1", "parent", "f1", "07700 900123", "", "yes", flags).replace(",en,", ",ar,"));
  }

  static String contact(
      String id, String role, String family, String phone, String band, String sms, String flags) {
    return String.join(
        ",",
        id,
        role,
        family,
        "Name " + id + " Fellhouse",
        phone,
        "",
        "en",
        band,
        sms,
        flags,
        "2026-11-20T08:00:00Z");
  }

  /** A line of a feed that knows of all channels; each channel as its own word says. */
  static String reached(
      String id, String role, String phone, String sms, String email, String mail, String post) {
    return String.join(
        ",",
        id,
        role,
        "f1",
        "Name " + id + " Fellhouse",
        phone,
        email,
        "en",
        role.equals("child") ? "8-11" : "",
        sms,
        "",
        "2026-11-20T08:00:00Z",
        mail,
        post);
  }

  void assessment(String id, String child, String day) {
    vault.file("ssd_cin_assessments.csv", ASSESSMENTS, String.join(",", id, child, day, "FH-N1"));
  }

  /** A parent who reads Arabic was asked about an assessment today; gives their link. */
  LinkToken asked() {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    return postman.token(0);
  }

  void at(String instant) {
    vault.now(instant);
    vault.context.getBean(WeighJob.class).run();
    vault.context.getBean(SendJob.class).run();
  }

  List<String> invitations() throws SQLException {
    return vault.database.column(
        "SELECT CONCAT_WS(' ', person_id, state, reason, month, audience, form, language) FROM"
            + " vault.invitation WHERE state <> 'refused' ORDER BY 1");
  }

  List<String> reasons() throws SQLException {
    return vault.database.column(
        "SELECT reason FROM vault.invitation WHERE state = 'refused' ORDER BY 1");
  }

  List<String> spent() throws SQLException {
    return vault.database.column("SELECT spent FROM vault.link");
  }
}
