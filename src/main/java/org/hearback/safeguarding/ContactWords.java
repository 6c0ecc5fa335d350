package org.hearback.safeguarding;

import java.time.LocalDate;
import org.hearback.answer.ContactMe;

/** The mail that a request to be contacted becomes, in the English of the council's staff. Pure. */
final class ContactWords {
  static final String SUBJECT = "Somebody asks to be contacted";

  static final String URGENT = "Urgent, read now: somebody asks to be contacted";

  private ContactWords() {}

  static String text(ContactMe asked, LocalDate day) {
    return """
    Somebody asked on %s to be contacted. They were told: within three working days.
    Read it now: if it says that somebody may be in danger, tell the duty team at once.

    Name: %s
    Phone: %s
    E-mail: %s
    When and how it is safe: %s
    They are: %s
    Language of the page: %s

    What it is about:
    %s

    This has nothing to do with any answer, and nobody can find theirs by it. It is kept nowhere but in this mail.
    """
        .formatted(
            day,
            asked.name(),
            said(asked.phone()),
            said(asked.email()),
            said(asked.when()),
            who(asked.who()),
            asked.language(),
            said(asked.about()));
  }

  private static String said(String text) {
    return text.isEmpty() ? "not said" : text;
  }

  private static String who(String who) {
    return switch (who) {
      case "young" -> "a child or young person";
      case "family" -> "a parent, or one of the family";
      case "carer" -> "a carer";
      case "staff" -> "working for the council";
      case "partner" -> "working for another agency";
      default -> "not said";
    };
  }
}
