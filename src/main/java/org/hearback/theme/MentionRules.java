package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.hearback.journey.AreaNames;
import org.hearback.journey.ServiceAreas;

/** What may stand in {@code forms/mentions.yml}, beyond its schema. Each fault names its place. */
final class MentionRules {
  private final ServiceAreas areas;
  private final AreaNames names;
  private final List<String> faults = new ArrayList<>();
  // By language and by the place where they stand.
  private final Map<Endings, List<Stored>> written = new EnumMap<>(Endings.class);

  private MentionRules(ServiceAreas areas, AreaNames names) {
    this.areas = areas;
    this.names = names;
  }

  /**
   * @throws IllegalArgumentException with all faults
   */
  static void check(
      SequencedMap<String, MentionFile.Area> file, ServiceAreas areas, AreaNames names) {
    var rules = new MentionRules(areas, names);
    rules.names(file);
    file.forEach((key, area) ->
        area.words().forEach((language, queries) -> rules.queries(key, language, queries)));
    rules.everything();
    if (!rules.faults.isEmpty()) {
      throw new IllegalArgumentException("forms/mentions.yml: " + String.join("; ", rules.faults));
    }
  }

  private void names(Map<String, MentionFile.Area> file) {
    var seen = new HashMap<String, String>();
    names.names().forEach((key, name) -> seen.put(name.toLowerCase(Locale.ROOT), key));
    file.forEach((key, area) -> {
      var place = "/areas/" + key;
      var name = area.name();
      if (key.equals(areas.council())) {
        fault(place, "is the whole council, and every comment is of it");
      } else if (areas.knows(key) && name != null) {
        fault(place + "/name", "stands in service-areas.yml already: leave it out here");
      } else if (!areas.knows(key) && name == null) {
        fault(place, "is no area of service-areas.yml: mend the key, or give it a name");
      } else if (name != null && seen.putIfAbsent(name.toLowerCase(Locale.ROOT), key) != null) {
        fault(place + "/name", "is a name that another has");
      }
    });
  }

  private void queries(String area, String language, List<String> queries) {
    var endings = Endings.of(language);
    if (endings.isEmpty()) {
      fault("/areas/" + area + "/words/" + language, "is no language whose words the index knows");
      return;
    }
    for (int at = 0; at < queries.size(); at++) {
      query("/areas/" + area + "/words/" + language + "/" + at, queries.get(at), endings.get());
    }
  }

  /** A query that is not one says nothing, so nobody would notice. */
  private void query(String place, String query, Endings endings) {
    if (count(query, '"') % 2 != 0) {
      fault(place, "opens a quotation mark and does not close it");
    } else if (count(query, '(') != count(query, ')')) {
      fault(place, "opens a bracket and does not close it, or the other way round");
    } else {
      var stored = Stored.of(place, Map.of(endings.language(), List.of(query)), endings);
      if (stored.queries().stream().anyMatch(MentionRules::findsNothing)) {
        fault(place, "can find nothing: only signs, or a phrase with too many choices");
      }
      written.computeIfAbsent(endings, _ -> new ArrayList<>()).add(stored);
    }
  }

  /** Whatever finds a text in which nobody says anything. */
  private void everything() {
    written.forEach((endings, queries) -> {
      var batch = new Batch(endings, "0");
      var trial = batch.trial(_ -> Sieve.of(queries));
      try {
        batch.ask(List.of(trial));
      } catch (IOException e) {
        throw new UncheckedIOException(e); // all of it is in memory
      }
      trial
          .found()
          .getFirst()
          .keySet()
          .forEach(place -> fault(place, "finds every comment: it only leaves out"));
    });
  }

  private void fault(String place, String wrong) {
    faults.add(place + " " + wrong);
  }

  private static long count(String text, char sign) {
    return text.chars().filter(it -> it == sign).count();
  }

  private static boolean findsNothing(Query query) {
    var nothing = new boolean[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public void visitLeaf(Query leaf) {
            nothing[0] |= leaf instanceof MatchNoDocsQuery;
          }
        });
    return nothing[0];
  }
}
