package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.AreaNames;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(startApplication = false, transactional = false)
class SearchTest implements OnTestDatabase {
  /** For an index by itself. */
  static final Keys NO_KEYS =
      new Keys(
          new AreaNames(Map.of(), Map.of()),
          Map.of(),
          List.of(),
          Mentions.NONE,
          () -> ThemeBook.EMPTY);

  /** Without themes. */
  static Supplier<Documents> plain(ServiceAreas areas) {
    var documents = new Documents(areas, new Tagger(ThemeBook.EMPTY));
    return () -> documents;
  }

  private static final Feedback.At USUAL = Feedback.At.usual();

  private final TestDatabase database = TestDatabase.shared();
  @Inject Search search;
  @Inject IndexJob job;
  private Feedback feedback;

  @BeforeEach
  void empty() throws Exception {
    job.run(); // the store is younger than the index now, so this builds an empty one
    feedback = new Feedback(database);
  }

  @Test
  void an_empty_store_holds_nothing() {
    assertThat(found("anything").total()).isZero();
    assertThat(found("").total()).isZero();
  }

  @Test
  void english_words_are_found_in_any_form_and_all_must_be_there() throws Exception {
    say("She listened to my daughter", "Nobody was listening", "He did listen to me");
    assertThat(texts("listen")).hasSize(3);
    assertThat(texts("listening daughter")).containsExactly("She listened to my daughter");
    assertThat(found("listen teacher").how()).isEqualTo(Found.How.SOME_OF_THEM);
    assertThat(texts("daughter | nobody")).hasSize(2);
    assertThat(texts("listen -daughter")).hasSize(2);
    assertThat(texts("daugh*")).hasSize(1);
  }

  @Test
  void words_near_each_other_are_found_in_any_order() throws Exception {
    say("my worker has been changed again", "changed schools, and later on the other worker left");
    assertThat(texts("\"worker changed\"~4")).containsExactly("my worker has been changed again");
    assertThat(texts("worker changed")).hasSize(2);
    assertThat(texts("\"left|changed worker|pa\"~1")).hasSize(1);
    assertThat(texts("\"left|changed worker|pa\"~2")).hasSize(2);
    assertThat(texts("\"has|have been|gone changed\"")).hasSize(1);
    assertThat(texts("\"worker|pa worker|pa\"~3")).as("one word is not two").isEmpty();
    assertThat(texts("\"" + "a/b|c/d ".repeat(20) + "\"~2")).as("too wide").isEmpty();
    assertThat(texts("\"been|go has\"")).isEmpty();
    assertThat(texts("\"| |\"~2")).isEmpty();
    assertThat(String.join(" ", marked("\"left|changed worker|pa\"~1"))).isEqualTo("worker left");
    assertThat(texts("worker ~ changed 3 ~2")).as("a sign like any other").hasSize(2);
  }

  @Test
  void a_word_that_nobody_said_is_taken_for_one_that_somebody_did() throws Exception {
    say("the interpreter did not come", "she came");
    var found = found("intrepreter came");
    assertThat(found.how()).isEqualTo(Found.How.CORRECTED);
    assertThat(found.words()).isEqualTo("interpreter came");
    assertThat(texts(found)).containsExactly("the interpreter did not come");
    assertThat(found("\"the intrepreter\" -rain").words()).isEqualTo("\"the interpreter\" -rain");
    assertThat(found("xylophones").how()).isEqualTo(Found.How.AS_TYPED);
  }

  @Test
  void what_narrows_or_leaves_out_stays_when_words_are_relaxed_or_put_right() throws Exception {
    feedback.say("late again", USUAL.audience("YOUNG_PERSON"));
    feedback.say("late once more", USUAL);
    feedback.say("on time", USUAL);
    job.run();
    assertThat(texts("late xyzzyx who:families")).containsExactly("late once more");
    assertThat(texts("xyzzyx -late")).isEmpty();
    assertThat(texts("late xyzzyx -again")).containsExactly("late once more");
    assertThat(found("(late | again) xyzzyx").total()).as("meant as typed").isZero();
    assertThat(found("late -agaim when:2031").words()).contains("-agaim").contains("when:2031");
  }

