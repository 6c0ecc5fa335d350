package org.hearback.copy;

import static java.util.stream.Collectors.toSet;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Label;
import org.hearback.journey.ServiceAreas;
import org.hearback.safeguarding.Truth;

/**
 * For each response, who could have sent it, as far as the log of the database can tell. The log
 * pairs an envelope with the link that was spent beside it, and so with a person; it shows which
 * envelopes were deleted together, and which responses came in just before. So a response is from
 * one of the people of its batch whom its label fits, and of whom the table of those who answered
 * does not say that they did not.
 */
final class Suspects {
  private static final Set<String> BY_OPEN_LINK =
      Set.of(Label.BY_OPEN_LINK, Label.LATE_BY_OPEN_LINK);

  private final Log log;
  private final Map<String, List<String>> columns;
  private final ServiceAreas areas;
  private final Truth truth;
  private final Random random = new Random(1);
  private final List<Integer> sizes = new ArrayList<>();
  private int hits;
  private double expected;
  private double variance;
  private int unknown;
  private final boolean planted;
  private final List<Told.Row> answered;
  private final List<Integer> withoutLog = new ArrayList<>();
  private final List<Integer> withoutLogOrTable = new ArrayList<>();
  private final Places places;
  private final Beside beside;
  private final Map<UUID, Integer> came = new HashMap<>();
  private String table = "";

  /**
   * @param answered the table of those who answered, as it is kept
   * @param index responses in the order of the documents of their comments
   * @param beside what else stands by a label
   * @param planted whether to look as if each response had kept all that is known of its invitation
   *     and stood where its envelope stood, and the table every count as it is
   */
  Suspects(
      Log log,
      Map<String, List<String>> columns,
      ServiceAreas areas,
      Truth truth,
      List<Told.Row> answered,
      Set<UUID> index,
      Beside beside,
      boolean planted) {
    this.beside = beside;
    this.planted = planted;
    this.answered = answered;
    this.log = log;
    this.columns = columns;
    this.areas = areas;
    this.truth = truth;
    this.places = new Places(index, planted);
    log.of(Log.Kind.INSERT, "bridge.envelope")
        .forEach(envelope -> came.put(Thief.uuid(envelope.bytes(0)), came.size()));
    look();
  }

  private void look() {
    var invitations = invitations();
    var senders = senders(invitations);
    var told = told(invitations, senders);
    List<Log.Change> responses = List.of();
    for (var group : groups().values()) {
      var inserted = of(group, Log.Kind.INSERT, "feedback.response");
      var deleted = of(group, Log.Kind.DELETE, "bridge.envelope");
      if (!inserted.isEmpty()) {
        responses = inserted;
      } else if (deleted.size() > 1) {
        if (deleted.size() != responses.size()) {
          throw new IllegalStateException(
              deleted.size() + " envelopes were deleted after " + responses.size() + " responses");
        }
        batch(responses, deleted, senders, invitations, told);
        responses = List.of();
      }
    }
  }

  /** What the table says of all who were asked. */
  private Told told(Map<UUID, Map<String, String>> invitations, Map<UUID, UUID> senders) {
    var all = invitations.values();
    var rows =
        planted
            ? Told.planted(
                areas, all, senders.values().stream().map(UUID::toString).collect(toSet()))
            : answered;
    var told = new Told(areas, all, rows);
    table =
        "%d rows, %d small counts, tells of %d of %d asked that they answered, of %d that not"
            .formatted(
                rows.size(),
                told.small(),
                all.stream().filter(told::answered).count(),
                all.size(),
                all.stream().filter(told::silent).count());
    for (var change : log.changes()) {
      if (change.table().equals("feedback.response") && change.kind() == Log.Kind.INSERT) {
        if (!BY_OPEN_LINK.contains(row(change).get("milestone"))) {
          var people = people(change, all, told);
          withoutLogOrTable.add(people.getFirst());
          withoutLog.add(people.getLast());
        }
      }
    }
    return told;
  }

