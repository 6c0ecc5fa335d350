package org.hearback.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;

/**
 * The theme book of this council: the shipped one, and what its analysts have changed since. Each
 * node looks for changes before each turn of its index. Safe for any thread.
 */
@Singleton
final class ThemeBooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ThemeRows rows;
  private final Audit audit;
  private final InstantSource clock;
  private volatile Tagger tagger = ThemeFile.tagger();
  private long seen;

  ThemeBooks(ThemeRows rows, Audit audit, InstantSource clock) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** As it was when this node last looked. */
  ThemeBook now() {
    return tagger.book();
  }

  /** Sorts by that book. */
  Tagger tagger() {
    return tagger;
  }

  /** Looks for changes, also by other nodes, and after a restore. */
  synchronized void refresh() {
    long changes = rows.changes();
    if (changes == seen) {
      return;
    }
    var changed = new LinkedHashMap<String, Theme>();
    var newest = rows.newest();
    newest.forEach(row -> changed.put(row.theme(), read(row.body())));
    var shipped = ThemeFile.tagger().book();
    var themes = new ArrayList<Theme>();
    shipped.themes().forEach(theme -> themes.add(changed.getOrDefault(theme.key(), theme)));
    var bodies = newest.stream().map(ThemeRow::body).toList();
    tagger =
        newest.isEmpty()
            ? ThemeFile.tagger()
            : new Tagger(
                new ThemeBook(
                    shipped.version() + "+" + Integer.toHexString(bodies.hashCode()), themes));
    seen = changes;
  }

  /** The newest first; none for a theme as it was shipped. */
  List<ThemeRow> changes(String theme) {
    return rows.of(theme);
  }

  /**
   * Makes a version of a theme; comments are sorted anew within seconds to minutes.
   *
   * @param upon the version that was changed: 0 is the shipped one
   * @return whether nobody else had changed it meanwhile
   */
  boolean change(Theme theme, int upon, String why, Staff staff) {
    int version = upon + 1;
    audit.record(staff.signIn(), "theme-changed", theme.key() + " version " + version + "\n" + why);
    int added =
        rows.add(
            theme.key(),
            version,
            written(theme),
            staff.signIn(),
            why,
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