  @Test
  void a_word_said_elsewhere_is_unknown_here_and_put_right() throws Exception {
    feedback.say("intrepreter", USUAL.area("family-help-south"));
    feedback.say("the interpreter came", USUAL);
    job.run();
    var north = analyst(Set.of("family-help-north"));
    var found = search.search("intrepreter", Filter.none(), Order.BEST, north, 1);
    assertThat(found.words()).isEqualTo("interpreter");
  }

  @Test
  void a_word_that_a_choice_leaves_out_is_spelt_right_all_the_same() throws Exception {
    feedback.say("he was late", USUAL.area("family-help-south"));
    feedback.say("by the lake, and the interpreter came", USUAL);
    job.run();
    var north = new Filter("family-help-north", "", "", "", "", "");
    var late = search.search("late", north, Order.BEST, all(), 1);
    assertThat(late.how()).isEqualTo(Found.How.AS_TYPED);
    assertThat(late.total()).isZero();
    assertThat(late.correction()).isEmpty();
    var found = search.search("intrepreter", north, Order.BEST, all(), 1);
    assertThat(found.how()).isEqualTo(Found.How.CORRECTED);
    assertThat(found.correction().orElseThrow().unknown()).containsExactly("intrepreter");
    var south = new Filter("family-help-south", "", "", "", "", "");
    assertThat(search.search("intrepreter", south, Order.BEST, all(), 1).correction())
        .as("nobody says it there")
        .isEmpty();
  }

  @Test
  void nothing_is_suggested_that_was_said_where_the_asker_may_not_look() throws Exception {
    feedback.say("the interpreter did not come", USUAL.area("family-help-south"));
    feedback.say("it was good", USUAL);
    job.run();
    var north = analyst(Set.of("family-help-north"));
    var found = search.search("intrepreter", Filter.none(), Order.BEST, north, 1);
    assertThat(found.total()).isZero();
    assertThat(found.words()).isEqualTo("intrepreter");
    assertThat(found.counts().values()).allMatch(Map::isEmpty);
  }

  @Test
  void a_sentence_that_no_comment_holds_finds_what_is_nearest_to_it() throws Exception {
    say("too many social workers came", "the school was good", "workers come and go");
    var found = found("I have had far too many different social workers this year");
    assertThat(found.how()).isEqualTo(Found.How.SOME_OF_THEM);
    assertThat(texts(found).getFirst()).isEqualTo("too many social workers came");
  }

  @Test
  void a_field_and_a_value_narrow_the_words() throws Exception {
    feedback.say("late again", USUAL);
    feedback.say("late in spring", USUAL.period("2026-Q2").audience("YOUNG_PERSON"));
    feedback.say("late over there", USUAL.area("first-contact"));
    feedback.say("za późno", USUAL.language("pl"));
    job.run();
    assertThat(texts("late area:first-contact")).containsExactly("late over there");
    assertThat(texts("late area:FirstContact")).containsExactly("late over there");
    assertThat(texts("late -area:family-help")).containsExactly("late over there");
    assertThat(texts("who:young-people")).containsExactly("late in spring");
    assertThat(texts("late when:2026-q2")).containsExactly("late in spring");
    assertThat(texts("late when:nov-2026")).hasSize(2);
    assertThat(texts("late (when:2026-Q2 | area:first-contact)")).hasSize(2);
    assertThat(texts("language:polish")).containsExactly("za późno");
    for (var typed : List.of("area:first-contact za | late", "za | late area:first-contact")) {
      assertThat(texts(typed)).as(typed).containsExactly("late over there");
      assertThat(found(typed).counts().get(CommentDocument.IN_PERIOD)).containsEntry("2026", 1);
    }
    assertThat(texts("-again late | za when:2026-q4")).doesNotContain("late again").hasSize(2);
    assertThat(found("time:8:50").total()).as("no field: words like any other").isZero();
  }

