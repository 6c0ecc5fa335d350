package org.hearback.answer;

import java.util.List;

/**
 * A way to somebody who deals with what answers are not for, by the name that it has in the
 * configuration. Whether a council has configured it stands in {@link Routes}.
 */
public enum Route {
  /** Who takes complaints about the council's children's services. */
  COMPLAINTS(
      "hearback.council.routes.complaints.phone",
      "hearback.council.routes.complaints.mail",
      "hearback.council.routes.complaints.link"),
  /** Somebody on a child's or young person's side. */
  ADVOCACY(
      "hearback.council.routes.advocacy.phone",
      "hearback.council.routes.advocacy.mail",
      "hearback.council.routes.advocacy.link"),
  /**
   * The local authority designated officer, for allegations about people who work with children.
   */
  LADO(
      "hearback.council.routes.lado.phone",
      "hearback.council.routes.lado.mail",
      "hearback.council.routes.lado.link"),
  /** Where a professional refers a child. */
  REFER(
      "hearback.council.routes.refer.phone",
      "hearback.council.routes.refer.mail",
      "hearback.council.routes.refer.link"),
  /** Who gets back to those who ask to be contacted; its mail opens the page for it. */
  CONTACT_ME(
      "hearback.council.routes.contact-me.phone",
      "hearback.council.routes.contact-me.mail",
      "hearback.council.routes.contact-me.link"),
  /** Where staff raise a concern about practice. */
  STAFF_CONCERN(
      "hearback.council.routes.staff-concern.phone",
      "hearback.council.routes.staff-concern.mail",
      "hearback.council.routes.staff-concern.link");

  private final List<String> keys;

  Route(String phone, String mail, String link) {
    keys = List.of(phone, mail, link);
  }

  String phoneKey() {
    return keys.get(0);
  }

  String mailKey() {
    return keys.get(1);
  }

  String linkKey() {
    return keys.get(2);
  }

  /** The i18n key of what stands before it; none where respondents are not shown it. */
  String words() {
    return switch (this) {
      case COMPLAINTS -> "route.complaints";
      case ADVOCACY -> "route.advocacy";
      case REFER -> "route.refer";
      case STAFF_CONCERN -> "route.staff-concern";
      case CONTACT_ME -> "contact.also";
      case LADO -> throw new IllegalStateException(name() + " is not shown");
    };
  }
}
