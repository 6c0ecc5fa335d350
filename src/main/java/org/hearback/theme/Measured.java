package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Staff;

/**
 * The comments that two people have coded, with what the theme book of now finds in each: a changed
 * theme is measured at once. What it has found in a sample it keeps, as long as the book, what was
 * learnt from people and the comments of the sample stay as they are: sorting hundreds takes
 * seconds, and each page of a theme asks for all. Safe for any thread.
 */
@Singleton
final class Measured {
  // As many as two readers of different areas are shown; some megabytes.
  private static final int KEPT_MOST = 80;

  private final Samples samples;
  private final ReadingRoom room;
  private final ReadingRows rows;
  private final CodingView view;
  private final CommentIndex index;
  private final Map<UUID, Map<UUID, Set<String>>> kept =
      new LinkedHashMap<>(KEPT_MOST, 0.75f, true);
  private Optional<CodingView.Sorting> by = Optional.empty();
  private long upTo;

  Measured(
      Samples samples, ReadingRoom room, ReadingRows rows, CodingView view, CommentIndex index) {
    this.samples = samples;
    this.room = room;
    this.rows = rows;
    this.view = view;
    this.index = index;
  }

  /** Of one sample; none as long as one of the two is not through. */
  List<Quality.Twice> of(Standing standing, Staff staff) {
    return List.copyOf(twice(standing, staff).values());
  }

  /** Of the newest samples that somebody may read, each comment once: as it was coded last. */
  List<Quality.Twice> all(Staff staff) {
    var all = new LinkedHashMap<UUID, Quality.Twice>();
    for (var standing : samples.newest(staff)) {
      twice(standing, staff).forEach(all::putIfAbsent);
    }
    return List.copyOf(all.values());
  }

  private Map<UUID, Quality.Twice> twice(Standing standing, Staff staff) {
    if (!standing.isClosed()) {
      return Map.of();
    }
    var found = found(standing, staff);
    var first = standing.codes(Standing.FIRST);
    var second = standing.codes(Standing.SECOND);
    var twice = new LinkedHashMap<UUID, Quality.Twice>();
    for (var item : standing.here()) {
      var comment = item.comment();
      var tags = found.getOrDefault(comment, Set.of());
      twice.put(comment, new Quality.Twice(first.get(comment), second.get(comment), tags));
    }
    return twice;
  }

  /** Who asks for the same meanwhile waits, and finds it done. */
  private synchronized Map<UUID, Set<String>> found(Standing standing, Staff staff) {
    forgetWhatChanged();
    var sample = standing.sample().id();
    var known = Optional.ofNullable(kept.get(sample));
    if (known.filter(it -> it.keySet().containsAll(standing.left())).isPresent()) {
      return known.get();
    }
    var sorted = sorted(room.comments(List.copyOf(standing.left()), staff).values());
    kept.put(sample, sorted);
    if (kept.size() > KEPT_MOST) {
      kept.remove(kept.keySet().iterator().next()); // asked for longest ago
    }
    return sorted;
  }

  private Map<UUID, Set<String>> sorted(Collection<Comment> comments) {
    var sorted = new HashMap<UUID, Set<String>>();
    view.found(List.copyOf(comments))
        .forEach((comment, tags) ->
            sorted.put(
                comment,
                tags.stream().map(Tagger.Tag::theme).collect(Collectors.toUnmodifiableSet())));
    return sorted;
  }

  /** Whether nothing says any more what this change was. */
  private boolean isForgotten(long change) {
    long oldest = rows.oldestChange();
    return oldest == 0 || oldest > change;
  }

  /**
   * By the number that the index has come to: what it does not hold yet may have been sorted
   * without its meaning, and is sorted again when it does.
   */
  private void forgetWhatChanged() {
    var now = Optional.of(view.sorting());
    long reached = index.position().map(Position::no).orElse(0L);
    if (!now.equals(by) || reached < upTo || reached > upTo && isForgotten(upTo + 1)) {
      kept.clear();
    } else if (reached > upTo && !kept.isEmpty()) {
      var touched = new HashSet<>(rows.touched(upTo, reached));
      kept.values().removeIf(sample -> sample.keySet().stream().anyMatch(touched::contains));
    }
    by = now;
    upTo = reached;
  }
}
