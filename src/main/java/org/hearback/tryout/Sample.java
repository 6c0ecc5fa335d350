package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.LocalUsers;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.invitation.SendJob;
import org.hearback.invitation.WeighJob;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Import;

/**
 * A small sample council, through the same doors as a real one: a contact feed and last night's
 * extract are imported, and the jobs invite. Loaded once, into an empty house; never in production.
 */
@Singleton
@Requires(property = "hearback.tryout", value = "true")
public class Sample {
  private static final int FAMILIES = 14;
  private static final int DUTY_DAYS = 120;
  private static final int MAILED = 3;
  private static final int UNKNOWN = 4;
  private static final int POSTED = 5;
  private static final int CLOSED = 2;
  private static final String HOME = "5 Sample Street|Westhaven|ZZ1 1ZZ";
  private static final String HEADER =
      "person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at,"
          + "email_ok,post_ok,address\n";

  private final Import importer;
  private final WeighJob weigh;
  private final SendJob send;
  private final LocalUsers users;
  private final StaffList staff;
  private final Rota rota;
  private final SignIns signIns;
  private final CouncilClock clock;

  Sample(
      Import importer,
      WeighJob weigh,
      SendJob send,
      LocalUsers users,
      StaffList staff,
      Rota rota,
      SignIns signIns,
      CouncilClock clock) {
    this.importer = importer;
    this.weigh = weigh;
    this.send = send;
    this.users = users;
    this.staff = staff;
    this.rota = rota;
    this.signIns = signIns;
    this.clock = clock;
  }

  /** Fills an empty house; a house with staff is left as it is. */
  public void load() {
    if (staff.bySignIn("reader").isEmpty()) {
      people();
      importer.bytes("contacts.csv", contacts().getBytes(StandardCharsets.UTF_8));
      importer.bytes("ssd_cin_assessments.csv", assessments().getBytes(StandardCharsets.UTF_8));
      importer.bytes(
          "ssd_initial_cp_conference.csv", conferences().getBytes(StandardCharsets.UTF_8));
      importer.bytes("ssd_cin_episodes.csv", closures().getBytes(StandardCharsets.UTF_8));
    }
    weigh.run();
    send.run();
  }

  private void people() {
    add("analyst", "Sample analyst", Role.ANALYST);
    add("manager", "Sample service manager", Role.MANAGER);
    var reader = add("reader", "Sample reader", Role.READER);
    for (int day = 0; day < DUTY_DAYS; day++) {
      rota.put(clock.today().plusDays(day), reader);
    }
  }

  private Staff add(String signIn, String name, Role role) {
    var person =
        new Staff(UUID.randomUUID(), signIn, name, Set.of(role), Set.of(), Set.of("en", "ar"));
    users.add(person, signIns.password(signIn));
    return person;
  }

  /**
   * One parent a family; some read Arabic, one gets an e-mail and one a letter, of one nobody
   * knows. Fewer than ten read English, so that the label drops the language and nobody is left
   * over.
   */
  private String contacts() {
    var csv = new StringBuilder(HEADER);
    for (int family = 1; family <= FAMILIES; family++) {
      var language = family % 3 == 0 ? "ar" : "en";
      csv.append(
          "S-C%02d,child,S-F%02d,Sample Child %s,,,%s,8-11,,,%s,,,\n"
              .formatted(family, family, letter(family), language, yesterday()));
      csv.append(
          "S-P%02d,parent,S-F%02d,Sample Parent %s,07700 9001%02d,%s,%s,,%s,,%s,%s\n"
              .formatted(
                  family,
                  family,
                  letter(family),
                  family,
                  family == MAILED ? "parent@mail.example.org" : "",
                  language,
                  texts(family),
                  yesterday(),
                  family == MAILED ? "yes,," : family == POSTED ? ",yes," + HOME : ",,"));
      if (family <= CLOSED) {
        csv.append(
            "S-W%02d,worker,S-F%02d,Sample Worker %s,,worker%d@council.example.org,en,,,,%s,yes,,\n"
                .formatted(family, family, letter(family), family, yesterday()));
      }
    }
    return csv + conference();
  }

  private static String texts(int family) {
    return switch (family) {
      case MAILED -> "no";
      case UNKNOWN, POSTED -> "";
      default -> "yes";
    };
  }

  /** A young person, the advocate who hands on the link, and who else sat at the table. */
  private String conference() {
    return """
    S-C90,child,S-F90,Sample Child Z,,,en,12-17,,,%1$s,,,
    S-R90,route,S-F90,Sample Advocate,07700 900190,,en,,yes,,%1$s,,,
    S-T90,partner,S-F90,Sample Teacher,,teacher@school.example.org,en,,,,%1$s,yes,,
    S-H90,partner,S-F90,Sample Health Visitor,,visitor@health.example.org,en,,,,%1$s,yes,,
    """
        .formatted(yesterday());
  }

  private String yesterday() {
    return clock.today().minusDays(1) + "T02:00:00Z";
  }

  private String assessments() {
    var csv =
        new StringBuilder(
            "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team\n");
    var shared = clock.today().minusDays(8);
    for (int family = 1; family <= FAMILIES; family++) {
      csv.append("S-A%02d,S-C%02d,%s,FH-N1\n".formatted(family, family, shared));
    }
    return csv.toString();
  }

  private String conferences() {
    LocalDate met = clock.today().minusDays(7);
    return "icpc_icpc_id,icpc_person_id,icpc_icpc_date,icpc_icpc_meeting_id,icpc_icpc_team,"
        + "icpc_icpc_transfer_in\nS-I90,S-C90,%s,S-M90,CP-N,N\n".formatted(met);
  }

  private String closures() {
    var csv =
        new StringBuilder(
            "cine_referral_id,cine_person_id,cine_close_date,cine_close_reason,cine_referral_team\n");
    for (int family = 1; family <= CLOSED; family++) {
      csv.append(
          "S-E%02d,S-C%02d,%s,RC7,FH-N1\n".formatted(family, family, clock.today().minusDays(8)));
    }
    return csv.toString();
  }

  private static char letter(int number) {
    return (char) ('A' + number - 1);
  }
}