  /**
   * How many whom a response fits were asked, and of how many the table does not say that they kept
   * silent.
   */
  private List<Integer> people(
      Log.Change response, Collection<Map<String, String>> all, Told told) {
    var label = row(response);
    var fitting =
        all.stream().filter(one -> fits(label, one) && beside.fits(response, one)).toList();
    return List.of(
        (int) fitting.stream().map(one -> one.get("person_id")).distinct().count(),
        (int)
            fitting.stream()
                .filter(one -> !told.silent(one))
                .map(one -> one.get("person_id"))
                .distinct()
                .count());
  }

  private void batch(
      List<Log.Change> responses,
      List<Log.Change> envelopes,
      Map<UUID, UUID> senders,
      Map<UUID, Map<String, String>> invitations,
      Told told) {
    var became = new HashMap<UUID, UUID>();
    for (var envelope : envelopes) {
      var id = Thief.uuid(envelope.bytes(0));
      became.put(truth.response(row(envelope).get("week"), id), id);
    }
    order(responses, envelopes, became);
    for (var response : responses) {
      var label = row(response);
      var sender = Optional.ofNullable(senders.get(became.get(Thief.uuid(response.bytes(0)))));
      if (sender.isEmpty()) {
        unknown++;
        continue;
      }
      var own = invitations.get(sender.get());
      var shown = planted ? withPeriod(own) : label;
      var fitting =
          envelopes.stream()
              .map(envelope -> Thief.uuid(envelope.bytes(0)))
              .filter(envelope -> planted || beside.fits(response, envelope))
              .map(senders::get)
              .filter(invitation -> invitation != null)
              .map(invitations::get)
              .filter(asked -> fits(shown, asked) && !told.silent(asked))
              .filter(asked -> beside.fits(response, asked))
              .map(asked -> asked.get("person_id"))
              .collect(
                  Collectors.groupingBy(person -> person, TreeMap::new, Collectors.counting()));
      judge(fitting, own.get("person_id"));
    }
  }

  private void order(
      List<Log.Change> responses, List<Log.Change> envelopes, Map<UUID, UUID> became) {
    var deleted = envelopes.stream().map(envelope -> Thief.uuid(envelope.bytes(0))).toList();
    var theirs = deleted.stream().sorted(Comparator.comparing(came::get)).toList();
    var ours = responses.stream().map(response -> Thief.uuid(response.bytes(0)));
    if (planted) {
      ours = ours.sorted(Comparator.comparing(response -> came.get(became.get(response))));
    }
    places.batch(ours.toList(), theirs, deleted, became);
  }

  private static Map<String, String> withPeriod(Map<String, String> asked) {
    var label = new HashMap<>(asked);
    label.put("period", asked.get("month"));
    return label;
  }

  /** The best guess is whoever sent most of what fits. */
  private void judge(Map<String, Long> fitting, String sender) {
    if (!fitting.containsKey(sender)) {
      throw new IllegalStateException("the attack has lost the one who sent it");
    }
    long most = fitting.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    var best = fitting.keySet().stream().filter(one -> fitting.get(one) == most).toList();
    boolean hit = best.get(random.nextInt(best.size())).equals(sender);
    double chance = 1.0 / fitting.size();
    sizes.add(fitting.size());
    hits += hit ? 1 : 0;
    expected += chance;
    variance += chance * (1 - chance);
  }

  private boolean fits(Map<String, String> label, Map<String, String> asked) {
    if (label.get("milestone").equals(Label.LATE)) {
      boolean before = asked.get("month").compareTo(label.get("period") + "-12") <= 0;
      return label.get("audience").equals(asked.get("audience")) && before;
    }
    return label.get("audience").equals(asked.get("audience"))
        && way(asked.get("area")).contains(label.get("area"))
        && agrees(label.get("milestone"), asked.get("milestone"))
        && agrees(label.get("age_band"), asked.get("age_band"))
        && agrees(label.get("language"), asked.get("language"))
        && covers(label.get("period"), asked.get("month"));
  }

  private List<String> way(String area) {
    return areas.knows(area) ? areas.upwards(area) : List.of(area, areas.council());
  }

  private static boolean agrees(String label, String asked) {
    return label.isEmpty() || label.equals(asked);
  }

