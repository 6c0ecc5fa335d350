package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom respondents are shown beside what an answer is not for, and what is refused at start. */
class RoutesOnPagesTest {
  private static final String CODE = "k7m-2q9-xd4";
  private static final String COMPLAINTS = "tel:01174960150";
  private static final String ADVOCACY = "tel:08081570151";
  private static final String REFER = "https://council.example/refer-a-child";
  private static final String CONCERN = "mailto:speak-up@council.example";
  private static final String CONTACT = "href=\"/contact-me?lang=en\"";

  private final FormPages pages = Face.pages();

  @Test
  void a_child_is_one_tap_from_an_advocate_and_from_complaints() {
    isShown(latest("conference-young-person"), ADVOCACY, COMPLAINTS);
    assertThat(page(latest("conference-young-person"))).doesNotContain(REFER, CONCERN);
  }

  @Test
  void families_staff_and_partners_are_shown_what_is_for_them() {
    isShown(latest("assessment-parent"), COMPLAINTS, ADVOCACY);
    isShown(latest("closure-staff"), CONCERN);
    isShown(latest("conference-partner"), REFER, COMPLAINTS);
    assertThat(page(latest("closure-staff"))).doesNotContain(COMPLAINTS, REFER);
    assertThat(page(latest("assessment-parent"))).doesNotContain(CONCERN, REFER);
  }

  @Test
  void a_partner_who_is_worried_is_shown_where_to_refer_beside_the_duty_phone() {
    var form = latest("conference-partner");
    assertThat(page(form)).containsSubsequence("Refer now", "0117 496 0123", REFER);
    assertThat(pages.thanksAndRefer(form, "en", CODE)).contains(REFER, "0117 496 0123");
  }

  @Test
  void a_lost_respondent_finds_them_too_and_no_page_tells_of_the_readers_route() {
    for (var page :
        new String[] {
          pages.linkRefused("en", Why.SPENT),
          pages.alreadyAnswered("en"),
          pages.reopened("en"),
          pages.enough("en")
        }) {
      assertThat(page).contains(COMPLAINTS, ADVOCACY, CONTACT).doesNotContain("01174960153");
      assertThat(page).contains("<title>Tell us how it went</title>");
    }
    assertThat(pages.linkRefused("ar", Why.SPENT)).contains("/contact-me?lang=ar");
  }

  @Test
  void the_page_of_requests_keeps_its_title_and_says_that_it_is_apart() {
    var page = Face.contact().page("en", "nonce", Map.of(), Map.of());
    assertThat(page)
        .contains("<title>Tell us how it went</title>", "This is not part of your answers")
        .contains("tel:999", "tel:01174960123", "0117\u00a0496\u00a00154")
        .doesNotContain("call-back@council.example");
    assertThat(Face.contact().done("ar"))
        .contains("dir=\"rtl\"", "tel:999", "0117\u00a0496\u00a00154");
  }

  @ParameterizedTest
  @CsvSource({
    "complaints.link, http://council.example/, https",
    "complaints.link, javascript:alert(1), https",
    "advocacy.link, https://user@council.example, https",
    "lado.phone, ring us, phone number",
    "refer.mail, nobody, e-mail address",
    "contact-me.phone, 0117 496 0154, contact-me.mail"
  })
  void a_route_that_nobody_could_use_is_refused_with_its_key(
      String name, String value, String says) {
    var key = "hearback.council.routes." + name;
    assertThatThrownBy(() -> Routes.read(each -> each.equals(key) ? value : ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hearback.council.routes." + name.replaceFirst("\\..*", ""))
        .hasMessageContaining(says);
  }

  @Test
  void where_none_is_configured_nothing_is_shown_of_them() {
    var none = Routes.read(_ -> "");
    assertThat(none.takesRequests()).isFalse();
    for (var route : Route.values()) {
      assertThat(none.to(route)).isEmpty();
    }
  }

  private void isShown(Form form, String... links) {
    assertThat(page(form)).containsSubsequence("complaint", links[0]).contains(links);
    assertThat(pages.thanks(form, "en", CODE, false)).contains(links).contains(CONTACT);
    assertThat(pages.thanksUnread(form, "en", CODE, false)).contains(links).contains(CONTACT);
    assertThat(pages.closed(form, "en")).contains(links).contains(CONTACT);
  }

  private String page(Form form) {
    return pages.refused(form, "en", "nonce", Face.WRITING, Map.of(), Map.of());
  }

  private static Form latest(String name) {
    return FormFixtures.forms().latest(name);
  }
}
