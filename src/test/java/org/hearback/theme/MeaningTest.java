package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Utils;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments found by what they mean, with the real model. */
@MicronautTest(startApplication = false, transactional = false)
class MeaningTest implements OnTestDatabase {
  private static final Meaning MODEL = MiniLm.meaning();
  private static final Feedback.At USUAL = Feedback.At.usual();

  private static final Theme LATE =
      theme(
          "late",
          "She came an hour late.",
          "They never arrive on time.",
          "He was late again.",
          "We waited and waited, he turned up at four.",
          "The visit was late as always.",
          "Nobody comes when they said they would.");

  private static final Theme PETS =
      theme(
          "pets",
          "She remembered my dog.",
          "My cat likes her.",
          "We talked about my rabbit.",
          "He brought a treat for the puppy.",
          "Our hamster died and she was kind.",
          "She likes animals like me.");

  private final TestDatabase database = TestDatabase.shared();
  private final AtomicInteger read = new AtomicInteger();
  private final Meaning counted =
      new Meaning(
          MODEL.model(),
          text -> {
            read.incrementAndGet();
            return MODEL.of(text).orElseThrow();
          });
  @Inject ReadingRows rows;
  @Inject Codings codings;
  @Inject ThemeBooks books;
  @Inject Wording wording;
  @Inject Reports reports;
  @Inject ServiceAreas areas;
  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private IntConsumer whenAsked = _ -> {};
  private Documents documents;
  private Feedback feedback;
  private CommentIndex index;
  private Search search;

