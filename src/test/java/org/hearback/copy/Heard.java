package org.hearback.copy;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hearback.LogBook;
import org.hearback.TestHouse;

/**
 * What a thief reads beside the database: each line that the service has logged, and what its
 * metrics say before and after each turn of the de-link. Both tell when; whether they tell who is
 * looked for by every id that the log of the database has, and by every value that a label can
 * have.
 */
final class Heard {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{32,}");

  private final LogBook book;
  private final Map<String, Double> before = new HashMap<>();
  private final Map<String, Set<String>> moved = new HashMap<>();
  private int meters;

  Heard(LogBook book) {
    this.book = book;
  }

  /** What moves metrics. */
  interface Turn {
    void take() throws Exception;
  }

  /** Looks at all metrics, lets something happen, and notes which have moved. */
  void around(TestHouse house, Turn turn) throws Exception {
    var registry = house.get(MeterRegistry.class);
    before.clear();
    before.putAll(values(registry));
    turn.take();
    var after = values(registry);
    meters = after.size();
    registry
        .getMeters()
        .forEach(meter -> {
          var name = meter.getId().toString();
          if (!after.get(name).equals(before.get(name))) {
            moved.put(
                name,
                meter.getId().getTags().stream().map(Tag::getValue).collect(Collectors.toSet()));
          }
        });
  }

  private static Map<String, Double> values(MeterRegistry registry) {
    var values = new HashMap<String, Double>();
    registry
        .getMeters()
        .forEach(meter ->
            values.put(
                meter.getId().toString(),
                StreamSupport.stream(meter.measure().spliterator(), false)
                    .mapToDouble(Measurement::getValue)
                    .sum()));
    return values;
  }

  /**
   * @param ids all of people, invitations, links, envelopes, responses and comments
   * @param labels each value of a part of a label
   */
  String line(Set<String> ids, Collection<String> labels) {
    var told = new TreeSet<String>();
    for (var event : book.events()) {
      var found = new HashSet<String>();
      ID.matcher(event.toLowerCase(Locale.ROOT)).results().forEach(it -> found.add(it.group()));
      found.removeIf(it -> !ids.contains(it.replace("-", "")));
      if (!found.isEmpty()) {
        told.add(event.substring(0, event.indexOf('\n')));
      }
    }
    var telling =
        moved.values().stream().filter(tags -> tags.stream().anyMatch(labels::contains)).count();
    return "%d lines logged, with an id of a person or an answer %s; of %d metrics %d moved, %d of them name part of a label"
        .formatted(
            book.events().size(), told.isEmpty() ? "0" : told, meters, moved.size(), telling);
  }

  /** Of ids as the log of the database has them. */
  static Set<String> plain(List<String> ids) {
    return ids.stream()
        .map(id -> id.toLowerCase(Locale.ROOT).replace("-", ""))
        .collect(Collectors.toSet());
  }
}
