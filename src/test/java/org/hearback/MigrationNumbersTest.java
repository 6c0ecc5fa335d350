package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Migrations stand in one line of numbers, so that two branches that add one each are told when
 * they meet.
 */
class MigrationNumbersTest {
  private static final Pattern NAME =
      Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql|R__[a-z0-9_]+\\.sql");

  @Test
  void migrations_are_numbered_without_gap_or_double() {
    var names =
        Tree.files("src/main/resources/db/migration").stream()
            .map(Path::getFileName)
            .map(Path::toString)
            .toList();
    assertThat(faults(names)).isEmpty();
    assertThat(names).isNotEmpty();
  }

  @Test
  void a_gap_a_double_and_an_odd_name_are_seen() {
    assertThat(faults(List.of("V001__a.sql", "V003__b.sql"))).isNotEmpty();
    assertThat(faults(List.of("V001__a.sql", "V001__b.sql"))).isNotEmpty();
    assertThat(faults(List.of("V001__a.sql", "V2__b.sql"))).containsExactly("odd name: V2__b.sql");
    assertThat(faults(List.of("V001__a.sql", "V002__b.sql", "R__grants.sql"))).isEmpty();
  }

  private static List<String> faults(List<String> names) {
    var odd =
        names.stream()
            .filter(name -> !NAME.matcher(name).matches())
            .map("odd name: "::concat)
            .toList();
    if (!odd.isEmpty()) {
      return odd;
    }
    var numbers =
        names.stream()
            .filter(name -> name.startsWith("V"))
            .map(name -> Integer.parseInt(name.substring(1, 4)))
            .sorted()
            .toList();
    return numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList())
        ? List.of()
        : List.of("not 1, 2, 3, ...: " + numbers);
  }
}