  private static boolean covers(String period, String month) {
    return month.isEmpty()
        || (period.contains("Q") ? CellSpan.of(period).covers(month) : month.startsWith(period));
  }

  /** Who sent which envelope: what was spent in the same transaction. */
  private Map<UUID, UUID> senders(Map<UUID, Map<String, String>> invitations) {
    var senders = new HashMap<UUID, UUID>();
    for (var group : groups().values()) {
      for (var envelope : of(group, Log.Kind.INSERT, "bridge.envelope")) {
        of(group, Log.Kind.UPDATE, "vault.link").stream()
            .map(link -> UUID.fromString(row(link).get("invitation")))
            .filter(invitations::containsKey)
            .findFirst()
            .ifPresent(invitation -> senders.put(Thief.uuid(envelope.bytes(0)), invitation));
      }
    }
    return senders;
  }

  /** As they were last, whether or not they are forgotten since. */
  private Map<UUID, Map<String, String>> invitations() {
    var invitations = new HashMap<UUID, Map<String, String>>();
    for (var change : log.changes()) {
      if (change.table().equals("vault.invitation") && change.kind() != Log.Kind.DELETE) {
        invitations.put(Thief.uuid(change.bytes(0)), row(change));
      }
    }
    return invitations;
  }

  private Map<Integer, List<Log.Change>> groups() {
    return log.changes().stream()
        .collect(Collectors.groupingBy(Log.Change::group, TreeMap::new, Collectors.toList()));
  }

  private static List<Log.Change> of(List<Log.Change> group, Log.Kind kind, String table) {
    return group.stream()
        .filter(change -> change.kind() == kind && change.table().equals(table))
        .toList();
  }

  private Map<String, String> row(Log.Change change) {
    return row(columns, change);
  }

  static Map<String, String> row(Map<String, List<String>> columns, Log.Change change) {
    var names = columns.get(change.table());
    var row = new HashMap<String, String>();
    for (int at = 0; at < names.size(); at++) {
      row.put(names.get(at), text(names.get(at), change.values().get(at)));
    }
    return row;
  }

  private static String text(String column, Serializable value) {
    if (!(value instanceof byte[] bytes)) {
      return String.valueOf(value);
    }
    return Set.of("id", "invitation", "event", "response", "envelope").contains(column)
        ? Thief.uuid(bytes).toString()
        : new String(bytes, StandardCharsets.UTF_8);
  }

  int smallest() {
    return sizes.stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  void print(String council) {
    System.out.printf(
        "%-16s %11d %10d %9d %11.3f %9.3f   %.3f to %.3f%s%n",
        council,
        sizes.size(),
        smallest(),
        median(sizes),
        (double) hits / sizes.size(),
        expected / sizes.size(),
        (expected - 1.96 * Math.sqrt(variance)) / sizes.size(),
        (expected + 1.96 * Math.sqrt(variance)) / sizes.size(),
        unknown == 0 ? "" : "   (and " + unknown + " by open links)");
    System.out.printf(
        "  who answered: %s; without the log the smallest set is %d, with the table %d%n",
        table,
        withoutLogOrTable.stream().mapToInt(Integer::intValue).min().orElse(0),
        withoutLog.stream().mapToInt(Integer::intValue).min().orElse(0));
    System.out.println("  order: " + places.line());
  }

  static String line(List<Suspects> all) {
    var sizes = all.stream().flatMap(one -> one.sizes.stream()).toList();
    int hits = all.stream().mapToInt(one -> one.hits).sum();
    double expected = all.stream().mapToDouble(one -> one.expected).sum();
    return "linking-attack min_set=%d median_set=%d hit_rate=%.3f expected=%.3f"
        .formatted(
            sizes.stream().mapToInt(Integer::intValue).min().orElse(0),
            median(sizes),
            (double) hits / sizes.size(),
            expected / sizes.size());
  }

  private static int median(List<Integer> sizes) {
    return sizes.isEmpty() ? 0 : sizes.stream().sorted().toList().get(sizes.size() / 2);
  }
}
