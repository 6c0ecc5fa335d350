package org.hearback.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.store.FSDirectory;

/**
 * Whether the place of a response among those of its batch tells the place of its envelope. Looked
 * at in the order in which the log has the responses, in which the index has their comments, and by
 * their ids; for the envelopes as they came, as they were deleted, and by their ids. By chance the
 * places of a batch have no correlation; one that is there in all batches together is a leak.
 */
final class Places {
  private static final Set<String> RESPONSE = Set.of("response");
  // In standard deviations: with nine pairs of orders one goes beyond it in a run of forty.
  private static final double CHANCE = 3;

  private final Map<UUID, Integer> inIndex = new HashMap<>();
  private final Map<String, Score> scores = new LinkedHashMap<>();

  /**
   * @param batches that were long enough
   * @param rho the correlations of their places, added up
   * @param variance what that would vary by, by chance
   * @param right guesses of whoever takes the same place for the same answer
   * @param expected the same by chance
   */
  private record Score(int batches, double rho, double variance, int right, double expected) {
    static final Score NONE = new Score(0, 0, 0, 0, 0);

    double deviations() {
      return variance == 0 ? 0 : Math.abs(rho) / Math.sqrt(variance);
    }
  }

  private final boolean planted;

  /**
   * @param inIndex responses in the order of the documents of their comments
   * @param planted whether to look as if the index had them in the order of the log
   */
  Places(Set<UUID> inIndex, boolean planted) {
    this.planted = planted;
    inIndex.forEach(response -> this.inIndex.put(response, this.inIndex.size()));
  }

  /** What a thief reads in the folder of an index. */
  static Set<UUID> ofIndex(Path folder) throws IOException {
    var responses = new LinkedHashSet<UUID>();
    var current = folder.resolve(Files.readString(folder.resolve("current")));
    try (var directory = FSDirectory.open(current);
        var reader = DirectoryReader.open(directory)) {
      var live = MultiBits.getLiveDocs(reader);
      var stored = reader.storedFields();
      for (int at = 0; at < reader.maxDoc(); at++) {
        if (live == null || live.get(at)) {
          responses.add(UUID.fromString(stored.document(at, RESPONSE).get("response")));
        }
      }
    }
    return responses;
  }

  /**
   * @param responses of one batch, as the log has them
   * @param came their envelopes, as they came
   * @param deleted the same, as they were deleted
   * @param became the truth: of a response its envelope
   */
  void batch(List<UUID> responses, List<UUID> came, List<UUID> deleted, Map<UUID, UUID> became) {
    var found =
        responses.stream()
            .filter(inIndex::containsKey)
            .sorted(Comparator.comparing(planted ? responses::indexOf : inIndex::get))
            .toList();
    var ours = new LinkedHashMap<String, List<UUID>>();
    ours.put("log", responses);
    ours.put("index", found);
    ours.put("ids", responses.stream().sorted().toList());
    var theirs = new LinkedHashMap<String, List<UUID>>();
    theirs.put("came", came);
    theirs.put("deleted", deleted);
    theirs.put("ids", came.stream().sorted().toList());
    ours.forEach((one, first) ->
        theirs.forEach((other, second) ->
            compare("by " + one + ", envelopes by " + other, first, second, became)));
  }

  private void compare(String name, List<UUID> ours, List<UUID> theirs, Map<UUID, UUID> became) {
    int many = ours.size();
    if (many < 3) {
      return; // few of the batch have words
    }
    var places = new HashMap<UUID, Integer>();
    theirs.stream()
        .filter(envelope -> ours.stream().anyMatch(it -> became.get(it).equals(envelope)))
        .forEach(envelope -> places.put(envelope, places.size()));
    double squares = 0;
    int right = 0;
    for (int at = 0; at < many; at++) {
      int apart = at - places.get(became.get(ours.get(at)));
      squares += (double) apart * apart;
      int guess = at * theirs.size() / many; // who has words is not known to a thief
      right += theirs.get(guess).equals(became.get(ours.get(at))) ? 1 : 0;
    }
    double rho = 1 - 6 * squares / (many * ((double) many * many - 1));
    var before = scores.getOrDefault(name, Score.NONE);
    scores.put(
        name,
        new Score(
            before.batches() + 1,
            before.rho() + rho,
            before.variance() + 1.0 / (many - 1),
            before.right() + right,
            before.expected() + (double) many / theirs.size()));
  }

  /** The pair of orders that tells most, and of each order of the responses what it tells. */
  String line() {
    var worst =
        scores.entrySet().stream()
            .max(Map.Entry.comparingByValue(Comparator.comparingDouble(Score::deviations)))
            .orElseThrow();
    var score = worst.getValue();
    return ("%d of %d pairs tell more than chance; most: %s, correlation %.2f over %d batches (%.1f"
            + " deviations), %d right where %.0f are by chance; responses in the index %d")
        .formatted(
            scores.values().stream().filter(it -> it.deviations() > CHANCE).count(),
            scores.size(),
            worst.getKey(),
            score.rho() / score.batches(),
            score.batches(),
            score.deviations(),
            score.right(),
            score.expected(),
            inIndex.size());
  }
}
