package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index whose process is killed, again and again, while it takes comments up, commits, merges
 * and builds anew, is each time what the store said at the change it names: document by document,
 * in what is kept of each and in every word by which it is found, as an index that was never
 * killed.
 */
class IndexKillTest {
  private static final int LONGEST_MILLIS = 1_200;

  @TempDir Path folder;

  @Test
  @Tag("everyday")
  void ten_kills_leave_what_the_store_said() throws Exception {
    kill(10);
  }

  @Test
  @Tag("full")
  void a_hundred_kills_leave_what_the_store_said() throws Exception {
    kill(100);
  }

  private void kill(int times) throws Exception {
    var chance = new Random(times);
    var rounds = new TreeSet<Integer>();
    for (int time = 0; time < times; time++) {
      killed(7, chance.nextInt(LONGEST_MILLIS));
      rounds.add(compare(7, time));
    }
    assertThat(rounds).as("it came further between the kills").hasSizeGreaterThan(times / 3);
  }

  /**
   * Where the system takes no more of a file the process goes on: what is searched stays, nothing
   * is left half made, and with more room it comes to what the store said.
   */
  @Test
  void a_disk_that_takes_no_more_stops_no_search_and_loses_nothing() throws Exception {
    refused(
        List.of("bash", "-c", "ulimit -f 300; exec \"$@\"", "limited"),
        folder.resolve("index"),
        "File too large");
  }

  /**
   * The same on a file system of its own that is full, which wants a machine that may mount one.
   */
  @Test
  @Tag("full")
  void a_full_disk_stops_no_search_and_loses_nothing() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    var full =
        """
        set -e
        mount -t tmpfs -o size=700k full "$0"
        "$@" || ended=$?
        cp -a "$0/index" "$0/../index"
        exit "$ended"
        """;
    refused(
        List.of("unshare", "--map-root-user", "--mount", "bash", "-c", full, disk.toString()),
        disk.resolve("index"),
        "No space left on device");
  }

  private void refused(List<String> where, Path index, String reason) throws Exception {
    var limited = new ArrayList<>(where);
    limited.addAll(rounds(5, index));
    limited.add("12");
    var said = folder.resolve("said");
    var process =
        new ProcessBuilder(limited).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(said))
        .contains(IndexRounds.REFUSED, reason, "UncheckedIOException");
    assertThat(Files.readAllLines(said).stream().filter(it -> it.startsWith(IndexRounds.REFUSED)))
        .as("%s", Files.readString(said))
        .hasSize(11);
    int reached = compare(5, 0);
    Files.deleteIfExists(folder.resolve(IndexRounds.BEGUN));
    killed(5, LONGEST_MILLIS);
    assertThat(compare(5, 1)).isGreaterThan(reached);
  }

  private static List<String> rounds(long seed, Path index) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        IndexRounds.class.getName(),
        index.toString(),
        Long.toString(seed));
  }

  private void killed(long seed, int afterMillis) throws Exception {
    var begun = folder.resolve(IndexRounds.BEGUN);
    Files.deleteIfExists(begun);
    var process =
        new ProcessBuilder(rounds(seed, folder.resolve("index")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!Files.exists(begun)) {
      assertThat(process.waitFor(5, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
    }
    assertThat(process.waitFor(afterMillis, TimeUnit.MILLISECONDS)).isFalse();
    process.destroyForcibly().waitFor();
  }

  /** How far it had come. */
  private int compare(long seed, int time) throws Exception {
    var index = IndexRounds.index(folder.resolve("index"));
    var other = IndexRounds.index(folder.resolve("never-killed-" + time));
    try {
      if (!index.open()) {
        return 0; // before the first commit
      }
      var position = index.position().orElseThrow();
      var rounds = new IndexRounds(seed);
      while (rounds.no() < position.no()) {
        rounds.next();
      }
      var there = rounds.comments();
      other.rebuild(List.of(there).iterator(), there.size(), position, _ -> Optional.empty());
      assertThat(all(index)).as("kill %d, at round %d", time, rounds.no()).isEqualTo(all(other));
      return rounds.no();
    } finally {
      index.close();
      other.close();
    }
  }

  /** What an index knows of each comment. */
  private static SortedMap<String, TreeSet<String>> all(CommentIndex index) {
    return index.read((searcher, _) -> all(searcher.getIndexReader()));
  }

  private static SortedMap<String, TreeSet<String>> all(IndexReader reader) throws IOException {
    var all = new TreeMap<String, TreeSet<String>>();
    for (var leaf : reader.leaves()) {
      var ids = new String[leaf.reader().maxDoc()];
      var live = leaf.reader().getLiveDocs();
      for (int document = 0; document < ids.length; document++) {
        if (live == null || live.get(document)) {
          var stored = leaf.reader().storedFields().document(document);
          ids[document] = stored.get(CommentDocument.ID);
          var known = new TreeSet<String>();
          stored.forEach(field -> known.add(field.name() + "=" + field.stringValue()));
          assertThat(all.put(ids[document], known)).as("twice").isNull();
        }
      }
      words(leaf.reader(), ids, all);
    }
    return all;
  }

  private static void words(LeafReader reader, String[] ids, SortedMap<String, TreeSet<String>> all)
      throws IOException {
    for (var field : reader.getFieldInfos()) {
      var terms = reader.terms(field.name);
      if (terms == null) {
        continue;
      }
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        var found = each.postings(null, PostingsEnum.POSITIONS);
        for (int document = found.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = found.nextDoc()) {
          if (ids[document] != null) {
            var place = terms.hasPositions() ? found.nextPosition() : 0;
            all.get(ids[document])
                .add("%s:%s at %d".formatted(field.name, term.utf8ToString(), place));
          }
        }
      }
    }
  }
}