  @BeforeEach
  void empty() {
    read.set(0);
    documents = new Documents(areas, new Tagger(ThemeBook.EMPTY), _ -> Map.of(), counted);
    feedback = new Feedback(database);
    whenAsked = _ -> {};
    index =
        new CommentIndex(
            new IndexFolder(folder),
            () -> {
              whenAsked.accept(asked.incrementAndGet());
              return documents;
            });
    search = new Search(index, SearchTest.NO_KEYS, MODEL);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void what_is_said_in_other_words_is_found_and_says_so() throws Exception {
    say(
        "This is the sixth person who comes to our house and I tell it all again.",
        "A new social worker every few months.",
        "The cooker changed everything.");
    var found = find("too many social workers");
    assertThat(texts(found))
        .contains("A new social worker every few months.")
        .doesNotContain("The cooker changed everything.");
    assertThat(texts(find("my worker keeps changing")))
        .contains("A new social worker every few months.");
  }

  @Test
  void both_ways_are_counted_once_and_each_hit_says_how() throws Exception {
    say(
        "They cancelled the visit again.",
        "He said Tuesday and never turned up.",
        "The visit was cancelled and nobody told me.",
        "We like the garden.");
    var found = find("visit cancelled");
    assertThat(found.how()).isEqualTo(Found.How.AS_TYPED);
    var by = found.hits().stream().collect(Collectors.groupingBy(Found.Hit::by));
    assertThat(by.get(Found.By.BOTH)).hasSize(2);
    assertThat(by.getOrDefault(Found.By.WORDS, List.of())).isEmpty();
    assertThat(found.total()).isEqualTo(2 + found.byMeaning());
    assertThat(found.byMeaning()).isEqualTo(by.getOrDefault(Found.By.MEANING, List.of()).size());
    assertThat(found.hits()).hasSize((int) found.total());
    int counted =
        found.counts().get(CommentDocument.GROUP).entrySet().stream()
            .filter(count -> Who.group(count.getKey()).isPresent())
            .mapToInt(Map.Entry::getValue)
            .sum();
    assertThat(counted).as("counts are of all that was found").isEqualTo(found.total());
    var newest =
        search.search("visit cancelled", Filter.none(), Order.NEWEST, analyst(Set.of()), 1);
    assertThat(ids(newest)).isEqualTo(ids(found));
  }

  @Test
  void a_sign_takes_words_as_they_are_and_letters_of_others_have_no_meaning_here()
      throws Exception {
    say("They never rang back.");
    assertThat(find("nobody phoned me").byMeaning()).isPositive();
    for (var typed :
        List.of(
            "\"nobody phoned me\"",
            "nobody phoned | emailed",
            "nobody phon*",
            "phoned -me",
            "не передзвонили",
            "لم يتصلوا",
            "")) {
      assertThat(find(typed).byMeaning()).as(typed).isZero();
    }
  }

  @Test
  void what_is_found_by_meaning_stays_and_other_words_are_offered_beside_it() throws Exception {
    say("The telephone is out of order.", "We like the garden.");
    var found = find("broken telefone");
    assertThat(found.how()).isEqualTo(Found.How.AS_TYPED);
    assertThat(texts(found)).containsExactly("The telephone is out of order.");
    assertThat(found.byMeaning()).isEqualTo(1);
    assertThat(found.correction()).as("it would find nothing either").isEmpty();
    assertThat(find("telefone order").correction())
        .contains(new Found.Correction(List.of("telefone"), "telephone order"));
    var quoted = find("\"telefone\"");
    assertThat(quoted.how()).as("nothing by meaning").isEqualTo(Found.How.CORRECTED);
    assertThat(quoted.words()).isEqualTo("\"telephone\"");
  }

  @Test
  void what_one_may_not_see_is_not_found_by_meaning_either() throws Exception {
    feedback.say("They never rang back.", USUAL.area("family-help-south"));
    feedback.say("We like the garden.", USUAL);
    run();
    var north = analyst(Set.of("family-help-north"));
    assertThat(search.search("nobody phoned me", Filter.none(), Order.BEST, north, 1).total())
        .isZero();
    var families = Filter.none().with(CommentDocument.GROUP, "STAFF_AND_PARTNER");
    assertThat(
            search.search("nobody phoned me", families, Order.BEST, analyst(Set.of()), 1).total())
        .isZero();
  }

  @Test
  void another_language_is_found_by_what_its_reader_wrote_in_english() throws Exception {
    var response = feedback.say("Nikt do mnie nie oddzwonił.", USUAL.language("pl"));
    database.execute(
        "UPDATE feedback.comment SET english = 'Nobody rang me back.' WHERE response = '"
            + response
            + "'");
    run();
    assertThat(find("they never returned my call").byMeaning()).isEqualTo(1);
  }

  @Test
  void words_come_first_and_meaning_a_moment_later() throws Exception {
    feedback.say("They never rang back.");
    var alone = new IndexJob(rows, codings, index, () -> Instant.EPOCH);
    index.open();
    index.rebuild(
        List.of(List.<Comment>of()).iterator(), 0, new Position(0, ""), _ -> Optional.empty());
    assertThat(index.knows(MODEL)).isFalse();
    assertThat(search.reach()).isEqualTo(Search.Reach.MEANING_SOON);
    assertThat(find("nobody phoned me").total()).isZero();
    alone.run();
    assertThat(search.reach()).isEqualTo(Search.Reach.MEANING);
    assertThat(find("nobody phoned me").byMeaning()).isEqualTo(1);
    assertThat(new Search(index, SearchTest.NO_KEYS, Meaning.NONE).reach())
        .isEqualTo(Search.Reach.WORDS);
  }

  /** Native code that this machine cannot load, for one; the search must not end with it. */
  @Test
  void a_model_that_fails_leaves_the_words() throws Exception {
    var broken =
        new Meaning(
            "broken",
            _ -> {
              read.incrementAndGet();
              throw new UnsatisfiedLinkError("planted");
            });
    documents = new Documents(areas, new Tagger(ThemeBook.EMPTY), _ -> Map.of(), broken);
    say("They never rang back.");
    run();
    var byWords = new Search(index, SearchTest.NO_KEYS, broken);
    var found = byWords.search("rang back", Filter.none(), Order.BEST, analyst(Set.of()), 1);
    assertThat(found.total()).isEqualTo(1);
    assertThat(byWords.reach()).isEqualTo(Search.Reach.WORDS);
    feedback.say("Nobody rang back either.");
    run();
    assertThat(byWords.count("rang back", Filter.none(), analyst(Set.of()))).isEqualTo(2);
    assertThat(read).as("asked once").hasValue(1);
    assertThat(documents.rules())
        .as("the index is not made anew each turn")
        .isEqualTo(documents.withoutMeaning().rules());
  }

  @Test
  void what_is_taken_out_leaves_no_meaning_in_any_file() throws Exception {
    feedback.say("We like the garden.");
    var taken = feedback.say("They never rang back.");
    run();
    var direction = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : Arrays.copyOf(MODEL.of("They never rang back.").orElseThrow(), 4)) {
      direction.putFloat(number);
    }
    assertThat(files(direction.array())).as("before").isPositive();
    database.execute(
        "UPDATE feedback.comment SET display = 'taken' WHERE response = '" + taken + "'");
    feedback.changeAgain(taken);
    run();
    assertThat(files(direction.array())).isZero();
    assertThat(find("nobody phoned me").total()).isZero();
  }

