package org.hearback.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;

/**
 * The theme book of this council: the shipped one, and what its analysts have changed, added and
 * taken out of use since. Each node looks for changes before each turn of its index. Safe for any
 * thread.
 */
@Singleton
final class ThemeBooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record State(Tagger tagger, List<Theme> former) {}

  private record Kept(Theme theme, boolean inUse) {}

  private final ThemeRows rows;
  private final Lessons lessons;
  private final Audit audit;
  private final InstantSource clock;
  private volatile State state = new State(ThemeFile.tagger(), List.of());
  private long seen;

  ThemeBooks(ThemeRows rows, Lessons lessons, Audit audit, InstantSource clock) {
    this.rows = rows;
    this.lessons = lessons;
    this.audit = audit;
    this.clock = clock;
  }

  /** As it was when this node last looked. */
  ThemeBook now() {
    return state.tagger().book();
  }

  /** Sorts by that book. */
  Tagger tagger() {
    return state.tagger();
  }

  /** What is out of use: no comment is sorted by it, and its key is given to no other. */
  List<Theme> former() {
    return state.former();
  }

  /** A theme that is in use, or was. */
  Optional<Theme> find(String key) {
    var now = state;
    return now.tagger()
        .book()
        .find(key)
        .or(() -> now.former().stream().filter(theme -> theme.key().equals(key)).findFirst());
  }

  /** A theme as one version of it was; 0 as it is shipped. */
  Optional<Theme> find(String key, int version) {
    return version == 0
        ? ThemeFile.tagger().book().find(key)
        : rows.version(key, version).map(row -> read(row.body()));
  }

  /** Looks for changes, also by other nodes, and after a restore, and for what people said. */
  synchronized void refresh() {
    long changes = rows.changes();
    if (changes != seen) {
      read();
      seen = changes;
    }
    var now = state;
    state = new State(now.tagger().with(lessons.now(now.tagger().book())), now.former());
  }

  private void read() {
    var newest = rows.newest();
    var shipped = ThemeFile.tagger().book();
    var all = new LinkedHashMap<String, Kept>();
    shipped.themes().forEach(theme -> all.put(theme.key(), new Kept(theme, true)));
    newest.forEach(row -> all.put(row.theme(), new Kept(read(row.body()), row.inUse())));
    var bodies = newest.stream().map(row -> Map.entry(row.body(), row.inUse())).toList();
    var version = shipped.version() + "+" + Integer.toHexString(bodies.hashCode());
    var tagger =
        newest.isEmpty()
            ? ThemeFile.tagger()
            : new Tagger(new ThemeBook(version, those(all, true)));
    state = new State(tagger, those(all, false));
  }

  private static List<Theme> those(Map<String, Kept> all, boolean inUse) {
    return all.values().stream().filter(it -> it.inUse() == inUse).map(Kept::theme).toList();
  }

  /** The newest first; none for a theme as it was shipped. */
  List<ThemeRow> changes(String theme) {
    return rows.of(theme);
  }

  /** 0 for a theme as it was shipped, or one that is not there yet. */
  int version(String theme) {
    return rows.of(theme).stream().findFirst().map(ThemeRow::version).orElse(0);
  }

  /** The same of each theme in use. */
  Map<String, Integer> versions() {
    var changed =
        rows.newest().stream().collect(Collectors.toMap(ThemeRow::theme, ThemeRow::version));
    return now().themes().stream()
        .collect(Collectors.toMap(Theme::key, theme -> changed.getOrDefault(theme.key(), 0)));
  }

  /** The first key for a name that no theme has, had, or needs for a page of its own. */
  String freshKey(String name) {
    return ThemeKey.of(name, key -> find(key).isPresent() || rows.wasThere(key));
  }

  /**
   * Makes a version of a theme, or the first of a new one; comments are sorted anew within seconds
   * to minutes. One that was out of use is in use again.
   *
   * @param upon the version that was changed: 0 is the shipped one, or none
   * @return whether nobody else had changed it meanwhile
   */
  boolean change(Theme theme, int upon, String why, Staff staff) {
    return add(theme, upon, why, true, act(theme), staff);
  }

  private String act(Theme theme) {
    return find(theme.key()).isPresent() ? "theme-changed" : "theme-added";
  }

  /** The same, so that comments are not sorted by it any more: its versions stay. */
  boolean takeOut(Theme theme, int upon, String why, Staff staff) {
    return add(theme, upon, why, false, "theme-taken-out", staff);
  }

  private boolean add(Theme theme, int upon, String why, boolean inUse, String act, Staff staff) {
    int version = upon + 1;
    audit.record(staff.signIn(), act, theme.key() + " version " + version + "\n" + why);
    int added =
        rows.add(
            theme.key(),
            version,
            written(theme),
            staff.signIn(),
            why,
            inUse,
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (added == 0) {
      return false;
    }
    refresh();
    return true;
  }

  private static Theme read(String body) {
    try {
      return JSON.readValue(body, Theme.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a theme cannot be read", e);
    }
  }

  private static String written(Theme theme) {
    try {
      return JSON.writeValueAsString(theme);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a theme cannot be written", e);
    }
  }
}