  @Test
  void what_was_found_is_counted_under_each_part_of_its_label() throws Exception {
    feedback.say("late again", USUAL);
    feedback.say("late in spring", USUAL.period("2026-Q2").audience("YOUNG_PERSON"));
    feedback.say("late over there", USUAL.area("first-contact"));
    feedback.say("on time", USUAL);
    job.run();
    var counts = found("late").counts();
    assertThat(counts.get(CommentDocument.IN_AREA))
        .containsEntry("westhaven", 3)
        .containsEntry("family-help", 2)
        .containsEntry("family-help-north", 2)
        .containsEntry("first-contact", 1);
    assertThat(counts.get(CommentDocument.IN_PERIOD))
        .containsEntry("2026", 3)
        .containsEntry("2026-Q2", 1)
        .containsEntry("2026-Q4", 2);
    assertThat(counts.get(CommentDocument.GROUP))
        .containsEntry("FAMILY", 2)
        .containsEntry("CHILD_AND_YOUNG_PERSON", 1);
    var north = analyst(Set.of("family-help-north"));
    assertThat(
            search
                .search("late", Filter.none(), Order.BEST, north, 1)
                .counts()
                .get(CommentDocument.GROUP))
        .containsEntry("FAMILY", 1)
        .containsEntry("PARENT", 1)
        .containsEntry("CHILD_AND_YOUNG_PERSON", 1)
        .doesNotContainKeys("STAFF_AND_PARTNER", "STAFF", "PARTNER", "");
  }

  @Test
  void comments_are_sorted_into_themes_and_found_and_counted_by_them() throws Exception {
    say("I'm on number six now", "we had a new social worker again", "ok");
    assertThat(texts("theme:change-of-worker")).hasSize(2);
    assertThat(texts("theme:ChangeOfWorker -new")).containsExactly("I'm on number six now");
    assertThat(by(new Filter("", "", "", "", "", "change-of-worker"))).hasSize(2);
    assertThat(found("").counts().get(CommentDocument.THEME)).containsEntry("change-of-worker", 2);
    assertThat(found("six").hits().getFirst().themes()).contains("change-of-worker");
    assertThat(found("ok").hits().getFirst().themes()).isEmpty();
  }

  @Test
  void comments_like_one_comment_are_found_without_it() throws Exception {
    say(
        "She cancelled the visit again and nobody told us",
        "Another visit cancelled, nobody told me",
        "The school found a tutor");
    var first = found("again").hits().getFirst();
    var alike = search.alike(first.comment(), Filter.none(), Order.BEST, all(), 1);
    assertThat(alike.how()).isEqualTo(Found.How.ALIKE);
    assertThat(texts(alike)).containsExactly("Another visit cancelled, nobody told me");
    var elsewhere = analyst(Set.of("first-contact"));
    assertThat(search.alike(first.comment(), Filter.none(), Order.BEST, elsewhere, 1).total())
        .isZero();
    assertThat(search.alike(UUID.randomUUID(), Filter.none(), Order.BEST, all(), 1).total())
        .isZero();
  }

  @Test
  void forms_of_words_are_found_in_each_language() throws Exception {
    feedback.say("Pracownicy nie słuchali mojego dziecka", USUAL.language("pl"));
    feedback.say("Doedd ei phlant hi ddim yn hapus", USUAL.language("cy"));
    feedback.say("Соціальні працівники не слухали", USUAL.language("uk"));
    feedback.say("Întâlnirile au fost lungi", USUAL.language("ro"));
    feedback.say("بچوں نے اچھی باتیں کیں", USUAL.language("ur"));
    feedback.say("Шкоди немає", USUAL.language("und"));
    job.run();
    assertThat(texts("pracownik słuchać dziecko")).hasSize(1);
    assertThat(marked("słuchać")).containsExactly("słuchali");
    assertThat(texts("plentyn")).hasSize(1);
    assertThat(texts("працівник слухати")).hasSize(1);
    assertThat(texts("întâlnire")).hasSize(1);
    assertThat(texts("بچہ اچھا")).hasSize(1);
    assertThat(texts("шкода")).hasSize(1);
  }