  /** In how many files of the index bytes stand. */
  private long files(byte[] bytes) throws IOException {
    var sought = new String(bytes, StandardCharsets.ISO_8859_1);
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> {
            try {
              return Files.readString(file, StandardCharsets.ISO_8859_1).contains(sought);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .count();
    }
  }

  @Test
  void a_new_book_costs_no_second_reading_and_a_changed_comment_one() throws Exception {
    say("They never rang back.", "The worker was kind.", "We like the garden.");
    assertThat(read).hasValue(3);
    documents =
        new Documents(
            areas, new Tagger(new ThemeBook("another", List.of())), _ -> Map.of(), counted);
    run();
    assertThat(index.isBy(documents.tagger().book())).isTrue();
    assertThat(read).hasValue(3);
    assertThat(find("nobody phoned me").byMeaning()).isEqualTo(1);
    database.execute(
        "UPDATE feedback.comment SET words = 'They moved us.' WHERE words LIKE 'They never%'");
    documents =
        new Documents(
            areas, new Tagger(new ThemeBook("a third", List.of())), _ -> Map.of(), counted);
    run();
    assertThat(read).hasValue(4);
    assertThat(find("nobody phoned me").byMeaning()).isZero();
  }

  @Test
  void new_comments_are_found_while_another_index_is_made() throws Exception {
    say("They never rang back.");
    var seen = new AtomicLong();
    var watched =
        new Meaning(
            "watched",
            text -> {
              seen.set(find("\"came while it was made\"").total());
              return new float[] {1, 0};
            });
    documents = new Documents(areas, new Tagger(ThemeBook.EMPTY), _ -> Map.of(), watched);
    // Asked for when a turn begins, and again when it begins to make an index.
    asked.set(0);
    whenAsked =
        times -> {
          if (times == 2) {
            say1("came while it was made");
          }
        };
    run();
    assertThat(seen).as("while the comments were read").hasValue(1);
    assertThat(find("\"came while it was made\"").total())
        .as("in the new one at once")
        .isEqualTo(1);
  }

  @Test
  void what_is_found_by_meaning_marks_no_words_out_on_either_side() throws Exception {
    say("Nobody phoned me.", "They never rang back.");
    say("We like the garden.", "The garden is nice.", "A garden with a pond.");
    var found = find("nobody phoned me");
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.byMeaning()).isEqualTo(1);
    var marking = new MarkingWords(index, SearchTest.NO_KEYS, reports, MODEL);
    var outcome = marking.of("nobody phoned me", Filter.none(), analyst(Set.of()));
    assertThat(outcome)
        .returns(1, MarkingWords.Outcome::here)
        .returns(3, MarkingWords.Outcome::there)
        .returns(1, MarkingWords.Outcome::meant);
    var byWords = new MarkingWords(index, SearchTest.NO_KEYS, reports, Meaning.NONE);
    assertThat(byWords.of("nobody phoned me", Filter.none(), analyst(Set.of())))
        .returns(4, MarkingWords.Outcome::there)
        .returns(0, MarkingWords.Outcome::meant);
  }

  /** Of a page of comments only one more is read. */
  @Test
  void whoever_ends_the_process_does_not_wait_until_a_page_is_read() throws Exception {
    say("They never rang back.", "The worker was kind.", "We like the garden.");
    var ending = new Thread(() -> index.close());
    var slow =
        new Meaning(
            "slow",
            _ -> {
              read.incrementAndGet();
              ending.start();
              while (!index.isEnding()) {
                Thread.onSpinWait();
              }
              return new float[] {1, 0};
            });
    documents = new Documents(areas, new Tagger(ThemeBook.EMPTY), _ -> Map.of(), slow);
    read.set(0);
    run();
    ending.join();
    assertThat(read).hasValue(1);
  }

  @Test
  void more_like_this_goes_by_meaning_too() throws Exception {
    var one = feedback.say("They never rang back.");
    feedback.say("Nobody returned my calls.");
    feedback.say("We like the garden.");
    run();
    var alike =
        search.alike(feedback.commentOf(one), Filter.none(), Order.BEST, analyst(Set.of()), 1);
    assertThat(texts(alike)).containsExactly("Nobody returned my calls.");
    assertThat(alike.hits().getFirst().by()).isEqualTo(Found.By.MEANING);
  }

  @Test
  void a_tag_comes_by_likeness_where_no_query_says_so() throws Exception {
    var tagger = new Tagger(new ThemeBook("two", List.of(LATE, PETS)));
    var said = comment("He did not get here until an hour after the time.");
    var meant = meant(said);
    assertThat(tagger.tags(List.of(said), meant, MODEL).get(said.id()))
        .as("before it has learnt, which no page waits for")
        .isEmpty();
    tagger.learn(MODEL, Documents.Known.NOTHING);
    var tags = tagger.tags(List.of(said), meant, MODEL).get(said.id());
    assertThat(tags).extracting(Tagger.Tag::theme).containsExactly("late");
    assertThat(tags.getFirst().alike()).isTrue();
    assertThat(tags.getFirst().queries()).isZero();
    assertThat(tagger.tags(List.of(said)).get(said.id())).isEmpty();
  }

