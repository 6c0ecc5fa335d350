package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.search.TermQuery;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.retention.RetentionJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say of comments teaches the book, at night, and nothing that it is measured by. */
class LessonsTest {
  private static final Duration NIGHT = Duration.ofDays(1);
  private static final Map<String, Object> MEANING = Map.of("hearback.index.meaning", "true");
  private static final String PASSWORD = "a password for tests";
  private static final String THEMES = "/office/themes/";
  private static final String PARKING = "parking";
  private static final Staff ANA =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));

  private static final Staff NORA =
      new Staff(
          UUID.randomUUID(),
          "nora",
          "Nora",
          Set.of(Role.ANALYST),
          Set.of("family-help-north"),
          Set.of("en"));

  /** No query and no example of the book says anything like these. */
  private static final List<String> CARS =
      List.of(
          "There was nowhere to leave the car.",
          "We drove round for twenty minutes to find a space.",
          "Your car park is always full.",
          "Got a parking ticket while I sat in the meeting.",
          "The spaces outside are all taken by nine.",
          "I had to leave my van three streets away.",
          "No bays for disabled drivers by the door.",
          "Paid eight pounds to park for one visit.",
          "The barrier of the car park did not open.",
          "Could not find a space anywhere near the building.",
          "Parking here costs more than my lunch.",
          "The car park is a muddy field.");

  private static final List<String> OTHERS =
      List.of(
          "She is kind to us.",
          "He explained what happens next.",
          "The room was cold.",
          "Nobody rang back.",
          "I like my new school.",
          "They wrote down what I said.",
          "The forms are too long.",
          "My foster mum cooks well.",
          "The taxi came late again.",
          "Contact with my brother helps.",
          "We got a new social worker.",
          "The report had mistakes in it.");

  private TestHouse house;
  private Feedback feedback;

  /**
   * Without meanings: what is learnt from is the same, and to learn what it means takes seconds.
   */
  @BeforeEach
  void open() throws Exception {
    open(Map.of());
  }

  private void open(Map<String, Object> more) throws Exception {
    house = TestHouse.on(TestDatabase.shared(), more);
    feedback = new Feedback(house.database());
    var books = house.get(ThemeBooks.class);
    assertThat(books.change(parking(), 0, "people say it", ANA)).isTrue();
    house.get(IndexJob.class).run();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void what_was_said_by_day_is_learnt_at_night_and_finds_more_on_every_node() throws Exception {
    close();
    open(MEANING);
    var unseen = comment("The car park was full and I could not find a space.");
    teach();
    var more = new HashMap<>(MEANING);
    more.putAll(house.keyFolder());
    try (var second = TestHouse.over(house.database(), more)) {
      for (var node : List.of(house, second)) {
        node.get(IndexJob.class).run();
        assertThat(lesson(node)).as("not by day").isEqualTo(Lesson.NONE);
        assertThat(themes(node, unseen)).doesNotContain(PARKING);
        node.clock().pass(NIGHT);
        node.get(IndexJob.class).run();
      }
      assertThat(lesson(house).of(PARKING)).isEqualTo(CARS.size());
      assertThat(lesson(house).key()).isEqualTo(lesson(second).key());
      for (var node : List.of(house, second)) {
        assertThat(themes(node, unseen)).contains(PARKING);
        assertThat(themes(node, comments().get("She is kind to us."))).doesNotContain(PARKING);
      }
    }
    assertThat(lesson(house).counting("money")).as("nobody gave it to any").isZero();
    var ana = signedIn(ANA);
    assertThat(ana.get(THEMES + PARKING).body()).contains("It also learns from 12 comments");
    assertThat(ana.get(THEMES + "money").body())
        .contains("Once people have given it to 10 comments");
    var nora = signedIn(NORA);
    assertThat(nora.get(THEMES + PARKING).body())
        .as("the number is of the whole council")
        .contains("It also learns from comments that people sorted.")
        .doesNotContain("from 12 comments");
    assertThat(ana.get(ThemesPage.PATH).body()).contains("Of 12 comments people said which way");
    assertThat(nora.get(ThemesPage.PATH).body()).doesNotContain("Of 12 comments");
  }

  @Test
  void a_few_words_more_teach_nothing_yet() throws Exception {
    var codings = house.get(Codings.class);
    var ids = said(CARS);
    for (int at = 0; at < Lessons.STEP - 1; at++) {
      codings.say(ids.get(at % ids.size()), new Coding.About(List.of(PARKING)), ANA);
    }
    house.clock().pass(NIGHT);
    house.get(ThemeBooks.class).refresh();
    assertThat(lesson(house)).isEqualTo(Lesson.NONE);
    codings.say(ids.getFirst(), new Coding.Unclear(), ANA);
    house.clock().pass(NIGHT);
    house.get(ThemeBooks.class).refresh();
    assertThat(lesson(house).said())
        .as("each comment once, as the newest word says, and none that cannot be told")
        .hasSize(CARS.size() - 1);
  }

  /** Or the figures beside a theme would be of what it was told. */
  @Test
  void no_comment_of_a_dip_sample_teaches_whether_it_was_sorted_before_or_after() throws Exception {
    teach();
    house.clock().pass(NIGHT);
    house.get(IndexJob.class).run();
    var before = lesson(house);
    assertThat(before.said()).hasSize(CARS.size() + OTHERS.size());
    var sample = house.get(Samples.class).draw(Filter.none(), "417", 10, ANA).orElseThrow();
    house.get(ThemeBooks.class).refresh();
    var drawn =
        house
            .database()
            .column("SELECT comment FROM office.sample_item WHERE sample = '" + sample.id() + "'");
    assertThat(drawn).hasSize(10);
    assertThat(learnt(lesson(house))).as("at once").hasSize(14).doesNotContainAnyElementsOf(drawn);
    assertThat(lesson(house).key()).as("so another index").isNotEqualTo(before.key());

    for (var comment : drawn) {
      house
          .get(Codings.class)
          .say(UUID.fromString(comment), new Coding.About(List.of("money")), ANA);
    }
    teach();
    house.clock().pass(NIGHT);
    house.get(ThemeBooks.class).refresh();
    assertThat(learnt(lesson(house))).isNotEmpty().doesNotContainAnyElementsOf(drawn);
    assertThat(lesson(house).of("money")).isZero();
  }

  @Test
  void what_is_hidden_or_gone_is_unlearnt_at_once() throws Exception {
    teach();
    house.clock().pass(NIGHT);
    house.get(ThemeBooks.class).refresh();
    var hidden = comments().get(CARS.getFirst());
    var gone = comments().get(CARS.get(1));
    for (var one : Map.of(hidden, "reported", gone, "taken").entrySet()) {
      house
          .database()
          .execute(
              "UPDATE feedback.comment SET display = '%s' WHERE id = '%s'"
                  .formatted(one.getValue(), one.getKey()));
      feedback.changeAgain(responseOf(one.getKey()));
    }
    house.get(ThemeBooks.class).refresh();
    assertThat(learnt(lesson(house)))
        .hasSize(CARS.size() + OTHERS.size() - 2)
        .doesNotContain(hidden.toString(), gone.toString());
    house.get(RetentionJob.class).run();
    house.get(ThemeBooks.class).refresh();
    assertThat(learnt(lesson(house))).doesNotContain(gone.toString());
  }

  @Test
  void a_theme_to_which_people_gave_too_few_is_as_it_was_and_none_is_learnt_that_is_out_of_use()
      throws Exception {
    var ids = said(CARS.subList(0, Lesson.LEAST - 1));
    ids.forEach(
        id -> house.get(Codings.class).say(id, new Coding.About(List.of(PARKING, "money")), ANA));
    said(OTHERS).forEach(id -> house.get(Codings.class).say(id, new Coding.About(List.of()), ANA));
    house.clock().pass(NIGHT);
    house.get(IndexJob.class).run();
    var lesson = lesson(house);
    assertThat(lesson.of(PARKING)).isEqualTo(Lesson.LEAST - 1);
    assertThat(lesson.counting(PARKING)).isZero();
    var text = "The car park was full and I could not find a space.";
    var meant = Meant.read(text, MiniLm.meaning()).orElseThrow();
    var parts = meant.texts(Traits.words(text), text);
    assertThat(parts).as("all of it, and its two parts").hasSize(3);
    var all = new ArrayList<>(written());
    var plain = Likeness.of(all);
    lesson.read(MiniLm.meaning(), Documents.Known.NOTHING).stream()
        .map(Lesson.Read::ofThemes)
        .forEach(all::add);
    assertThat(all).hasSizeGreaterThan(written().size());
    assertThat(Likeness.of(all).all(parts)).isEqualTo(plain.all(parts));

    house.get(ThemeBooks.class).takeOut(parking(), 1, "not now", ANA);
    house.get(ThemeBooks.class).refresh();
    assertThat(lesson(house).of(PARKING)).isZero();
    assertThat(lesson(house).of("money")).isEqualTo(Lesson.LEAST - 1);
  }

  @Test
  void what_an_index_knows_of_a_meaning_is_not_read_again() throws Exception {
    teach();
    house.clock().pass(NIGHT);
    house.get(ThemeBooks.class).refresh();
    var read = new ArrayList<String>();
    var counted =
        new Meaning(
            MiniLm.meaning().model(),
            text -> {
              read.add(text);
              return MiniLm.meaning().of(text).orElseThrow();
            });
    var meant = new Meant(new float[] {1, 0}, new byte[0]);
    var known = Set.copyOf(CARS);
    var examples =
        lesson(house)
            .read(
                counted,
                (_, english) ->
                    known.contains(english)
                        ? java.util.Optional.of(meant)
                        : java.util.Optional.empty());
    assertThat(examples).hasSize(CARS.size() + OTHERS.size());
    assertThat(read).containsExactlyInAnyOrderElementsOf(OTHERS);
  }

  /** All that the test says, cars as parking and the others as nothing of the book. */
  private void teach() throws Exception {
    var codings = house.get(Codings.class);
    var there = comments().isEmpty() || !comments().containsKey(CARS.getFirst());
    var cars = there ? said(CARS) : CARS.stream().map(this::known).toList();
    var others = there ? said(OTHERS) : OTHERS.stream().map(this::known).toList();
    var cross = new Coding.About(List.of(PARKING), Map.of(PARKING, Side.MINUS));
    cars.forEach(id -> codings.say(id, cross, ANA));
    others.forEach(id -> codings.say(id, new Coding.About(List.of()), ANA));
    while (house.get(CodingRows.class).last() % Lessons.STEP != 0) {
      codings.say(others.getLast(), new Coding.About(List.of()), ANA);
    }
  }

  private UUID known(String words) {
    try {
      return comments().get(words);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<UUID> said(List<String> words) throws Exception {
    var ids = new ArrayList<UUID>();
    for (var one : words) {
      ids.add(comment(one));
    }
    house.get(IndexJob.class).run();
    return ids;
  }

  private UUID comment(String words) throws Exception {
    return feedback.commentOf(feedback.say(words));
  }

  private Map<String, UUID> comments() throws java.sql.SQLException {
    var ids = new HashMap<String, UUID>();
    var all = house.database().column("SELECT CONCAT(id, words) FROM feedback.comment");
    all.forEach(one -> ids.put(one.substring(36), UUID.fromString(one.substring(0, 36))));
    return ids;
  }

  private UUID responseOf(UUID comment) throws Exception {
    return UUID.fromString(
        house
            .database()
            .column("SELECT response FROM feedback.comment WHERE id = '" + comment + "'")
            .getFirst());
  }

  private Browser signedIn(Staff staff) throws Exception {
    house.get(Hired.class).add(staff, PASSWORD);
    var browser = new Browser(house.address());
    browser.signIn(staff.signIn(), PASSWORD);
    return browser;
  }

  private static Lesson lesson(TestHouse node) {
    return node.get(ThemeBooks.class).tagger().lesson();
  }

  private static Set<String> learnt(Lesson lesson) {
    return lesson.said().stream().map(one -> one.comment().toString()).collect(Collectors.toSet());
  }

  private static List<String> themes(TestHouse node, UUID comment) {
    return node.get(CommentIndex.class)
        .read((searcher, _) -> {
          var hit = searcher.search(new TermQuery(CommentDocument.key(comment)), 1).scoreDocs[0];
          var document = searcher.storedFields().document(hit.doc);
          return List.of(document.getValues(CommentDocument.THEME));
        });
  }

  private List<Likeness.Example> written() {
    var written = new ArrayList<Likeness.Example>();
    for (var theme : house.get(ThemeBooks.class).now().themes()) {
      for (var said : theme.inEnglish()) {
        written.add(
            new Likeness.Example(
                said, Meant.read(said, MiniLm.meaning()).orElseThrow(), Set.of(theme.key())));
      }
    }
    return written;
  }

  /** A theme that finds nothing by itself. */
  private static Theme parking() {
    return new Theme(
        PARKING,
        "Topic 33",
        "What the test is about.",
        List.of(),
        List.of(),
        List.of(),
        Theme.Polarity.MOSTLY_MINUS,
        List.of(),
        Map.of("en", List.of("xyzzy")),
        Map.of());
  }
}
