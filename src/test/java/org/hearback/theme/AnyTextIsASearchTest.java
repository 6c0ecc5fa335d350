package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

class AnyTextIsASearchTest {
  private static final String WORDS = "Nobody listened 'to' \"us\" (again) \uD83D\uDE22 اجتماع a-b";
  private static final Staff STAFF =
      new Staff(new UUID(0, 1), "a", "A", Set.of(Role.ANALYST), Set.of("a"), Set.of());
  private static CommentIndex index;

  @BeforeContainer
  static void build() throws Exception {
    var areas = new ServiceAreas(Map.of("a", "council"), "council");
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "any");
    index = new CommentIndex(new IndexFolder(folder), SearchTest.plain(areas));
    var label = new Label("a", Audience.PARENT, "", "", "2026", "");
    var comments =
        List.of("en", "ar", "und", "pl").stream()
            .map(language ->
                new Comment(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "",
                    1,
                    "",
                    language,
                    RedactedText.stored(WORDS),
                    Optional.empty(),
                    label))
            .toList();
    index.rebuild(List.of(comments).iterator(), 0, new Position(1, ""), _ -> Optional.empty());
  }

  @AfterContainer
  static void close() {
    index.close();
  }

  @Property(tries = 600)
  void nothing_typed_is_an_error_and_words_are_shown_as_they_are(@ForAll("typed") String typed) {
    var found =
        new Search(index, SearchTest.NO_KEYS, Meaning.NONE)
            .search(typed, Filter.none(), Order.BEST, STAFF, 1);
    assertThat(found.hits()).hasSize((int) found.total());
    for (var hit : found.hits()) {
      assertThat(hit.words().stream().map(Found.Piece::text).collect(Collectors.joining()))
          .isEqualTo(WORDS);
    }
  }

  @Provide
  Arbitrary<String> typed() {
    var signs = Arbitraries.strings().withChars("\"'()|-+*~\\ aé\t\n\u0000\u200f").ofMaxLength(500);
    var words =
        Arbitraries.of("listen", "\"", "-", "(", ")", "|", "*", "~2", "اجتماع", "\uD83D", "a*", " ")
            .list()
            .ofMaxSize(250)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(600), signs, words);
  }
}
