package org.hearback.tryout;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hearback.tryout.Household.Member;

/**
 * The people of the sample council and the files that its case system would deliver, week by week.
 * Pure and seeded: the same council in every try-out, whatever day it is loaded on. All of it is
 * made up; phone numbers are of the range that is kept for fiction.
 */
final class SampleCouncil {
  static final int FAMILIES = 240;

  /** Weeks between two assessments of one family: more than the cap of 60 days. */
  static final int ASSESSED_EVERY = 9;

  private static final int MET_EVERY = 10;
  private static final int YOUNG_EVERY = 3;
  private static final int CLOSED_EVERY = 26;

  /** Workers and partners have many families each, and one mailbox. */
  private static final int WORKERS = 45;

  private static final int PARTNERS = 30;

  /**
   * Most families are with three teams, each of which shares its assessments in turn: so ten
   * answers of one area come together before it has to be given up.
   */
  private static final List<String> TEAMS =
      List.of(
          "FH-N1", "FH-S1", "FH-H1", "FH-N2", "FH-S2", "FH-H1", "FH-N1", "FH-S1", "FH-H1", "FH-V1",
          "FH-S2", "FH-H1", "FH-N1", "FH-S1", "DC-1", "EH-HUBS");

  private static final List<String> FAMILY_NAMES =
      List.of(
          "Fellhouse",
          "Ashgrove",
          "Quillmoor",
          "Tarnbrook",
          "Wetherlow",
          "Haddad",
          "Okonjo",
          "Brannock",
          "Sallowfield",
          "Kerswell",
          "Mansour",
          "Dunnowick",
          "Larkin",
          "Pellow",
          "Nasser",
          "Thornaby");
  private static final List<String> FIRST_NAMES =
      List.of(
          "Marlow", "Bryn", "Safa", "Tamsin", "Idris", "Noor", "Corin", "Elowen", "Karim", "Wenna",
          "Layth", "Perran", "Salma", "Jory", "Huda", "Merryn");

  private final List<Household> families = new ArrayList<>();
  private final Map<String, Member> byPhone = new HashMap<>();
  private final Map<String, Member> byEmail = new HashMap<>();
  private final Map<String, Household> byMember = new HashMap<>();

  SampleCouncil() {
    var random = new Random(20);
    for (int number = 1; number <= FAMILIES; number++) {
      var family = family(number, random);
      families.add(family);
      for (var member : family.people()) {
        byMember.put(member.id(), family);
        if (!member.phone().isEmpty()) {
          byPhone.put("+44" + member.phone().substring(1).replace(" ", ""), member);
        }
        if (!member.email().isEmpty()) {
          byEmail.putIfAbsent(member.email(), member);
        }
      }
    }
  }

  /** Who has this number, in E.164. */
  Optional<Member> withPhone(String phone) {
    return Optional.ofNullable(byPhone.get(phone));
  }

  /** Somebody who has this mailbox: professionals have one for all their families. */
  Optional<Member> withEmail(String email) {
    return Optional.ofNullable(byEmail.get(email));
  }

  Household familyOf(Member member) {
    return byMember.get(member.id());
  }

  /** The whole contact feed, as of a day. */
  String contacts(LocalDate day) {
    var csv =
        new StringBuilder(
            "person_id,role,family_id,name,phone,email,address,language,age_band,sms_ok,email_ok,"
                + "post_ok,legal_flags,updated_at\n");
    for (var family : families) {
      for (var member : family.people()) {
        csv.append(
                String.join(
                    ",",
                    member.id(),
                    member.role(),
                    family.id(),
                    member.name(),
                    member.phone(),
                    member.email(),
                    member.address(),
                    member.language(),
                    member.ageBand(),
                    member.texts(),
                    member.email().isEmpty() ? "" : "yes",
                    member.address().isEmpty() ? "" : "yes",
                    "",
                    day + "T02:00:00Z"))
            .append('\n');
      }
    }
    return csv.toString();
  }

  /** Assessments that were shared a week before this Monday. */
  String assessments(LocalDate monday) {
    var csv =
        new StringBuilder(
            "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team\n");
    long week = week(monday);
    for (var family : families) {
      if (Math.floorMod(week, ASSESSED_EVERY) == family.phase() && !holiday(monday, family)) {
        csv.append(
            "S-A%03d-%d,%s,%s,%s\n"
                .formatted(
                    family.number(), week, family.child(), monday.minusDays(8), family.team()));
      }
    }
    return csv.toString();
  }