  @Test
  void case_accents_and_curly_quotes_do_not_matter_and_no_word_is_left_out() throws Exception {
    say("We met in the CAFÉ", "They didn’t ask us", "It was not the plan");
    assertThat(texts("cafe")).hasSize(1);
    assertThat(texts("Café")).hasSize(1);
    assertThat(texts("didn't")).hasSize(1);
    assertThat(texts("not")).containsExactly("It was not the plan");
    assertThat(texts("\"not the plan\"")).hasSize(1);
  }

  @Test
  void a_phrase_is_words_one_after_the_other() throws Exception {
    say("my social worker came late", "a worker who is social");
    assertThat(texts("\"social worker\"")).containsExactly("my social worker came late");
    assertThat(texts("social worker")).hasSize(2);
  }

  @Test
  void arabic_is_found_with_and_without_article_and_vowel_marks() throws Exception {
    feedback.say("الاجتماع كان طويلا", USUAL.language("ar"));
    feedback.say("كَانَ اِجْتِمَاعٌ قصير", USUAL.language("ar"));
    feedback.say("المدرسة جيدة", USUAL.language("und"));
    job.run();
    assertThat(texts("اجتماع")).hasSize(2);
    assertThat(texts("الاجتماع")).hasSize(2);
    assertThat(texts("الإجتماع")).hasSize(2);
    assertThat(texts("مدرسه")).hasSize(1);
    assertThat(marked("اجتماع")).contains("الاجتماع");
  }

  @Test
  void a_language_without_rules_of_its_own_is_found_as_written() throws Exception {
    feedback.say("A assistente social não veio", USUAL.language("pt"));
    job.run();
    assertThat(texts("NAO VEIO")).hasSize(1);
  }

  @Test
  void what_was_hit_is_marked_and_the_rest_is_as_it_was() throws Exception {
    say("<script>alert('x')</script> nobody listened & we went");
    var pieces = found("listening script").hits().getFirst().words();
    assertThat(pieces.stream().map(Found.Piece::text).collect(Collectors.joining()))
        .isEqualTo("<script>alert('x')</script> nobody listened & we went");
    assertThat(marked("listening script")).containsExactly("script", "script", "listened");
  }

  @Test
  void only_the_words_of_a_phrase_that_stand_together_are_marked() throws Exception {
    say("a worker, and my social worker");
    assertThat(marked("\"social worker\"").getFirst()).startsWith("social");
    assertThat(String.join(" ", marked("\"social worker\""))).isEqualTo("social worker");
  }

  @Test
  void filters_find_what_stands_under_them() throws Exception {
    feedback.say("one", USUAL);
    feedback.say("two", USUAL.area("family-help-south").period("2026-Q3"));
    feedback.say("three", USUAL.area("westhaven").audience("YOUNG_PERSON").milestone("M6"));
    feedback.say("four", USUAL.area("first-contact").period("2025").language("und"));
    job.run();
    assertThat(by(new Filter("family-help", "", "", "", "", "")))
        .containsExactlyInAnyOrder("one", "two");
    assertThat(by(new Filter("family-help-north", "", "", "", "", ""))).containsExactly("one");
    assertThat(by(new Filter("westhaven", "", "", "", "", ""))).hasSize(4);
    assertThat(by(new Filter("", "FAMILY", "", "", "", ""))).hasSize(3);
    assertThat(by(new Filter("", "", "M6", "", "", ""))).containsExactly("three");
    assertThat(by(new Filter("", "", "", "2026", "", ""))).hasSize(3);
    assertThat(by(new Filter("", "", "", "2026-Q4", "", "")))
        .containsExactlyInAnyOrder("one", "three");
    assertThat(by(new Filter("", "", "", "2026-11", "", "")))
        .containsExactlyInAnyOrder("one", "three");
    assertThat(by(new Filter("", "", "", "", "und", ""))).containsExactly("four");
    assertThat(by(new Filter("family-help", "FAMILY", "M3", "2026", "en", ""))).hasSize(2);
    assertThat(by(new Filter("no-such", "", "", "", "", ""))).isEmpty();
  }