  @Test
  void a_theme_that_is_said_in_one_part_of_a_comment_is_likelier_than_by_all_of_it() {
    var examples =
        Stream.of(LATE, PETS)
            .flatMap(theme ->
                theme.inEnglish().stream()
                    .map(said ->
                        new Likeness.Example(
                            said, Meant.read(said, MODEL).orElseThrow(), Set.of(theme.key()))))
            .toList();
    var likeness = Likeness.of(examples);
    var said =
        "My cat sat on her lap and she liked it. We talked about the garden. He did not get here"
            + " until an hour after the time.";
    var texts = Meant.read(said, MODEL).orElseThrow().texts(Traits.words(said), said);
    assertThat(texts).hasSize(5);
    var late = texts.stream().map(text -> likeness.all(List.of(text)).get("late")).toList();
    assertThat(late.getLast()).as("the part that says it").isEqualTo(Collections.max(late));
    assertThat(likeness.all(texts).get("late"))
        .isEqualTo((late.getFirst() + late.getLast()) / 2)
        .isGreaterThan(late.getFirst());
  }

  private static Map<UUID, Meant> meant(Comment comment) {
    return Map.of(comment.id(), Meant.read(comment.words().value(), MODEL).orElseThrow());
  }

  private static Theme theme(String key, String... examples) {
    return new Theme(
        key,
        key,
        key,
        List.of(),
        List.of(),
        List.of(),
        Theme.Polarity.EITHER,
        List.of(),
        Map.of(),
        Map.of("en", List.of(examples)));
  }

  /** Whoever confirms has to see what the index says. */
  @Test
  void the_model_calls_nobody_and_signs_alone_are_no_failure_of_it() {
    assertThat(MODEL.of("They listened.")).isPresent();
    assertThat(Utils.isOfflineMode()).as("its tokenizer tells nobody where it runs").isTrue();
    for (var signs : List.of("\u200B", "?!", "\uFE0F \u200E", "")) {
      assertThat(MODEL.of(signs)).isEmpty();
    }
    assertThat(MODEL.isThere()).isTrue();
    assertThat(MODEL.of("They listened.")).isPresent();
  }

  @Test
  void who_checks_themes_sees_what_likeness_found() throws Exception {
    documents = new Documents(areas, ThemeFile.tagger(), _ -> Map.of(), counted);
    var said = "There has been a string of different people in charge of us, and the tap drips.";
    var response = feedback.say(said);
    var id = feedback.commentOf(response);
    run();
    var meant = Meant.read(said, MODEL).orElseThrow();
    assertThat(meant.parts()).hasSize(2 * meant.whole().length);
    assertThat(
            index.<Optional<Meant>>read((searcher, _) -> CommentDocument.meant(searcher, id, said)))
        .as("what an index holds is what was read")
        .contains(meant);
    var comment = rows.comment(id).orElseThrow().comment();
    var hit = find("\"different people\"").hits().getFirst();
    int before = read.get();
    var found = new CodingView(books, wording, index, counted).found(comment);
    assertThat(found).extracting(Tagger.Tag::theme).isEqualTo(hit.themes());
    assertThat(found).anyMatch(tag -> tag.likeness() > 0);
    assertThat(read).as("nothing is read for a page").hasValue(before);
    assertThat(new CodingView(books, wording, index, Meaning.NONE).found(comment))
        .allMatch(tag -> tag.likeness() == 0);
  }

  private static Comment comment(String words) {
    return new Comment(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "",
        1,
        "",
        "en",
        org.hearback.anonymity.RedactedText.stored(words),
        Optional.empty(),
        new org.hearback.anonymity.Label(
            "a", org.hearback.journey.Audience.PARENT, "", "M3", "2026-11", "en"));
  }

  private void say1(String words) {
    try {
      feedback.say(words);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(String... all) throws Exception {
    for (var words : all) {
      feedback.say(words);
    }
    run();
  }

  private void run() {
    new IndexJob(rows, codings, index, () -> Instant.EPOCH).run();
  }

  private Found find(String typed) {
    return search.search(typed, Filter.none(), Order.BEST, analyst(Set.of()), 1);
  }

  private static Set<UUID> ids(Found found) {
    return found.hits().stream().map(Found.Hit::comment).collect(Collectors.toSet());
  }

  private static List<String> texts(Found found) {
    return found.hits().stream()
        .map(hit -> hit.words().stream().map(Found.Piece::text).collect(Collectors.joining()))
        .toList();
  }

  private static Staff analyst(Set<String> areas) {
    return new Staff(new UUID(0, 1), "a", "A", Set.of(Role.ANALYST), areas, Set.of());
  }
}
