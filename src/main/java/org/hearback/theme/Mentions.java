package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.AreaNames;
import org.hearback.journey.ServiceAreas;

/**
 * The words by which people speak of a service, as {@code forms/mentions.yml} has them: so that a
 * comment of one area that talks about another is softly linked to it. A link is no label: it moves
 * no comment, lets nobody see one, and is counted nowhere outside the reading room. Immutable, safe
 * for any thread.
 */
public final class Mentions {
  /** What stands before the other areas of a comment. */
  static final String TITLE = "Also talks about";

  /** Nobody is talked about. */
  static final Mentions NONE =
      new Mentions("", Map.of(), new ServiceAreas(Map.of(), "council"), Map.of());

  // As many of a comment's words as show why.
  private static final int WORDS_MOST = 3;

  private final String version;
  private final Map<String, MentionFile.Area> spoken;
  private final ServiceAreas areas;
  private final Map<String, String> names;
  // Made when a comment of the language first comes, as those of the theme book are.
  private final Map<Endings, List<Stored>> stored = new ConcurrentHashMap<>();
  private final Map<Endings, Sieve> sieves = new ConcurrentHashMap<>();

  private Mentions(
      String version,
      Map<String, MentionFile.Area> spoken,
      ServiceAreas areas,
      Map<String, String> names) {
    this.version = version;
    this.spoken = spoken;
    this.areas = areas;
    this.names = names;
  }

  /**
   * Reads the text of the file.
   *
   * @throws IllegalArgumentException with every place where it is wrong
   */
  static Mentions of(String text, ServiceAreas areas, AreaNames names) {
    var file = MentionFile.parse(text).areas();
    MentionRules.check(file, areas, names);
    var known = new LinkedHashMap<String, String>();
    file.forEach((key, area) -> {
      var name = area.name();
      known.put(key, name == null ? names.name(key) : name);
      // Whoever talks about a part talks about the whole; the council is everybody's own.
      areas.upwards(key).stream()
          .filter(above -> areas.knows(above) && !above.equals(areas.council()))
          .forEach(above -> known.putIfAbsent(above, names.name(above)));
    });
    // What is above and below decides too, and stands in another file.
    int both = 31 * text.hashCode() + areas.parents().hashCode();
    return new Mentions(Integer.toHexString(both), file, areas, known);
  }

  /** Another file, or another tree of areas, has another. */
  String version() {
    return version;
  }

  /** Areas, and others, that comments can be asked for by. */
  Set<String> keys() {
    return names.keySet();
  }

  /** The key itself where nobody is known by it. */
  String name(String key) {
    return names.getOrDefault(key, key);
  }

  /** The queries of one language. */
  List<Stored> stored(Endings endings) {
    return stored.computeIfAbsent(
        endings,
        _ ->
            spoken.entrySet().stream()
                .map(area -> Stored.of(area.getKey(), area.getValue().words(), endings))
                .filter(area -> !area.queries().isEmpty())
                .toList());
  }

  /** The same, to be asked of many comments at once. */
  Sieve sieve(Endings endings) {
    return sieves.computeIfAbsent(endings, _ -> Sieve.of(stored(endings)));
  }

  /**
   * The links of one comment.
   *
   * @param said whom it talks about
   * @param all those, and the areas above them
   */
  record Links(Set<String> said, Set<String> all) {
    static final Links NONE = new Links(Set.of(), Set.of());
  }

  /**
   * Of what was found only others: not its own area, and none above or below it. One of an area
   * that the tree does not know has none.
   */
  Links links(Set<String> found, String own) {
    if (found.isEmpty() || !areas.knows(own)) {
      return Links.NONE;
    }
    var above = areas.upwards(own);
    var said = new LinkedHashSet<String>();
    var all = new LinkedHashSet<String>();
    for (var key : spoken.keySet()) {
      if (found.contains(key) && !above.contains(key) && !areas.upwards(key).contains(own)) {
        said.add(key);
        all.addAll(areas.upwards(key));
      }
    }
    above.forEach(all::remove);
    return new Links(said, all);
  }

  /** The words of a comment for which it is linked to an area; none where they are no longer so. */
  List<String> words(String area, String language, String text) {
    var endings = Script.endings(language, text);
    if (endings.isEmpty() || text.isEmpty()) {
      return List.of();
    }
    var queries =
        stored(endings.get()).stream()
            .filter(one -> one.key().equals(area))
            .flatMap(one -> one.queries().stream())
            .toList();
    try {
      var words = FoundWords.of(queries, endings.get(), text);
      return words.stream().limit(WORDS_MOST).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory
    }
  }

  /**
   * Where comments of other areas stand that talk about one; empty for whom may not enter the
   * reading room, or could find none there but the area's own.
   */
  public Optional<String> address(String area, Staff staff) {
    boolean others =
        staff.areas().isEmpty()
            || staff.areas().stream().anyMatch(own -> !areas.upwards(own).contains(area));
    return names.containsKey(area) && staff.roles().contains(Role.ANALYST) && others
        ? Optional.of(SearchPage.address(SearchRequest.mentioning(area)))
        : Optional.empty();
  }
}
