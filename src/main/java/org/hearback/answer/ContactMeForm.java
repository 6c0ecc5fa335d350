package org.hearback.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearback.journey.Email;
import org.hearback.journey.Phone;

/** Reads the page on which people ask to be contacted. Pure. */
final class ContactMeForm {
  static final String NAME = "name";
  static final String PHONE = "phone";
  static final String EMAIL = "email";
  static final String WHEN = "when";
  static final String WHO = "who";
  static final String ABOUT = "about";

  /** In characters, for each field. */
  static final Map<String, Integer> MOST =
      Map.of(NAME, 100, PHONE, 40, EMAIL, 254, WHEN, 200, WHO, 10, ABOUT, 500);

  /** From top to bottom. */
  static final List<String> FIELDS = List.of(NAME, PHONE, EMAIL, WHEN, WHO, ABOUT);

  private ContactMeForm() {}

  /** What came of it: a request, or what is wrong by field. */
  sealed interface Read {
    record Good(ContactMe request) implements Read {}

    record Wrong(Map<String, String> errors) implements Read {}
  }

  static Read read(Map<String, List<String>> fields, String language) {
    var errors = new LinkedHashMap<String, String>();
    for (var field : FIELDS) {
      if (typed(fields, field).length() > MOST.get(field)) {
        errors.put(field, "contact.error.long");
      }
    }
    if (typed(fields, NAME).isEmpty()) {
      errors.put(NAME, "contact.error.name");
    }
    var phone = typed(fields, PHONE);
    var email = typed(fields, EMAIL);
    if (phone.isEmpty() && email.isEmpty()) {
      errors.put(PHONE, "contact.error.reach");
    }
    if (!phone.isEmpty() && Phone.toRing(phone).isEmpty()) {
      errors.putIfAbsent(PHONE, "contact.error.phone");
    }
    if (!email.isEmpty() && Email.read(email).isEmpty()) {
      errors.putIfAbsent(EMAIL, "contact.error.email");
    }
    if (!errors.isEmpty()) {
      return new Read.Wrong(errors);
    }
    var who = typed(fields, WHO);
    return new Read.Good(
        new ContactMe(
            line(typed(fields, NAME)),
            Phone.toRing(phone).orElse(""),
            Email.read(email).orElse(""),
            line(typed(fields, WHEN)),
            ContactMe.WHO.contains(who) ? who : "",
            typed(fields, ABOUT),
            language));
  }

  /** As it was typed; a browser sends two characters for the end of a line. */
  static String typed(Map<String, List<String>> fields, String field) {
    return String.join("\n", fields.getOrDefault(field, List.of())).replace("\r\n", "\n").strip();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
