package org.hearback.copy;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.anonymity.LabelRule;

/**
 * Somebody with a copy of the data folder and of the binary log, who tries to pair responses with
 * envelopes or invitations. Each method gives what it found; nothing found is an empty list.
 *
 * @param data the copied data folder
 * @param log the copied log
 * @param truth response to envelope, which the thief does not know and the test does: only to say
 *     whether an order tells
 * @param words one telling word for each answer
 */
record Thief(Path data, Log log, Map<UUID, UUID> truth, List<String> words) {
  /**
   * Two orders of forty rows that have nothing to do with each other correlate less than this, but
   * once in 100,000.
   */
  private static final double TELLING = 0.7;

  List<String> all() throws IOException {
    var found = new ArrayList<String>();
    found.addAll(byTransaction());
    found.addAll(byGroup());
    found.addAll(byOrder());
    found.addAll(byContent());
    found.addAll(byLength());
    return found;
  }

  /**
   * The hidden transaction id that InnoDB keeps behind the primary key of each row, deleted rows
   * included.
   */
  List<String> byTransaction() throws IOException {
    var responses = new HashSet<Long>();
    var envelopes = new HashSet<Long>();
    var files = new HashMap<String, List<String>>();
    for (var change : log.changes()) {
      if (change.bytes(0).length > 8 && change.bytes(0).length <= 16) {
        var key = java.util.Arrays.copyOf(change.bytes(0), 16);
        if (!files.containsKey(change.schema())) {
          files.put(change.schema(), contents(change.schema()));
        }
        var its = files.get(change.schema());
        var ids = new HashSet<>(transactions(its, key));
        ids.addAll(transactions(its, stored(key)));
        switch (change.schema()) {
          case "feedback" -> responses.addAll(ids);
          case "bridge", "vault" -> envelopes.addAll(ids);
          default -> {
            // staff and jobs
          }
        }
      }
    }
    if (responses.isEmpty()) {
      throw new IllegalStateException("no response was found in the copied files: look again");
    }
    var shared = new TreeSet<>(responses);
    shared.retainAll(envelopes);
    return shared.isEmpty() ? List.of() : List.of("shared transaction ids: " + shared);
  }

  /** One event group that touches both sides. */
  List<String> byGroup() {
    var schemas = new HashMap<Integer, Set<String>>();
    log.changes()
        .forEach(change ->
            schemas.computeIfAbsent(change.group(), _ -> new TreeSet<>()).add(change.schema()));
    return schemas.entrySet().stream()
        .filter(group -> group.getValue().contains("feedback") && group.getValue().size() > 1)
        .map(group -> "one event group of " + group.getValue())
        .toList();
  }

  /**
   * Whether the order of responses, inserted or by id, follows the order of envelopes, inserted,
   * deleted or by id.
   */
  List<String> byOrder() {
    var inserted = ids(log.of(Log.Kind.INSERT, "feedback.response"));
    var responses =
        Map.of("insertion", inserted, "id", inserted.stream().sorted(Thief::byBytes).toList());
    var sent = ids(log.of(Log.Kind.INSERT, "bridge.envelope"));
    var envelopes =
        Map.of(
            "sending", sent,
            "deletion", ids(log.of(Log.Kind.DELETE, "bridge.envelope")),
            "id", sent.stream().sorted(Thief::byBytes).toList());
    var found = new ArrayList<String>();
    responses.forEach((one, theirs) ->
        envelopes.forEach((other, order) -> {
          double rank = correlation(theirs, order);
          if (Math.abs(rank) > TELLING) {
            found.add("responses by %s follow %s: %.2f".formatted(one, other, rank));
          }
        }));
    return found;
  }

  /**
   * Words in the bridge or the vault, and values that a response shares with few rows of the other
   * side.
   */
  List<String> byContent() throws IOException {
    var found = new ArrayList<String>();
    var sealed = new HashMap<String, List<String>>();
    for (var schema : List.of("bridge", "vault")) {
      sealed.put(schema, contents(schema));
    }
    for (var word : words) {
      var bytes = text(word.getBytes(StandardCharsets.UTF_8));
      for (var change : log.changes()) {
        if (!change.schema().equals("feedback") && holds(change, bytes)) {
          found.add("the words of an answer in the log of " + change.table());
        }
      }
      sealed.forEach((schema, files) -> {
        if (files.stream().anyMatch(file -> file.contains(bytes))) {
          found.add("the words of an answer in the files of " + schema);
        }
      });
    }
    var theirs = values("bridge", "vault");
    values("feedback")
        .forEach((value, _) -> {
          int rows = theirs.getOrDefault(value, 0);
          if (value.length() >= 8 && rows > 0 && rows < 10) {
            found.add("a value shared with " + rows + " rows of the other side");
          }
        });
    return found.stream().distinct().toList();
  }

