package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is counted by numbers in memory, beside the same counted one by one from what the index has
 * stored of each comment: answers whose comments lie in many segments, some taken out again.
 */
class TrendsCountTest {
  private static final ServiceAreas AREAS =
      new ServiceAreas(Map.of("north", "council", "south", "council"), "council");
  private static final List<String> PERIODS =
      List.of("2026", "2025", "2026-Q1", "2026-Q3", "2026-02", "2026-07", "2026-09", "2025-11");
  private static final List<String> THEMES = List.of("a", "b", "c", "d", "e", "f", "g");
  private static final int ROUNDS = 12;

  private final Map<UUID, Coding> said = new HashMap<>();
  private final List<UUID> there = new ArrayList<>();
  private CommentIndex index;
  private int segmentsMost;

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void numbers_count_what_stands_in_the_stored_comments(@TempDir Path folder) throws Exception {
    var documents = new Documents(AREAS, new Tagger(ThemeBook.EMPTY), this::said, Meaning.NONE);
    index = new CommentIndex(new IndexFolder(folder), () -> documents);
    var chance = new Random(26);
    var responses = new HashMap<UUID, Label>();
    index.rebuild(
        List.of(comments(chance, responses, 200)).iterator(),
        0,
        new Position(1, ""),
        _ -> Optional.empty());
    compare();
    for (int round = 2; round <= ROUNDS; round++) {
      Collections.shuffle(there, chance);
      var gone = List.copyOf(there.subList(0, chance.nextInt(12)));
      there.removeAll(gone);
      index.take(new Step(comments(chance, responses, 40), gone, new Position(round, ""), true));
      compare();
    }
    assertThat(segmentsMost).as("answers lie in more than one").isGreaterThan(3);
  }

  private Map<UUID, Coding> said(List<UUID> comments) {
    var some = new HashMap<UUID, Coding>();
    comments.forEach(comment -> some.put(comment, said.get(comment)));
    return some;
  }

  /** Of new answers and, as often, of some that are there already. */
  private List<Comment> comments(Random chance, Map<UUID, Label> responses, int many) {
    var comments = new ArrayList<Comment>();
    while (comments.size() < many) {
      var known = responses.keySet().stream().sorted().toList();
      var response =
          known.isEmpty() || chance.nextBoolean()
              ? new UUID(chance.nextLong(), chance.nextLong())
              : known.get(chance.nextInt(known.size()));
      var label = responses.computeIfAbsent(response, _ -> label(chance));
      var id = new UUID(chance.nextLong(), chance.nextLong());
      said.put(id, coding(chance));
      there.add(id);
      comments.add(
          new Comment(
              id,
              response,
              "",
              1,
              "",
              chance.nextInt(3) == 0 ? "pl" : "en",
              RedactedText.stored("words"),
              Optional.empty(),
              label));
    }
    return comments;
  }

  private static Label label(Random chance) {
    return new Label(
        List.of("north", "south", "council").get(chance.nextInt(3)),
        chance.nextBoolean() ? Audience.PARENT : Audience.YOUNG_PERSON,
        "",
        "",
        PERIODS.get(chance.nextInt(PERIODS.size())),
        "en");
  }

  private static Coding coding(Random chance) {
    var themes = new ArrayList<>(THEMES);
    Collections.shuffle(themes, chance);
    return new Coding.About(themes.subList(0, chance.nextInt(4)));
  }

  private void compare() {
    for (var scope : List.of(Set.<String>of(), Set.of("north"), Set.of("north", "south"))) {
      Predicate<Document> mayRead = stored -> scope.isEmpty() || scope.contains(stored.get("area"));
      compare(Filter.none(), scope, mayRead);
      compare(
          Filter.none().with(CommentDocument.LANGUAGE, "pl"),
          scope,
          mayRead.and(stored -> stored.get(CommentDocument.LANGUAGE).equals("pl")));
      compare(
          Filter.none().with(CommentDocument.THEME, "c"),
          scope,
          mayRead.and(stored -> List.of(stored.getValues(CommentDocument.THEME)).contains("c")));
    }
    compare(Filter.none(), Set.of("nowhere"), _ -> false);
  }

  private void compare(Filter filter, Set<String> scope, Predicate<Document> seen) {
    var staff = new Staff(new UUID(0, 1), "a", "A", Set.of(Role.ANALYST), scope, Set.of());
    var counts = new Trends(index).counts(filter, staff);
    var expected = oneByOne(seen);
    assertThat(counts).isEqualTo(expected);
    assertThat(counts.pairs().isEmpty()).isEqualTo(scope.contains("nowhere"));
  }

  /** Every stored comment by its answer, and then each answer with sets of words. */
  private ThemeCounts oneByOne(Predicate<Document> seen) {
    var answers =
        index.read((searcher, _) -> {
          segmentsMost = Math.max(segmentsMost, searcher.getIndexReader().leaves().size());
          var all = new TreeMap<String, List<Document>>();
          var stored = searcher.storedFields();
          for (var hit : searcher.search(MatchAllDocsQuery.INSTANCE, 10_000).scoreDocs) {
            var document = stored.document(hit.doc);
            if (seen.test(document)) {
              all.computeIfAbsent(document.get(CommentDocument.RESPONSE), _ -> new ArrayList<>())
                  .add(document);
            }
          }
          return all;
        });
    var quarters = new TreeMap<String, Integer>();
    var themes = new HashMap<String, Integer>();
    var saying = new HashMap<String, Map<String, Integer>>();
    var pairs = new HashMap<Pair, ThemeCounts.Both>();
    for (var comments : answers.values()) {
      var quarter = quarter(comments.getFirst().get("period"));
      quarter.ifPresent(key -> quarters.merge(key, 1, Integer::sum));
      var own = comments.stream().map(it -> Set.of(it.getValues(CommentDocument.THEME))).toList();
      var all = new TreeSet<String>();
      own.forEach(all::addAll);
      for (var theme : all) {
        themes.merge(theme, 1, Integer::sum);
        quarter.ifPresent(
            key -> saying.computeIfAbsent(theme, _ -> new HashMap<>()).merge(key, 1, Integer::sum));
        for (var other : all.tailSet(theme, false)) {
          long both = own.stream().filter(it -> it.containsAll(Set.of(theme, other))).count();
          pairs.merge(
              new Pair(theme, other),
              new ThemeCounts.Both(1, both > 0 ? 1 : 0, (int) both),
              TrendsCountTest::sum);
        }
      }
    }
    return new ThemeCounts(answers.size(), quarters, themes, saying, pairs);
  }

  private static ThemeCounts.Both sum(ThemeCounts.Both one, ThemeCounts.Both other) {
    return new ThemeCounts.Both(
        one.answers() + other.answers(),
        one.answersInOneComment() + other.answersInOneComment(),
        one.comments() + other.comments());
  }

  private static Optional<String> quarter(String period) {
    return switch (period.length()) {
      case 4 -> Optional.empty();
      case 7 ->
          period.charAt(5) == 'Q'
              ? Optional.of(period)
              : Optional.of(
                  period.substring(0, 5) + "Q" + (Integer.parseInt(period.substring(5)) + 2) / 3);
      default -> throw new IllegalArgumentException(period);
    };
  }
}