  @Test
  void nobody_finds_or_counts_what_is_outside_their_areas() throws Exception {
    feedback.say("north secret", USUAL);
    feedback.say("south secret", USUAL.area("family-help-south"));
    feedback.say("council secret", USUAL.area("westhaven"));
    job.run();
    var north = analyst(Set.of("family-help-north"));
    assertThat(search.search("secret", Filter.none(), Order.BEST, north, 1).total()).isEqualTo(1);
    assertThat(search.search("secret | -north", Filter.none(), Order.BEST, north, 1).hits())
        .allMatch(hit -> hit.label().area().equals("family-help-north"));
    var wider = new Filter("westhaven", "", "", "", "", "");
    assertThat(search.search("", wider, Order.BEST, north, 1).total()).isEqualTo(1);
    var family = analyst(Set.of("family-help"));
    assertThat(search.search("secret", Filter.none(), Order.BEST, family, 1).total()).isEqualTo(2);
  }

  @Test
  void the_count_is_true_and_each_comment_stands_on_one_page() throws Exception {
    for (int i = 0; i < 45; i++) {
      feedback.say("the meeting was late " + i);
    }
    job.run();
    var first = found("meeting");
    assertThat(first.total()).isEqualTo(45);
    assertThat(first.pages()).isEqualTo(3);
    var seen = new java.util.HashSet<UUID>();
    for (int page = 1; page <= 3; page++) {
      page("meeting", page).hits().forEach(hit -> assertThat(seen.add(hit.response())).isTrue());
    }
    assertThat(seen).hasSize(45);
    assertThat(page("meeting", 99).page()).isEqualTo(3);
    assertThat(page("meeting", -7).page()).isEqualTo(1);
  }

  @Test
  void equal_hits_do_not_tell_the_order_in_which_they_came() throws Exception {
    var came = new java.util.ArrayList<UUID>();
    for (int i = 0; i < 20; i++) {
      came.add(feedback.say("the same words"));
    }
    job.run();
    var shown = found("same").hits().stream().map(Found.Hit::response).toList();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(came);
    assertThat(shown).isNotEqualTo(came).isNotEqualTo(came.reversed());
  }

  @Test
  void the_newest_period_comes_first_when_asked() throws Exception {
    feedback.say("late late late", USUAL.period("2025"));
    feedback.say("so late", USUAL.period("2026-Q2"));
    feedback.say("it was rather late that day", USUAL.period("2026-11"));
    job.run();
    assertThat(search.search("late", Filter.none(), Order.NEWEST, all(), 1).hits())
        .extracting(hit -> hit.label().period())
        .containsExactly("2026-11", "2026-Q2", "2025");
  }

  private void say(String... words) throws Exception {
    for (var one : words) {
      feedback.say(one);
    }
    job.run();
  }

  private Found found(String words) {
    return page(words, 1);
  }

  private Found page(String words, int page) {
    return search.search(words, Filter.none(), Order.BEST, all(), page);
  }

  private List<String> texts(String words) {
    return texts(found(words));
  }

  private List<String> by(Filter filter) {
    return texts(search.search("", filter, Order.BEST, all(), 1));
  }

  private static List<String> texts(Found found) {
    return found.hits().stream()
        .map(hit -> hit.words().stream().map(Found.Piece::text).collect(Collectors.joining()))
        .toList();
  }

  private List<String> marked(String words) {
    return found(words).hits().stream()
        .flatMap(hit -> hit.words().stream())
        .filter(Found.Piece::marked)
        .map(Found.Piece::text)
        .toList();
  }

  private static Staff all() {
    return analyst(Set.of());
  }

  private static Staff analyst(Set<String> areas) {
    return new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), areas, Set.of("en"));
  }
}