  /** Sealed columns of more than one length. */
  List<String> byLength() {
    var lengths = new HashMap<String, Set<Integer>>();
    for (var change : log.changes()) {
      if (change.schema().equals("bridge")) {
        for (int column = 0; column < change.values().size(); column++) {
          int length = change.bytes(column).length;
          if (length > 64) {
            lengths.computeIfAbsent(change.table(), _ -> new TreeSet<>()).add(length);
          }
        }
      }
    }
    return lengths.entrySet().stream()
        .filter(table -> table.getValue().size() > 1)
        .map(table -> "lengths in " + table.getKey() + ": " + table.getValue())
        .toList();
  }

  private static List<Long> transactions(List<String> files, byte[] key) {
    var ids = new ArrayList<Long>();
    var sought = text(key);
    for (var file : files) {
      for (int at = file.indexOf(sought); at >= 0; at = file.indexOf(sought, at + 1)) {
        long id = 0;
        for (int next = at + 16; next < Math.min(at + 22, file.length()); next++) {
          id = id << 8 | file.charAt(next);
        }
        // A clustered record goes on with its transaction; an index entry of another table does
        // not, and the ids of a
        // server this young are small numbers.
        if (id > 0 && id < 1 << 20) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  /** A letter for each byte: the search for letters is the machine's own. */
  private List<String> contents(String schema) throws IOException {
    var contents = new ArrayList<String>();
    try (var files = Files.list(data.resolve(schema))) {
      for (var file : files.filter(it -> it.toString().endsWith(".ibd")).toList()) {
        contents.add(text(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  /**
   * Within batches: that what left first stands first on both sides tells only which batch it was.
   */
  private double correlation(List<UUID> responses, List<UUID> envelopes) {
    int judged = 0;
    double above = 0;
    double below = 0;
    for (var batch : batches()) {
      var pairs = new ArrayList<double[]>();
      for (int at = 0; at < responses.size(); at++) {
        int other = envelopes.indexOf(truth.get(responses.get(at)));
        if (other >= 0 && batch.contains(envelopes.get(other))) {
          pairs.add(new double[] {at, other});
        }
      }
      judged += pairs.size();
      double[] x = ranks(pairs, 0);
      double[] y = ranks(pairs, 1);
      double mean = (x.length - 1) / 2.0;
      for (int at = 0; at < x.length; at++) {
        above += (x[at] - mean) * (y[at] - mean);
        below += (x[at] - mean) * (x[at] - mean);
      }
    }
    if (judged < 20) {
      throw new IllegalStateException("too few pairs to judge an order: " + judged);
    }
    return above / below;
  }

  /** What was deleted together; all in one where rows went one by one. */
  private List<Set<UUID>> batches() {
    var deleted = log.of(Log.Kind.DELETE, "bridge.envelope");
    var together =
        deleted.stream()
            .collect(
                Collectors.groupingBy(
                    Log.Change::group,
                    Collectors.mapping(change -> uuid(change.bytes(0)), Collectors.toSet())));
    boolean whole = together.values().stream().allMatch(one -> one.size() >= LabelRule.FEWEST);
    return whole ? List.copyOf(together.values()) : List.of(Set.copyOf(ids(deleted)));
  }

  private static double[] ranks(List<double[]> pairs, int side) {
    var sorted = pairs.stream().mapToDouble(pair -> pair[side]).sorted().toArray();
    return pairs.stream()
        .mapToDouble(pair -> java.util.Arrays.binarySearch(sorted, pair[side]))
        .toArray();
  }

  private Map<String, Integer> values(String... schemas) {
    var rows = new HashMap<String, Integer>();
    for (var change : log.changes()) {
      if (List.of(schemas).contains(change.schema())) {
        change.values().stream()
            .map(Thief::text)
            .distinct()
            .forEach(value -> rows.merge(value, 1, Integer::sum));
      }
    }
    return rows;
  }

  private static String text(Serializable value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : String.valueOf(value);
  }

  private static boolean holds(Log.Change change, String word) {
    for (int column = 0; column < change.values().size(); column++) {
      if (text(change.bytes(column)).contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<UUID> ids(List<Log.Change> changes) {
    return changes.stream().map(change -> uuid(change.bytes(0))).toList();
  }

  /** In the files of a table the groups of a UUID may stand from the last to the first. */
  private static byte[] stored(byte[] key) {
    return ByteBuffer.allocate(16)
        .put(key, 10, 6)
        .put(key, 8, 2)
        .put(key, 6, 2)
        .put(key, 4, 2)
        .put(key, 0, 4)
        .array();
  }

  /** A UUID column's bytes, in the order of the text; the log leaves out zeroes at the end. */
  static UUID uuid(byte[] stored) {
    var buffer = ByteBuffer.wrap(java.util.Arrays.copyOf(stored, 16));
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static int byBytes(UUID one, UUID other) {
    return one.toString().compareTo(other.toString());
  }
}
