package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MicronautTest(startApplication = false, transactional = false)
class IndexJobTest implements OnTestDatabase {
  private static final int MANY = 500;

  private final TestDatabase database = TestDatabase.shared();
  @Inject ReadingRows rows;
  @Inject Codings codings;
  @Inject ServiceAreas areas;
  @TempDir Path folder;
  @TempDir Path outside;
  private Feedback feedback;
  private CommentIndex index;

  @BeforeEach
  void empty() throws Exception {
    feedback = new Feedback(database);
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void it_follows_changes_without_building_anew() throws Exception {
    run();
    var built = generation();
    feedback.say("first");
    run();
    feedback.silentBatch();
    feedback.say("second");
    run();
    assertThat(words()).containsExactly("first", "second");
    assertThat(generation()).isEqualTo(built);
    assertThat(index.position().orElseThrow().no()).isEqualTo(3);
    assertThat(files("quillmere")).as("old words").isEmpty();
  }

  @Test
  void following_a_long_absence_takes_up_everything_once() throws Exception {
    run();
    for (int i = 100; i < 230; i++) {
      feedback.say("comment " + i);
    }
    run();
    assertThat(words()).hasSize(130);
  }

  @Test
  void an_index_built_anew_holds_the_same_as_one_that_followed() throws Exception {
    run();
    for (int i = 0; i < 30; i++) {
      feedback.say("comment " + i + " of a meeting");
      if (i % 7 == 0) {
        run();
      }
    }
    run();
    var followed = words();
    var other = new CommentIndex(new IndexFolder(folder.resolve("other")), SearchTest.plain(areas));
    try {
      new IndexJob(rows, codings, other, () -> Instant.EPOCH).run();
      assertThat(words(other)).isEqualTo(followed).hasSize(30);
      assertThat(other.position()).isEqualTo(index.position());
    } finally {
      other.close();
    }
  }

  @Test
  void what_is_taken_out_or_changed_is_in_no_file_any_more() throws Exception {
    feedback.say("all others stay");
    var hidden = feedback.say("somebody called zanzibarella came");
    var changed = feedback.say("she is from quixotville in the north");
    run();
    assertThat(files("zanzibarella")).as("before").isNotEmpty();
    assertThat(files("quixotville")).as("before").isNotEmpty();
    database.execute(
        "UPDATE feedback.comment SET display = 'taken' WHERE response = '" + hidden + "'");
    database.execute(
        "UPDATE feedback.comment SET words = 'she is from [place]' WHERE response = '"
            + changed
            + "'");
    feedback.changeAgain(hidden);
    feedback.changeAgain(changed);
    run();
    assertThat(words()).containsExactly("all others stay", "she is from [place]");
    assertThat(files("zanzibarella")).isEmpty();
    assertThat(files("quixotville")).isEmpty();
  }

  /** Files of the index in which a word stands. */
  private List<String> files(String word) throws IOException {
    var found = new java.util.ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.contains(word)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  @Test
  void changes_that_were_forgotten_before_it_saw_them_make_it_build_anew() throws Exception {
    run();
    feedback.say("missed");
    feedback.say("seen");
    database.execute("DELETE FROM feedback.change WHERE no = 1");
    run();
    assertThat(words()).containsExactly("missed", "seen");
  }

  @Test
  void a_database_older_than_the_index_makes_it_build_anew() throws Exception {
    feedback.say("will be lost");
    feedback.say("will be lost too");
    run();
    database.empty();
    new Feedback(database).say("restored");
    run();
    assertThat(words()).containsExactly("restored");
  }

  @Test
  void another_database_that_came_to_the_same_number_makes_it_build_anew() throws Exception {
    feedback.say("of the old one");
    run();
    database.empty();
    new Feedback(database).say("of the new one");
    run();
    assertThat(words()).containsExactly("of the new one");
  }

  @Test
  void an_index_closed_and_opened_again_goes_on_where_it_was() throws Exception {
    feedback.say("before");
    run();
    var built = generation();
    index.close();
    feedback.say("after");
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    run();
    assertThat(words()).containsExactly("after", "before");
    assertThat(generation()).isEqualTo(built);
  }

  @Test
  void a_damaged_index_is_built_anew() throws Exception {
    feedback.say("still there");
    run();
    index.close();
    try (var files = Files.walk(folder.resolve(generation()))) {
      var data = files.filter(file -> file.toString().matches(".*\\.(cfs|fdt|doc)")).findFirst();
      var bytes = Files.readAllBytes(data.orElseThrow());
      bytes[bytes.length / 2] ^= 0x40;
      Files.write(data.orElseThrow(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
    var before = generation();
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    run();
    assertThat(words()).containsExactly("still there");
    assertThat(generation()).isNotEqualTo(before);
  }

  @Test
  void an_index_thrown_away_comes_back() throws Exception {
    feedback.say("still there");
    run();
    index.close();
    for (var name : new String[] {"current", generation() + "/segments_2"}) {
      Files.deleteIfExists(folder.resolve(name));
      index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
      run();
      assertThat(words()).as(name).containsExactly("still there");
      index.close();
    }
  }

  @Test
  void a_build_that_is_cut_off_leaves_the_old_index_in_use() throws Exception {
    feedback.say("old");
    run();
    Iterator<List<Comment>> cutOff =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public List<Comment> next() {
            throw new IllegalStateException("the database is gone");
          }
        };
    assertThatThrownBy(() -> index.rebuild(cutOff, 0, new Position(9, ""), _ -> Optional.empty()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(words()).containsExactly("old");
    assertThat(index.position().orElseThrow().no()).isEqualTo(1);
    index.rebuild(
        List.<List<Comment>>of().iterator(), 0, new Position(1, ""), _ -> Optional.empty());
    try (var left = Files.list(folder)) {
      assertThat(left.filter(Files::isDirectory)).hasSize(1); // the torso is swept away
    }
  }

  /** Killed between the moving of the name and the sweep, or while half of another was made. */
  @Test
  void what_a_kill_left_beside_the_index_is_swept_away_when_it_opens() throws Exception {
    feedback.say("all others stay");
    var hidden = feedback.say("somebody called zanzibarella came");
    run();
    var before = folder.resolve(generation());
    var kept = outside.resolve("kept");
    copy(before, kept);
    database.execute(
        "UPDATE feedback.comment SET display = 'taken' WHERE response = '" + hidden + "'");
    feedback.changeAgain(hidden);
    run();
    index.close();
    copy(kept, folder.resolve(UUID.randomUUID().toString()));
    assertThat(files("zanzibarella")).as("before").isNotEmpty();
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    assertThat(index.open()).isTrue();
    assertThat(files("zanzibarella")).isEmpty();
    assertThat(words()).containsExactly("all others stay");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void half_an_index_is_swept_away_also_where_there_is_none_to_search() throws Exception {
    feedback.say("still there");
    var half = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
    Files.writeString(half.resolve("words"), "zanzibarella");
    var pages = List.of(rows.page(new UUID(0, 0)).stream().map(CommentRow::comment).toList());
    var swept = new ArrayList<Boolean>();
    index.rebuild(
        pages.stream().peek(_ -> swept.add(!Files.exists(half))).iterator(),
        1,
        new Position(1, ""),
        _ -> Optional.empty());
    assertThat(swept).as("before it may be killed again").containsExactly(true);
  }

  @Test
  void a_process_that_ends_does_not_wait_for_what_it_builds_anew() throws Exception {
    feedback.say("old");
    run();
    var before = generation();
    var comments = rows.page(new UUID(0, 0)).stream().map(CommentRow::comment).toList();
    var ending = new Thread(index::close);
    var read = new AtomicInteger();
    Iterator<List<Comment>> many =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return read.get() < MANY;
          }

          @Override
          public List<Comment> next() {
            if (read.incrementAndGet() == 2) {
              ending.start();
              while (!index.isEnding()) {
                Thread.onSpinWait();
              }
            }
            return comments;
          }
        };
    assertThat(index.rebuild(many, MANY, new Position(9, ""), _ -> Optional.empty())).isFalse();
    ending.join();
    assertThat(read).hasValue(2);
    assertThat(index.open()).as("closed for good").isFalse();
    run();
    assertThat(generation()).isEqualTo(before);
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    assertThat(index.open()).isTrue();
    assertThat(words()).containsExactly("old");
    try (var left = Files.list(folder)) {
      assertThat(left.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void what_comes_changes_and_goes_while_it_is_built_is_so_before_it_is_searched()
      throws Exception {
    feedback.say("quillmere stays");
    feedback.say("goes");
    run();
    var before = rows.page(new UUID(0, 0)).stream().map(CommentRow::comment).toList();
    feedback.say("comes");
    database.execute("UPDATE feedback.comment SET words = 'stays' WHERE words = 'quillmere stays'");
    var now = rows.page(new UUID(0, 0)).stream().map(CommentRow::comment).toList();
    var gone = before.stream().filter(it -> it.words().value().equals("goes")).toList();
    var steps =
        List.of(
                new Step(now, List.of(), new Position(2, ""), true),
                new Step(List.of(), List.of(gone.getFirst().id()), new Position(3, ""), true))
            .iterator();
    var seen = new ArrayList<Set<String>>();
    index.rebuild(
        List.of(before).iterator(),
        2,
        new Position(1, ""),
        reached -> {
          seen.add(words());
          assertThat(reached.no()).isEqualTo(seen.size());
          return steps.hasNext() ? Optional.of(steps.next()) : Optional.empty();
        });
    assertThat(seen).hasSize(3).allMatch(words -> words.contains("goes"));
    assertThat(words()).containsExactlyInAnyOrder("stays", "comes");
    assertThat(index.position().orElseThrow().no()).isEqualTo(3);
    assertThat(files("quillmere")).as("old words").isEmpty();
  }

  @Test
  void how_far_it_has_come_can_be_asked_while_it_is_built_and_not_after() throws Exception {
    feedback.say("one");
    var comment = rows.page(new UUID(0, 0)).getFirst().comment();
    var pages = List.of(Collections.nCopies(Documents.TOGETHER, comment), List.of(comment));
    var seen = new ArrayList<Progress>();
    var watched = pages.stream().peek(_ -> seen.add(index.sorted().orElseThrow())).iterator();
    assertThat(index.sorted()).isEmpty();
    int all = 2 * Documents.TOGETHER + 2;
    index.rebuild(watched, all, new Position(1, ""), _ -> Optional.empty());
    assertThat(seen).containsExactly(new Progress(0, all), new Progress(Documents.TOGETHER, all));
    assertThat(seen.getLast().percent()).isEqualTo(49);
    assertThat(index.sorted()).isEmpty();
  }

  @Test
  void searches_go_on_while_it_is_built_anew() throws Exception {
    feedback.say("always there");
    run();
    var failures = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
    var stop = new java.util.concurrent.atomic.AtomicBoolean();
    var searching =
        Thread.startVirtualThread(() -> {
          while (!stop.get()) {
            try {
              assertThat(words()).containsExactly("always there");
            } catch (Throwable e) {
              failures.add(e);
              return;
            }
          }
        });
    for (int i = 0; i < 20; i++) {
      Files.delete(folder.resolve("current"));
      var pages = List.of(rows.page(new UUID(0, 0)).stream().map(CommentRow::comment).toList());
      index.rebuild(pages.iterator(), 0, new Position(1, ""), _ -> Optional.empty());
    }
    stop.set(true);
    searching.join();
    assertThat(failures).isEmpty();
  }

  @Test
  void two_processes_cannot_have_one_folder() throws Exception {
    run();
    var second = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    assertThat(second.open()).isFalse();
    assertThatThrownBy(() ->
            second.rebuild(
                List.<List<Comment>>of().iterator(), 0, new Position(1, ""), _ -> Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another process has this folder of the index");
    assertThatThrownBy(() -> new IndexFolder(folder).take())
        .isInstanceOf(IllegalStateException.class);
    second.close();
    assertThat(words()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_stops_no_start() throws Exception {
    var file = Files.writeString(folder.resolve("a-file"), "");
    assertThatCode(() -> new IndexFolder(file.resolve("index")).take()).doesNotThrowAnyException();
  }

  @Test
  void a_new_one_is_made_once_when_somebody_asks_for_it() throws Exception {
    feedback.say("asked for");
    run();
    var first = Files.readString(folder.resolve("current"));
    new IndexFolder(folder).askAnew();
    assertThat(words()).as("it is searched meanwhile").containsExactly("asked for");
    run();
    var second = Files.readString(folder.resolve("current"));
    assertThat(second).isNotEqualTo(first);
    assertThat(words()).containsExactly("asked for");
    run();
    assertThat(Files.readString(folder.resolve("current"))).isEqualTo(second);
  }

  @Test
  void killed_between_a_document_and_its_commit_it_neither_loses_nor_doubles() throws Exception {
    feedback.say("committed");
    run();
    index.close();
    feedback.say("in the middle");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var killed =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledWriter.class.getName(),
                folder.toString(),
                generation())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(killed.waitFor()).isEqualTo(KilledWriter.CODE);
    try (var lying = FSDirectory.open(folder.resolve(generation()))) {
      var committed = SegmentInfos.readLatestCommit(lying).files(true);
      assertThat(lying.listAll())
          .as("files of what was not committed")
          .anyMatch(file -> file.startsWith("_") && !committed.contains(file));
    }

    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    assertThat(index.open()).isTrue();
    assertThat(words()).containsExactly("committed");
    run();
    assertThat(words()).containsExactly("committed", "in the middle");
  }

  private void run() {
    new IndexJob(rows, codings, index, () -> Instant.EPOCH).run();
  }

  private String generation() throws IOException {
    return Files.readString(folder.resolve("current"));
  }

  private Set<String> words() {
    return words(index);
  }

  private static Set<String> words(CommentIndex index) {
    var search = new Search(index, SearchTest.NO_KEYS, Meaning.NONE);
    var all = new Staff(new UUID(0, 1), "a", "A", Set.of(Role.ANALYST), Set.of(), Set.of());
    var words = new TreeSet<String>();
    var found = search.search("", Filter.none(), Order.BEST, all, 1);
    for (int page = 1; page <= found.pages(); page++) {
      for (var hit : search.search("", Filter.none(), Order.BEST, all, page).hits()) {
        words.add(hit.words().stream().map(Found.Piece::text).collect(Collectors.joining()));
      }
    }
    assertThat(found.total()).isEqualTo(words.size());
    return words;
  }
}
