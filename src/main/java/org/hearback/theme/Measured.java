package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Staff;

/**
 * The comments that two people have coded, with what the theme book of now finds in each: a changed
 * theme is measured at once. Safe for any thread.
 */
@Singleton
final class Measured {
  private final Samples samples;
  private final CodingView view;

  Measured(Samples samples, CodingView view) {
    this.samples = samples;
    this.view = view;
  }

  /** Of one sample; none as long as one of the two is not through. */
  List<Quality.Twice> of(Standing standing) {
    return List.copyOf(twice(standing).values());
  }

  /** Of the newest samples that somebody may read, each comment once: as it was coded last. */
  List<Quality.Twice> all(Staff staff) {
    var all = new LinkedHashMap<UUID, Quality.Twice>();
    for (var standing : samples.newest(staff)) {
      twice(standing).forEach(all::putIfAbsent);
    }
    return List.copyOf(all.values());
  }

  private Map<UUID, Quality.Twice> twice(Standing standing) {
    if (!standing.isClosed()) {
      return Map.of();
    }
    var found = view.found(List.copyOf(standing.left().values()));
    var first = standing.codes(Standing.FIRST);
    var second = standing.codes(Standing.SECOND);
    var twice = new LinkedHashMap<UUID, Quality.Twice>();
    for (var item : standing.here()) {
      var tags =
          found.getOrDefault(item.comment(), List.of()).stream()
              .map(Tagger.Tag::theme)
              .collect(Collectors.toSet());
      twice.put(
          item.comment(),
          new Quality.Twice(first.get(item.comment()), second.get(item.comment()), tags));
    }
    return twice;
  }
}
