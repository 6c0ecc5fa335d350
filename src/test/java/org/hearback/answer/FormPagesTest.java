package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hearback.anonymity.Due;
import org.hearback.form.Assets;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Test;

class FormPagesTest {
  private static final byte[] NONCE = "n0nce".getBytes(StandardCharsets.US_ASCII);
  private final FormPages pages = Face.pages();

  @Test
  void link_to_first_page_is_at_most_twenty_kilobytes() {
    var assets = FormFixtures.assets();
    for (var form : FormFixtures.forms().all()) {
      for (var language : FormFixtures.words().languages()) {
        int bytes = pages.prepared(form, language, Face.WRITING).gzip(NONCE).length;
        for (var name : List.of("form.css", "form.js")) {
          bytes += packed(assets, name);
        }
        assertThat(bytes).as(form.name() + " " + language).isLessThanOrEqualTo(20_000);
      }
    }
  }

  @Test
  void the_page_says_before_question_one_who_reads_it_and_who_to_ring() {
    assertThat(page("conference-young-person", "en"))
        .containsSubsequence(
            "Your worker, your carers and your parents do not see",
            "a small safety team can find out who sent it",
            "For up to 7 weeks",
            "at least ten people have answered",
            "Nobody reads this at night",
            "This is not a complaint",
            "0800 1111",
            "0117 496 0123",
            "Question 1 of 8");
    assertThat(page("assessment-parent", "en")).contains("will not change any decision");
  }

  @Test
  void no_page_promises_a_reader_sooner_than_the_desk_has_read_everything() {
    var words = FormFixtures.words();
    int days = Due.WORKING_DAYS_MOST;
    for (var form : FormFixtures.forms().all()) {
      var key = "before." + form.voice() + ".night";
      assertThat(page(form.name(), "en"))
          .contains("up to " + days + " days before someone does")
          .doesNotContain("next working day");
      for (var language : words.languages()) {
        if (words.covers(form, language)) {
          var promised = words.text(language, key, Map.of("days", days));
          assertThat(promised).as(language).contains(Integer.toString(days));
          assertThat(page(form.name(), language)).as(language).contains(promised);
        }
      }
    }
    assertThat(words.text("en", "refer.form")).contains("some days before somebody sees it");
  }

  @Test
  void who_to_talk_to_fits_who_is_asked() {
    assertThat(page("conference-young-person", "en"))
        .contains("0800 1111")
        .doesNotContain("116 123");
    for (var form : List.of("assessment-parent", "pathway-care-leaver")) {
      assertThat(page(form, "en")).contains("116 123").doesNotContain("0800 1111");
    }
  }

  @Test
  void help_stands_open_in_each_danger_question_and_above_send() {
    assertThat(page("conference-young-person", "en").split("tel:999", -1)).hasSize(1 + 4);
    assertThat(page("assessment-parent", "en").split("tel:999", -1)).hasSize(1 + 3);
    assertThat(page("assessment-parent", "en"))
        .containsSubsequence("Send your answers", "tel:999", ">Send</button>");
  }

  @Test
  void a_professional_who_is_worried_is_told_to_refer_now_and_not_by_this_form() {
    var html = page("conference-partner", "en");
    assertThat(html)
        .contains("It does not take the place of a referral")
        .containsSubsequence(
            "in a way that has not been shared?",
            "Refer now",
            "tel:999",
            "0117 496 0123",
            "What you tick here is not a referral",
            "What would make us easier");
    assertThat(html.split("Refer now", -1)).hasSize(1 + 1);
    assertThat(page("closure-staff", "en")).contains("whistleblowing").doesNotContain("Refer now");
    assertThat(page("conference-partner", "ar")).contains("الإحالة الآن");
    assertThat(
            pages.thanksAndRefer(
                FormFixtures.forms().latest("conference-partner"), "en", "k7m-2q9-xd4"))
        .contains("This form is not a referral", "tel:999", "k7m-2q9-xd4");
  }

  @Test
  void nothing_in_the_page_is_inline_or_from_elsewhere() {
    for (var language : List.of("en", "ar")) {
      assertThat(page("assessment-parent", language))
          .doesNotContain("<style", "style=", "onclick", "javascript:", "action=")
          .doesNotContainPattern("src=\"(?!/assets/)");
    }
  }

