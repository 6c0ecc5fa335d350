package org.hearback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A night's files of one team, FH-N1: fourteen parents who may be texted, nine of them read English
 * and five Arabic; one of whom nobody knows whether a text is safe; one who wants none. With ten of
 * English, these would keep their language in the label, and the five would have to wait for
 * others; so all fourteen share a label without one.
 */
final class PathFiles {
  static final int TEXTED = 14;
  static final int UNKNOWN = 15;
  static final int REFUSING = 16;
  static final String ARABIC_NAME = "ليلى حداد";
  static final String EMAIL = "layla.haddad@mail.example.org";
  private static final List<String> NAMES =
      List.of(
          ARABIC_NAME,
          "Bethan Okafor",
          "Gareth Llewellyn",
          "Priyanka Deshmukh",
          "Oluwaseun Adeyemi",
          "Siobhan Gallagher",
          "Tomasz Wisniewski",
          "Rhiannon Pritchard",
          "Delroy Campbell",
          "Niamh Doherty",
          "Imran Chaudhry",
          "Kayleigh Thornton",
          "Marek Kowalczyk",
          "Yetunde Bakare",
          "Fiona Abernathy",
          "Callum Redfearn");

  private PathFiles() {}

  static String name(int family) {
    return NAMES.get(family - 1);
  }

  /** As a council types it; the vault keeps another form of it. */
  static String phone(int family) {
    return "07700 9001%02d".formatted(family);
  }

  static List<String> names() {
    var names = new ArrayList<>(NAMES);
    names.addAll(IntStream.rangeClosed(1, REFUSING).mapToObj(PathFiles::child).toList());
    return names;
  }

  private static String language(int family) {
    return family == 1 || family > 10 && family <= TEXTED ? "ar" : "en";
  }

  private static String child(int family) {
    return "Junior" + (char) ('A' + family) + " " + name(family).split(" ")[1];
  }

  static Path contacts(Path folder) throws IOException {
    var csv =
        new StringBuilder(
            "person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at\n");
    for (int family = 1; family <= REFUSING; family++) {
      var texts = family == UNKNOWN ? "" : family == REFUSING ? "no" : "yes";
      csv.append(
          "P-C%02d,child,P-F%02d,%s,,,en,8-11,,,2026-11-22T02:00:00Z\n"
              .formatted(family, family, child(family)));
      csv.append(
          "P-P%02d,parent,P-F%02d,%s,%s,%s,%s,,%s,,2026-11-22T02:00:00Z\n"
              .formatted(
                  family,
                  family,
                  name(family),
                  phone(family),
                  family == 1 ? EMAIL : "",
                  language(family),
                  texts));
    }
    return Files.writeString(folder.resolve("contacts.csv"), csv);
  }

  /** The assessments of some families, shared eight days before {@link SetClock#START}. */
  static Path assessments(Path file, int from, int to) throws IOException {
    var csv =
        new StringBuilder(
            "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team\n");
    for (int family = from; family <= to; family++) {
      csv.append("P-A%02d,P-C%02d,2026-11-15,FH-N1\n".formatted(family, family));
    }
    return Files.writeString(file, csv);
  }
}
