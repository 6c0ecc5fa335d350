package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/**
 * What a feedback store would say, round by round, drawn by a seed: comments come, change and go.
 * As a process of its own it brings an index into step with each round, and begins anew with every
 * seventh, until it is killed, or until the disk has refused it so often as the third argument
 * says: each time searches have to go on in what there was.
 */
final class IndexRounds {
  static final String BEGUN = "begun";
  static final String REFUSED = "refused: ";

  private static final int ANEW_EACH = 7;
  private static final int COMING = 40;
  private static final int CHANGING = 10;
  private static final int GOING = 5;
  private static final int WORDS = 60;

  private final Random chance;
  private final Map<UUID, Comment> all = new LinkedHashMap<>();
  private int no;

  IndexRounds(long seed) {
    chance = new Random(seed);
  }

  /**
   * What one round changes.
   *
   * @param changed new ones among them
   */
  record Round(int no, List<Comment> changed, List<UUID> gone) {}

  static CommentIndex index(Path folder) {
    var areas = new ServiceAreas(Map.of("a", "council"), "council");
    return new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
  }

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var rounds = new IndexRounds(Long.parseLong(args[1]));
    var index = index(folder);
    int refusals = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    boolean lying = index.open();
    long at = lying ? index.position().orElseThrow().no() : 0;
    while (rounds.no < at) {
      rounds.next();
    }
    for (int done = 0; ; done++) {
      if (done == 1) { // what a first one loads takes longer than all that follows
        Files.createFile(folder.resolveSibling(BEGUN));
      }
      var round = rounds.next();
      var upTo = new Position(round.no(), "");
      try {
        if (lying && round.no() % ANEW_EACH != 0) {
          index.take(step(round));
        } else {
          var all = rounds.comments();
          index.rebuild(List.of(all).iterator(), all.size(), upTo, since(rounds));
          lying = true;
        }
      } catch (UncheckedIOException e) {
        rounds = searchesGoOn(folder, index, Long.parseLong(args[1]));
        if (--refusals <= 0) {
          throw e;
        }
        System.out.println(REFUSED + e.getCause().getMessage());
      }
    }
  }

  private static Step step(Round round) {
    return new Step(round.changed(), round.gone(), new Position(round.no(), ""), true);
  }

  /** Two more come in while an index is made anew. */
  private static Step.Source since(IndexRounds rounds) {
    var left = new AtomicInteger(2);
    return _ -> left.getAndDecrement() > 0 ? Optional.of(step(rounds.next())) : Optional.empty();
  }

  /** The rounds as far as the index came before it was refused one; from there it goes on. */
  private static IndexRounds searchesGoOn(Path folder, CommentIndex index, long seed)
      throws IOException {
    var rounds = new IndexRounds(seed);
    while (rounds.no < index.position().orElseThrow().no()) {
      rounds.next();
    }
    long held = index.read((searcher, _) -> (long) searcher.getIndexReader().numDocs());
    if (held != rounds.all.size()) {
      throw new IllegalStateException(held + " are searched of " + rounds.all.size());
    }
    try (var lying = Files.list(folder)) {
      long generations = lying.filter(Files::isDirectory).count();
      if (generations != 1) {
        throw new IllegalStateException("half an index was left: " + generations);
      }
    }
    if (!index.open()) {
      throw new IllegalStateException("the last commit does not open");
    }
    return rounds;
  }

  /** The next round; what it says is what is there from now on. */
  Round next() {
    no++;
    var changed = new ArrayList<Comment>();
    var gone = new ArrayList<UUID>();
    var before = new ArrayList<>(all.keySet());
    for (int i = 0; i < Math.min(GOING, before.size()); i++) {
      var id = before.remove(chance.nextInt(before.size()));
      all.remove(id);
      gone.add(id);
    }
    for (int i = 0; i < Math.min(CHANGING, before.size()); i++) {
      changed.add(say(before.remove(chance.nextInt(before.size()))));
    }
    for (int i = 0; i < COMING; i++) {
      changed.add(say(new UUID(chance.nextLong(), chance.nextLong())));
    }
    return new Round(no, changed, gone);
  }

  private Comment say(UUID id) {
    var words = new StringBuilder("round " + no);
    for (int i = 0; i < WORDS; i++) {
      words.append(' ').append(Integer.toString(chance.nextInt(5_000), 36));
    }
    var comment =
        new Comment(
            id,
            new UUID(chance.nextLong(), chance.nextLong()),
            "",
            1,
            "",
            "en",
            RedactedText.stored(words.toString()),
            Optional.empty(),
            new Label("a", Audience.PARENT, "", "M3", "2026-11", "en"));
    all.put(id, comment);
    return comment;
  }

  int no() {
    return no;
  }

  /** All that are there after the rounds so far. */
  List<Comment> comments() {
    return List.copyOf(all.values());
  }
}
