package org.hearback.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.bench.ClearingAnswers.Kind;
import org.hearback.bench.ClearingAnswers.Said;
import org.hearback.bench.ClearingReader.Took;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bench in little: one or two answers of each kind, by the desk's keys and by Tab. */
class ClearingRunTest {
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  private static final int ANSWERS = 6;
  private static final int KEYS_PLAIN = 2;
  private static final int KEYS_MARK_MOST = 12;
  private static final int KEYS_UNDO_MOST = 8;

  /** And one to scroll by, where whom to tell stands above the words. */
  private static final int KEYS_AMBER_MOST = 6;

  @Test
  void answers_of_every_kind_are_cleared_by_few_keys_and_by_tab_alone_with_more() throws Exception {
    try (var house = TestHouse.on(TestDatabase.shared())) {
      var clearing = new Clearing(house, browser);
      var byKeys = clearing.walk(ANSWERS, false);
      assertThat(byKeys).extracting(Took::kind).contains(Kind.values());
      assertThat(keys(byKeys, Kind.PLAIN)).allMatch(keys -> keys == KEYS_PLAIN);
      assertThat(keys(byKeys, Kind.AMBER)).allMatch(keys -> keys <= KEYS_AMBER_MOST);
      assertThat(keys(byKeys, Kind.MARK)).allMatch(keys -> keys <= KEYS_MARK_MOST);
      assertThat(keys(byKeys, Kind.UNDO)).allMatch(keys -> keys <= KEYS_UNDO_MOST);
      assertThat(Clearing.lastLine(byKeys))
          .matches(
              "clearing per_hour=\\d+ keys_median=\\d+ house_p50_ms=\\d+ house_p99_ms=\\d+"
                  + " reading_share=0\\.\\d\\d");
      var byTab = clearing.walk(ANSWERS, true);
      assertThat(byTab).extracting(Took::kind).contains(Kind.values());
      for (var kind : Kind.values()) {
        assertThat(sum(byTab, kind)).as(kind.shown).isGreaterThan(sum(byKeys, kind));
      }
      var database = house.database();
      assertThat(database.column("SELECT COUNT(*) FROM bridge.clearing WHERE state = 'queued'"))
          .containsExactly("0");
      assertThat(database.column("SELECT COUNT(*) FROM bridge.concern WHERE owner <> ''"))
          .as("each amber is somebody's")
          .containsExactly(
              String.valueOf(keys(byKeys, Kind.AMBER).size() + keys(byTab, Kind.AMBER).size()));
    }
  }

  @Test
  void a_persons_time_is_reading_and_decisions_and_keys() {
    var said = new Said("en", "none", "words", List.of(), List.of(), "");
    assertThat(
            Clearing.personS(new Took("id", said, Kind.PLAIN, 180, 2, 1, 2, 0, 0, List.of(100.0))))
        .isCloseTo(60 + 2 * 1.35 + 2 * 0.28, within(1e-6));
    assertThat(
            Clearing.personS(
                new Took("id", said, Kind.ENGLISH, 0, 102, 1, 0, 19, 100, List.of(100.0))))
        .as("nobody writes their own words as fast as they press keys")
        .isCloseTo(60 + 2 * 0.28, within(1e-6));
  }

  private static List<Integer> keys(List<Took> took, Kind kind) {
    return took.stream().filter(one -> one.kind() == kind).map(Took::keys).toList();
  }

  private static int sum(List<Took> took, Kind kind) {
    return keys(took, kind).stream().mapToInt(Integer::intValue).sum();
  }
}