  @Test
  void what_was_typed_stays_and_is_only_ever_text() {
    var html =
        refused(
            Map.of("change", List.of("</textarea><script>alert(1)</script> ${7*7} [[${council}]]")),
            Map.of("change", "error.too-long"));
    assertThat(html)
        .contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} [[${council}]]")
        .doesNotContain("<script>alert");
  }

  @Test
  void each_error_names_its_question_and_leads_to_its_field() {
    var html =
        refused(
            Map.of("why", List.of("agree"), "missing", List.of("time", "childcare")),
            Map.of("change", "error.too-long"));
    assertThat(html)
        .contains(
            "href=\"#f-change\"",
            "id=\"f-change\"",
            "aria-describedby=\"f-change-info h-change e-change\"")
        .contains("Your answer to “What helped most, and what would you change?” is too long")
        .containsPattern("value=\"agree\" checked")
        .containsPattern("value=\"time\" checked")
        .containsPattern("value=\"childcare\" checked");
    assertThat(html.split(" checked", -1)).hasSize(1 + 3);
  }

  @Test
  void an_error_of_the_whole_form_leads_to_the_first_question() {
    assertThat(refused(Map.of(), Map.of("", "error.nothing-answered")))
        .contains("href=\"#f-why\"", "id=\"f-why\"", "You have not answered a question yet");
  }

  @Test
  void thanks_shows_the_code_and_help_only_after_a_danger_answer() {
    assertThat(
            pages.thanks(
                FormFixtures.forms().latest("assessment-parent"), "en", "k7m-2q9-xd4", false))
        .contains("k7m-2q9-xd4", "/withdraw?lang=en")
        .doesNotContain("tel:999");
    assertThat(
            pages.thanks(
                FormFixtures.forms().latest("assessment-parent"), "ar", "abc-def-ghj", true))
        .contains("abc-def-ghj", "tel:999");
    assertThatThrownBy(
            () -> pages.thanks(FormFixtures.forms().latest("assessment-parent"), "en", "<b>", true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_link_that_cannot_be_used_is_kind_and_says_who_to_ring() {
    for (var why : Why.values()) {
      for (var language : List.of("en", "ar", "xx")) {
        assertThat(pages.linkRefused(language, why)).contains("tel:999", "0117 496 0123");
      }
    }
    assertThat(pages.linkRefused("ar", Why.SPENT)).contains("dir=\"rtl\"");
    assertThat(pages.linkRefused("xx", Why.SPENT)).contains("lang=\"en\"");
  }

  @Test
  void stop_and_withdraw_post_to_their_own_address() {
    assertThat(pages.stop("en", false)).contains("<form method=\"post\"").doesNotContain("action=");
    assertThat(pages.stop("en", true)).doesNotContain("<form");
    assertThat(pages.withdraw("en", false)).contains("name=\"code\"");
    assertThat(pages.withdraw("en", true)).doesNotContain("<form").contains("same to everybody");
  }

  @Test
  void a_wrong_code_stays_in_its_field_and_is_only_ever_text() {
    var html = pages.codeRefused("en", "\"><script>alert(1)</script>");
    assertThat(html)
        .contains("tel:999", "aria-invalid", "&lt;script&gt;")
        .doesNotContain("<script>");
    assertThat(pages.code("en")).doesNotContain("aria-invalid", "action=");
    assertThat(pages.code("ar")).contains("dir=\"rtl\"", "dir=\"ltr\" autocorrect=\"off\"");
  }

  private String refused(Map<String, List<String>> typed, Map<String, String> errors) {
    return pages.refused(form("assessment-parent"), "en", "n0nce", Face.WRITING, typed, errors);
  }

  private String page(String name, String language) {
    return new String(
        pages.prepared(form(name), language, Face.WRITING).plain(NONCE), StandardCharsets.UTF_8);
  }

  private static Form form(String name) {
    return FormFixtures.forms().latest(name);
  }

  private static int packed(Assets assets, String name) {
    var file = assets.address("/assets/" + name).substring("/assets/".length());
    return FormFixtures.packedAsset(assets, file).length;
  }
}
