package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.RedactedText;
import org.junit.jupiter.api.Test;

/** Which way a comment seems to point, where no person said so, and where that is shown. */
class LeaningTest {
  private static final String PASSWORD = "correct horse battery";

  /** Written without sight of what it learns from. */
  private static final Set<String> WELL =
      Set.of(
          "She really listened to me and I felt safe.",
          "My worker was kind and patient.",
          "Everyone at the centre was so helpful, thank you.",
          "Best support we have ever had.",
          "Very happy with how it was handled.",
          "He explained things clearly and I understood.",
          "I love my foster home.",
          "They made my son feel welcome.",
          "Really good, could not ask for better.",
          "The group gave me confidence.");

  private static final Set<String> WRONG =
      Set.of(
          "Nobody told us what was happening.",
          "I had to repeat my story to every new worker.",
          "They never answer the phone.",
          "We waited six months and heard nothing.",
          "I was not listened to at all.",
          "The meeting was confusing and too long.",
          "My social worker keeps changing and I hate it.",
          "Awful experience, I felt judged.",
          "Please reply to emails sooner.",
          "It would be better if someone rang before visiting.");

  private static final Set<String> NEITHER =
      Set.of(
          "She comes on Tuesdays after school.",
          "I live with my nan and two brothers.",
          "There were four people in the room.",
          "...",
          "",
          "N/A");

