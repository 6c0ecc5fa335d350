package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.AreaNames;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/** Where among the words of a search a part stands that only narrows makes no difference. */
class WordOrderTest {
  private static final Staff STAFF =
      new Staff(new UUID(0, 1), "a", "A", Set.of(Role.ANALYST), Set.of(), Set.of());
  private static final Keys KEYS =
      new Keys(
          new AreaNames(Map.of("a", "A", "b", "B"), Map.of()),
          Map.of(),
          List.of("en", "pl"),
          Mentions.NONE,
          () -> ThemeBook.EMPTY);
  private static final List<String> SAID = List.of("late", "cancelled", "worker", "kind", "visit");
  private static CommentIndex index;

  @BeforeContainer
  static void build() throws Exception {
    var areas = new ServiceAreas(Map.of("a", "council", "b", "council"), "council");
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "order");
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    var chance = new Random(7);
    var comments = new ArrayList<Comment>();
    for (int i = 0; i < 60; i++) {
      var words = new StringBuilder();
      for (int word = 0; word < 3; word++) {
        words.append(SAID.get(chance.nextInt(SAID.size()))).append(' ');
      }
      comments.add(
          new Comment(
              new UUID(i, i),
              new UUID(i, i),
              "",
              1,
              "",
              chance.nextBoolean() ? "en" : "pl",
              RedactedText.stored(words.toString()),
              Optional.empty(),
              new Label(
                  chance.nextBoolean() ? "a" : "b",
                  chance.nextBoolean() ? Audience.PARENT : Audience.YOUNG_PERSON,
                  "",
                  "",
                  chance.nextBoolean() ? "2026-Q1" : "2026-Q2",
                  "")));
    }
    index.rebuild(
        List.<List<Comment>>of(comments).iterator(),
        60,
        new Position(1, ""),
        _ -> Optional.empty());
  }

  @AfterContainer
  static void close() {
    index.close();
  }

  @Property(tries = 500)
  void what_narrows_narrows_all_of_it_wherever_it_stands(
      @ForAll("words") List<String> words,
      @ForAll("narrowing") List<String> narrowing,
      @ForAll Random chance) {
    var mixed = new ArrayList<>(words);
    narrowing.forEach(part -> mixed.add(chance.nextInt(mixed.size() + 1), part));
    var around = new ArrayList<>(narrowing);
    around.add("(" + String.join(" ", words) + ")");
    assertThat(found(String.join(" ", mixed)))
        .as("%s", mixed)
        .isEqualTo(found(String.join(" ", around)));
  }

  @Property(tries = 300)
  void where_nothing_is_to_be_chosen_from_the_order_of_all_parts_makes_no_difference(
      @ForAll("parts") List<String> parts, @ForAll Random chance) {
    var mixed = new ArrayList<>(parts);
    Collections.shuffle(mixed, chance);
    assertThat(found(String.join(" ", mixed))).isEqualTo(found(String.join(" ", parts)));
  }

  @Property(tries = 1000)
  void whatever_is_typed_is_read(@ForAll("signs") String typed) {
    var lifted = Lifted.of(typed, word -> KEYS.find(word).isPresent());
    assertThat(Lifted.of(lifted.rest(), word -> KEYS.find(word).isPresent()).narrowing())
        .as("nothing is left to lift from %s", typed)
        .isEmpty();
    assertThat(found(typed)).isNotNull();
  }

  @Example
  void in_brackets_in_quotes_and_beside_a_choice_a_part_stays_where_it_is() {
    assertThat(lifted("area:a late | cancelled -kind")).containsExactly("area:a", "kind");
    assertThat(lifted("late | cancelled +area:a -\"kind visit\"~2 -(a | b)"))
        .containsExactly("area:a", "\"kind visit\"~2", "(a | b)");
    assertThat(lifted("late | area:a | -kind")).isEmpty();
    assertThat(lifted("late|area:a")).isEmpty();
    assertThat(lifted("(area:a late) \"area:a -late\" area:a* area:nowhere - late")).isEmpty();
    assertThat(lifted("--area:b ---late")).containsExactly("area:b", "late");
    assertThat(found("--late")).isEqualTo(found("late"));
    assertThat(found("-!!")).as("signs alone").isEmpty();
    assertThat(found("!! area:a")).isEqualTo(found("area:a")).isNotEmpty();
  }

  private static List<String> lifted(String typed) {
    return Lifted.of(typed, word -> KEYS.find(word).isPresent()).narrowing().stream()
        .map(Lifted.Part::text)
        .toList();
  }

  private static Set<String> found(String typed) {
    var query = Asked.all(Asked.words(typed, KEYS), Filter.none(), STAFF.areas());
    return index.read((searcher, _) -> {
      var ids = new TreeSet<String>();
      for (int hit : AllHits.of(searcher, query)) {
        ids.add(searcher.storedFields().document(hit).get(CommentDocument.ID));
      }
      return ids;
    });
  }

  /** Words, phrases and brackets, and choices, which stand as one. */
  @Provide
  Arbitrary<List<String>> words() {
    var choice = one().list().ofMinSize(2).ofMaxSize(3).map(those -> String.join(" | ", those));
    return Arbitraries.oneOf(one(), choice).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<String>> narrowing() {
    var key = Arbitraries.of("area:a", "area:B", "who:families", "when:2026-q1", "language:polish");
    var without = Arbitraries.oneOf(one(), key).map(part -> "-" + part);
    return Arbitraries.oneOf(key, without).list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> parts() {
    return Arbitraries.oneOf(one().list().ofMaxSize(4), narrowing())
        .list()
        .ofSize(2)
        .map(both -> both.stream().flatMap(List::stream).toList());
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "late", "area:a", "-", "|", "+", "(", ")", "\"", "~2", "\\", "*", " ", "!!", "-kind ")
        .list()
        .ofMaxSize(20)
        .map(those -> String.join("", those));
  }

  private static Arbitrary<String> one() {
    var word = Arbitraries.of(SAID);
    return Arbitraries.oneOf(
        word,
        word.map(it -> it.substring(0, 3) + "*"),
        word.list().ofSize(2).map(those -> "\"" + String.join(" ", those) + "\""),
        word.list().ofSize(2).map(those -> "(" + String.join(" | ", those) + ")"));
  }
}