  /** Conferences of the week before this Monday. */
  String conferences(LocalDate monday) {
    var csv =
        new StringBuilder(
            "icpc_icpc_id,icpc_person_id,icpc_icpc_date,icpc_icpc_meeting_id,icpc_icpc_team,"
                + "icpc_icpc_transfer_in\n");
    long week = week(monday);
    for (var family : families) {
      if (family.hasYoungPerson() && Math.floorMod(week + family.number(), MET_EVERY) == 0) {
        csv.append(
            "S-I%03d-%d,%s,%s,S-M%03d-%d,%s,N\n"
                .formatted(
                    family.number(),
                    week,
                    family.child(),
                    monday.minusDays(7),
                    family.number(),
                    week,
                    family.conferenceTeam()));
      }
    }
    return csv.toString();
  }

  /** Cases that were closed in the week before this Monday. */
  String closures(LocalDate monday) {
    var csv =
        new StringBuilder(
            "cine_referral_id,cine_person_id,cine_close_date,cine_close_reason,"
                + "cine_referral_team\n");
    long week = week(monday);
    for (var family : families) {
      if (Math.floorMod(week + 5L * family.number(), CLOSED_EVERY) == 0) {
        csv.append(
            "S-E%03d-%d,%s,%s,RC7,%s\n"
                .formatted(
                    family.number(), week, family.child(), monday.minusDays(8), family.team()));
      }
    }
    return csv.toString();
  }

  /** In August and around the new year much less is finished. */
  private static boolean holiday(LocalDate monday, Household family) {
    boolean quiet =
        monday.getMonthValue() == 8
            || monday.getMonthValue() == 12 && monday.getDayOfMonth() > 15
            || monday.getMonthValue() == 1 && monday.getDayOfMonth() < 6;
    return quiet && family.number() % 3 != 0;
  }

  private static long week(LocalDate monday) {
    return Math.floorDiv(monday.with(DayOfWeek.MONDAY).toEpochDay(), 7L);
  }

  private static Household family(int number, Random random) {
    var team = TEAMS.get(number % TEAMS.size());
    var name = FAMILY_NAMES.get(random.nextInt(FAMILY_NAMES.size()));
    int arabic = team.equals("FH-H1") ? 45 : 8;
    var language = random.nextInt(100) < arabic ? "ar" : "en";
    boolean young = number % YOUNG_EVERY == 0;
    var people = new ArrayList<Member>();
    people.add(
        new Member(
            "S-C%03d".formatted(number),
            "child",
            first(random) + " " + name,
            "",
            "",
            "",
            language,
            young ? "12-17" : "8-11",
            ""));
    for (int parent = 1; parent <= (random.nextInt(3) == 0 ? 1 : 2); parent++) {
      var called = first(random) + " " + name;
      var texts = texts(random);
      people.add(
          new Member(
              "S-P%03d%d".formatted(number, parent),
              "parent",
              called,
              phone(2 * number + parent - 3),
              "",
              texts.equals("no") ? address(2 * number + parent) : "",
              language,
              "",
              texts));
    }
    if (young) {
      people.add(
          new Member(
              "S-R%03d".formatted(number),
              "route",
              first(random) + " Ridgemont",
              phone(900 + number / YOUNG_EVERY),
              "",
              "",
              "en",
              "",
              "yes"));
    }
    people.add(professional("worker", "S-W%03d".formatted(number), number % WORKERS));
    if (young) {
      people.add(
          professional("partner", "S-X%03d".formatted(number), number / YOUNG_EVERY % PARTNERS));
    }
    var conferences = young ? (team.contains("-S") || number % 2 == 0 ? "CP-S" : "CP-N") : "";
    return new Household(number, team, conferences, people, phase(team, random));
  }

  private static Member professional(String role, String id, int number) {
    var name = FIRST_NAMES.get(number % FIRST_NAMES.size()) + " Stonebridge";
    var email = "%s%02d@example.org".formatted(role, number);
    return new Member(id, role, name, "", email, "", "en", "", "");
  }

  private static String address(int number) {
    return number + " Sample Street|Westhaven|ZZ1 1ZZ";
  }

  private static int phase(String team, Random random) {
    int third = team.startsWith("FH-N") ? 0 : team.startsWith("FH-S") ? 1 : 2;
    return third * ASSESSED_EVERY / 3 + random.nextInt(ASSESSED_EVERY / 3);
  }

  private static String first(Random random) {
    return FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
  }

  private static String texts(Random random) {
    int chance = random.nextInt(100);
    return chance < 90 ? "yes" : chance < 95 ? "no" : "";
  }

  private static String phone(int number) {
    return "07700 900%03d".formatted(number);
  }
}
