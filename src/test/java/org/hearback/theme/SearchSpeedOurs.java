package org.hearback.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.ServiceAreas;

/** The product's own path, from what is typed to the pieces of a hit and the counts. */
final class SearchSpeedOurs implements SearchSpeedEngine {
  private static final Staff ANALYST =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));

  private final Path folder;
  private final ServiceAreas areas;
  private final CommentIndex index;
  private final Search search;
  private final Meaning placed;
  private volatile Documents documents;

  SearchSpeedOurs(Path folder, ServiceAreas areas) {
    this(folder, areas, Meaning.NONE, Meaning.NONE);
  }

  /**
   * @param placed where comments point
   * @param typed where what is typed points
   */
  SearchSpeedOurs(Path folder, ServiceAreas areas, Meaning placed, Meaning typed) {
    this.folder = folder;
    this.areas = areas;
    this.placed = placed;
    documents = of(ThemeBook.EMPTY);
    index = new CommentIndex(new IndexFolder(folder), () -> documents);
    search = new Search(index, SearchTest.NO_KEYS, typed);
  }

  private Documents of(ThemeBook book) {
    return new Documents(areas, new Tagger(book), _ -> Map.of(), placed);
  }

  /** Themes of one word each, so that there is something to count at little cost. */
  static ThemeBook light(SearchSpeedQuestion.Drawing drawing) {
    var shipped = ThemeFile.read().themes();
    var words =
        drawing.draw(shipped.size() * 2, 77).get(SearchSpeedQuestion.Kind.TERM).stream()
            .map(question -> question.words().getFirst())
            .distinct()
            .toList();
    var themes = new ArrayList<Theme>();
    for (int at = 0; at < shipped.size(); at++) {
      themes.add(
          with(shipped.get(at), shipped.get(at).key(), Map.of("en", List.of(words.get(at)))));
    }
    return new ThemeBook("light", themes);
  }

  static Theme with(Theme theme, String key, Map<String, List<String>> queries) {
    return new Theme(
        key,
        theme.name(),
        theme.means(),
        theme.counts(),
        theme.not(),
        theme.unclear(),
        theme.polarity(),
        theme.areas(),
        queries,
        new HashMap<>(theme.examples()));
  }

  void build(ThemeBook book, Iterator<List<Comment>> pages) {
    documents = of(book);
    index.rebuild(pages, 0, new Position(1, ""), _ -> Optional.empty());
  }

  long bytes() throws IOException {
    try (var files = Files.walk(folder)) {
      long sum = 0;
      for (var file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public long ask(SearchSpeedQuestion question) {
    if (question.kind() == SearchSpeedQuestion.Kind.AREAS) {
      var areas =
          search.counts(question.typed(), question.filter(), ANALYST, CommentDocument.IN_AREA);
      return areas.values().stream().mapToInt(Integer::intValue).max().orElse(0); // the council
    }
    var found = found(question);
    // Where ours finds none as they are asked for it looks on, for some of the words, and its time
    // counts; the others stop there.
    return found.how() == Found.How.AS_TYPED ? found.total() : 0;
  }

  Search.Reach reach() {
    return search.reach();
  }

  Found found(SearchSpeedQuestion question) {
    return search.search(question.typed(), question.filter(), Order.BEST, ANALYST, 1);
  }

  /** Whatever somebody types. */
  Found found(String typed) {
    return search.search(typed, Filter.none(), Order.BEST, ANALYST, 1);
  }

  /** The first comments that hold it, marked. */
  List<Found.Hit> marked(Query query) {
    return index.read((searcher, facets) ->
        new Look(searcher, facets, Filter.none(), ANALYST, Order.NEWEST, 1).some(query));
  }

  @Override
  public void close() throws IOException {
    index.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
