package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;

/**
 * Tries a change of the theme book, or a new theme, on the comments of today that somebody may see.
 * It shows comments, so it is a search like any other: what was asked is recorded first.
 */
@Singleton
final class ThemeTrial {
  private final Search search;
  private final Wording wording;
  private final Audit audit;
  private final Reports reports;

  ThemeTrial(Search search, Wording wording, Audit audit, Reports reports) {
    this.search = search;
    this.wording = wording;
    this.audit = audit;
    this.reports = reports;
  }

  /**
   * How many it adds and loses, with some of each.
   *
   * @param before without queries where comments are not sorted by it yet
   * @throws IndexNotReady while no index has been built
   */
  Map<String, Object> of(Theme before, Theme after, Staff staff) {
    var change = search.change(before, after, staff);
    var added = shown(change.added());
    var lost = shown(change.lost());
    var ids =
        Stream.concat(added.stream(), lost.stream())
            .map(hit -> hit.response().toString())
            .collect(Collectors.joining(" "));
    audit.record(
        staff.signIn(),
        "search",
        Recorded.cut(
            "trying a change of the theme %s%n%s"
                .formatted(
                    after.key().isEmpty() ? after.name() : after.key(), different(before, after)),
            "%nfound %d more, %d less than %d%n%s"
                .formatted(change.adds(), change.loses(), change.before(), ids)));
    return Map.of(
        "before", change.before(),
        "adds", change.adds(),
        "loses", change.loses(),
        "added", added.stream().map(this::hit).toList(),
        "lost", lost.stream().map(this::hit).toList());
  }

  /** The index of this node is behind; what was reported is hidden at once. */
  private List<Found.Hit> shown(List<Found.Hit> hits) {
    var hidden = reports.staleOf(hits);
    return hits.stream().filter(hit -> !hidden.contains(hit.comment())).toList();
  }

  /** The queries that stand in one of them alone. */
  private static String different(Theme before, Theme after) {
    var lines = new ArrayList<String>();
    for (var endings : Endings.ALL) {
      var language = endings.language();
      var old = before.queries().getOrDefault(language, List.of());
      var now = after.queries().getOrDefault(language, List.of());
      now.stream().filter(query -> !old.contains(query)).forEach(query -> lines.add("+ " + query));
      old.stream().filter(query -> !now.contains(query)).forEach(query -> lines.add("- " + query));
    }
    return String.join("\n", lines);
  }

  private Map<String, Object> hit(Found.Hit hit) {
    return Map.of(
        "language", hit.language(),
        "words", text(hit.words()),
        "english", text(hit.english()),
        "label", wording.label(hit.label()));
  }

  private static String text(List<Found.Piece> pieces) {
    return pieces.stream().map(Found.Piece::text).collect(Collectors.joining());
  }
}