  private static final Staff ANA =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));

  private static final String KIND = "My social worker is kind and patient, thank you.";
  private static final String AWFUL = "We had three workers in a year and nobody told us why.";

  private static final int ODD = 60;

  /** A book of one theme is learnt in no time. */
  private static final ThemeBook BOOK =
      new ThemeBook("one", List.of(ThemeFile.read().find("change-of-worker").orElseThrow()));

  @Test
  void it_learns_from_many_that_are_all_different() {
    var invented = Leaning.invented();
    assertThat(invented.stream().map(Leaning.Invented::english)).doesNotHaveDuplicates();
    var many = invented.stream().collect(Collectors.groupingBy(Leaning.Invented::side));
    assertThat(many.get(Side.PLUS)).hasSizeGreaterThan(500);
    assertThat(many.get(Side.MINUS)).hasSizeGreaterThan(500);
    assertThat(many.get(Side.NEITHER)).hasSizeGreaterThan(200);
    assertThat(invented).extracting(Leaning.Invented::english).noneMatch(WELL::contains);
    assertThat(invented).extracting(Leaning.Invented::english).noneMatch(WRONG::contains);
  }

  @Test
  void most_are_told_and_hardly_any_wrongly() throws Exception {
    var tagger = new Tagger(BOOK);
    assertThat(sides(tagger, MiniLm.meaning(), WELL)).as("before it has learnt").isEmpty();
    tagger.learn(MiniLm.meaning(), Documents.Known.NOTHING);
    var well = sides(tagger, MiniLm.meaning(), WELL);
    var wrong = sides(tagger, MiniLm.meaning(), WRONG);
    assertThat(well).hasSizeGreaterThanOrEqualTo(5);
    assertThat(wrong).hasSizeGreaterThanOrEqualTo(5);
    assertThat(well.values()).containsOnly(Side.PLUS);
    assertThat(wrong.values()).containsOnly(Side.MINUS);
    assertThat(sides(tagger, MiniLm.meaning(), NEITHER)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void by_words_alone_nothing_is_said() throws Exception {
    var tagger = new Tagger(BOOK);
    tagger.learn(Meaning.NONE, Documents.Known.NOTHING);
    assertThat(sides(tagger, Meaning.NONE, WELL)).isEmpty();
  }

  private static Map<UUID, Side> sides(Tagger tagger, Meaning meaning, Set<String> said)
      throws Exception {
    return sides(tagger, meaning, said.stream().map(text -> comment(text, "en", "")).toList());
  }

  private static Map<UUID, Side> sides(Tagger tagger, Meaning meaning, List<Comment> comments)
      throws Exception {
    var meant = new HashMap<UUID, Meant>();
    for (var comment : comments) {
      comment
          .inEnglish()
          .flatMap(english -> Meant.read(english.value(), meaning))
          .ifPresent(its -> meant.put(comment.id(), its));
    }
    return tagger.sorted(comments, meant, meaning, Mentions.NONE).sides();
  }

  private static Comment comment(String words, String language, String english) {
    var rendered = Optional.of(english).filter(it -> !it.isEmpty()).map(RedactedText::stored);
    return ThemesTest.comment(language, words, rendered);
  }

  private static Lesson lesson(List<String> said, Side side) {
    var comments =
        said.stream()
            .map(text -> comment(text, "en", ""))
            .collect(Collectors.toMap(Comment::id, Function.identity()));
    var those =
        comments.keySet().stream()
            .map(id -> new Lesson.Said(id, Set.of(), Optional.of(side)))
            .toList();
    return new Lesson(
        those, ids -> ids.stream().map(comments::get).filter(Objects::nonNull).toList());
  }

  @Test
  void no_other_language_is_guessed_at_but_its_english_is() throws Exception {
    var tagger = new Tagger(BOOK);
    tagger.learn(MiniLm.meaning(), Documents.Known.NOTHING);
    var welsh = comment("Roedd pawb yn garedig iawn.", "cy", "");
    var read = comment("Roedd pawb yn garedig iawn.", "cy", "Everyone was very kind to us.");
    assertThat(sides(tagger, MiniLm.meaning(), List.of(welsh, read)))
        .isEqualTo(Map.of(read.id(), Side.PLUS));
  }

  @Test
  void what_people_say_is_learnt_and_makes_another_index() throws Exception {
    var said = IntStream.range(0, 60).mapToObj(at -> "The snorgle was plimf, room " + at).toList();
    var unseen = Set.of("The snorgle was plimf again");
    var keys = new HashSet<String>();
    for (var side : List.of(Side.PLUS, Side.MINUS)) {
      var tagger = new Tagger(BOOK).with(lesson(said, side));
      tagger.learn(MiniLm.meaning(), Documents.Known.NOTHING);
      assertThat(sides(tagger, MiniLm.meaning(), unseen).values()).containsExactly(side);
      var tried = tagger.tried();
      assertThat(tried.comments()).isEqualTo(said.size());
      assertThat(tried.told()).isBetween(said.size() / 2, said.size());
      assertThat(tried.right()).as("learnt from the others").isEqualTo(tried.told());
      keys.add(tagger.lesson().key());
    }
    assertThat(keys).hasSize(2);
  }

  /**
   * Each word that tells a side stands in two comments: whoever has learnt from both knows them by
   * it, and who has learnt from one alone knows a word of one example, which tells nothing.
   */
  @Test
  void it_is_tried_on_comments_that_it_has_not_learnt_from() throws Exception {
    var words = Map.of(Side.PLUS, odd(0), Side.MINUS, odd(1));
    var lessons = words.entrySet().stream().map(it -> lesson(it.getValue(), it.getKey())).toList();
    var both =
        new Lesson(
            lessons.stream().flatMap(lesson -> lesson.said().stream()).toList(),
            ids -> lessons.stream().flatMap(lesson -> lesson.texts().apply(ids).stream()).toList());
    var tagger = new Tagger(BOOK).with(both);
    assertThat(tagger.tried()).isEqualTo(Leaning.Tried.NEVER);
    tagger.learn(MiniLm.meaning(), Documents.Known.NOTHING);
    long known = 0;
    for (var side : words.keySet()) {
      var told = sides(tagger, MiniLm.meaning(), Set.copyOf(words.get(side))).values();
      known += told.stream().filter(side::equals).count();
    }
    var tried = tagger.tried();
    assertThat(tried.comments()).isEqualTo(2 * ODD);
    assertThat(known).as("of what it has learnt from").isGreaterThan(ODD);
    assertThat((long) tried.right()).as("of what was held back").isLessThan(known / 2);
  }

  /** Comments in pairs, each pair with a word that nobody else says. */
  private static List<String> odd(int from) {
    var parts = List.of("ba", "ki", "lo", "mu", "ne", "pra", "sto", "twi", "vur", "zel");
    return IntStream.range(0, ODD / 2)
        .mapToObj(at -> {
          int no = 2 * at + from;
          return parts.get(no % 10) + parts.get(no / 10 % 10) + parts.get((no + 3) % 10) + "x";
        })
        .flatMap(word -> Stream.of("The " + word + " was in the room", "In came the " + word))
        .toList();
  }

  @Test
  void it_is_found_counted_and_shown_as_what_it_is_until_a_person_says_so() throws Exception {
    var meaning = Map.<String, Object>of("hearback.index.meaning", "true");
    try (var house = TestHouse.on(TestDatabase.shared(), meaning);
        var browser = new RealBrowser();
        var person = browser.person(RealBrowser.PHONE)) {
      house.get(Hired.class).add(ANA, PASSWORD);
      var feedback = new Feedback(house.database());
      var kind = feedback.commentOf(feedback.say(KIND));
      feedback.say(AWFUL);
      feedback.say("She comes on Tuesdays.");
      house.get(IndexJob.class).run();
      var search = house.get(Search.class);
      assertThat(texts(search, "", "plus")).containsExactly(KIND);
      assertThat(texts(search, "", "minus")).containsExactly(AWFUL);
      assertThat(texts(search, "points:well", "")).containsExactly(KIND);
      assertThat(texts(search, "points:wrong", "")).containsExactly(AWFUL);
      assertThat(
              search
                  .search("", Filter.none(), Order.BEST, ANA, 1)
                  .counts()
                  .get(CommentDocument.POINTS))
          .isEqualTo(Map.of("plus", 1, "minus", 1));
      assertThat(
              house
                  .get(Wording.class)
                  .side("money", Optional.empty(), Optional.of(Side.PLUS))
                  .orElseThrow())
          .isEqualTo(new Wording.Signed("+?", "it seems that it went well"));
      walk(house, person.newPage());

      var blame = new Coding.About(List.of("money"), Map.of("money", Side.MINUS));
      house.get(Codings.class).say(kind, blame, ANA);
      house.get(IndexJob.class).run();
      assertThat(texts(search, "", "plus")).isEmpty();
      assertThat(texts(search, "", "minus")).hasSize(2);
      var hits = search.search("patient", Filter.none(), Order.BEST, ANA, 1).hits();
      assertThat(hits.getFirst().seems()).as("a person said so").isEmpty();
      assertThat(hits.getFirst().sides()).isEqualTo(blame.sides());
    }
  }

  private static void walk(TestHouse house, Page page) {
    page.navigate(house.address() + "/office");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.navigate(house.address() + "/office/search?words=worker");
    var shown =
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("main"));
    shown.containsText("how the comment seems to a program");
    shown.containsText("−?");
    page.getByText("How many, where").click();
    RealBrowser.lookTwice(page, "search-seems");
    page.locator(".office-counts a").getByText("Something went wrong").click();
    shown.containsText("1 comment found");
    shown.containsText("nobody told us why");
    page.navigate(house.address() + "/office/trends?points=minus");
    shown.containsText("Which way it points");
    RealBrowser.lookTwice(page, "trends-seems");
  }

  private static List<String> texts(Search search, String words, String points) {
    return search
        .search(words, Filter.none().with(CommentDocument.POINTS, points), Order.BEST, ANA, 1)
        .hits()
        .stream()
        .map(hit -> hit.words().stream().map(Found.Piece::text).collect(Collectors.joining()))
        .toList();
  }
}
