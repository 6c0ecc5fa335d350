package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.safeguarding.Clearing;
import org.hearback.safeguarding.Decision;
import org.hearback.safeguarding.Piece;
import org.hearback.safeguarding.Risk;

/**
 * The sample council's readers at work while nobody watches: they read what is in their languages,
 * by the same handler and on the same audit as the page, take the level of a flag for true, and
 * take out what the redactor does not know.
 */
@Singleton
@Requires(property = "hearback.tryout", value = "true")
final class SampleReaders {
  private final Sentences sentences = new Sentences(List.of("en", "ar"));
  private final Clearing clearing;
  private final StaffList staff;

  SampleReaders(Clearing clearing, StaffList staff) {
    this.clearing = clearing;
    this.staff = staff;
  }

  /**
   * Clears what waits, but for so many that nobody is worried about; gives how many were cleared.
   */
  int clear(int left) {
    return clear(queue -> {
      long calm = queue.stream().filter(SampleReaders::isCalm).count();
      // The queue begins with what is urgent.
      return queue.subList(0, queue.size() - (int) Math.min(left, calm));
    });
  }

  /** Clears what a visitor has left from the days before; gives how many were cleared. */
  int clearBefore(LocalDate today) {
    return clear(queue -> queue.stream().filter(item -> item.sentOn().isBefore(today)).toList());
  }

  private int clear(UnaryOperator<List<Clearing.Item>> which) {
    int cleared = 0;
    var reader = staff.bySignIn(Sample.NIGHT_READER).orElseThrow();
    for (var queue = clearing.queue(); ; queue = clearing.queue()) {
      int before = cleared;
      var mine =
          queue.stream().filter(item -> reader.languages().contains(item.language())).toList();
      for (var item : which.apply(mine)) {
        cleared += read(item, reader) ? 1 : 0;
      }
      if (cleared == before) {
        return cleared;
      }
    }
  }

  private static boolean isCalm(Clearing.Item item) {
    return Risk.of(item.level()).filter(Risk.NOBODY::equals).isPresent() && !item.read();
  }

  private boolean read(Clearing.Item item, Staff reader) {
    if (!item.read()) {
      var sheet = clearing.sheet(item.id());
      if (sheet.isEmpty()) {
        return false;
      }
      var risk = Risk.of(item.level()).orElse(Risk.NOBODY);
      var words = sheet.get().words();
      var decision =
          new Decision(
              risk, Map.<String, Set<Integer>>of(), left(words), english(item.language(), words));
      if (!cleared(item, reader, decision)) {
        return false;
      }
      if (risk == Risk.NOBODY) {
        return true;
      }
    }
    return clearing.closeConcern(
        item.id(), reader, "Rang the duty team, who know the family and visit today.");
  }

  /** Looks again at English that pointed to somebody, and is content with what is left. */
  private boolean cleared(Clearing.Item item, Staff reader, Decision decision) {
    return switch (clearing.clear(item.id(), reader, decision)) {
      case Clearing.Outcome.Done _ -> true;
      case Clearing.Outcome.TakenOut(var question, var left) -> {
        var english = new HashMap<>(decision.english());
        english.put(question, left.value());
        yield cleared(
            item, reader, new Decision(decision.risk(), decision.undo(), decision.take(), english));
      }
      default -> false;
    };
  }

  /** What was said in another language, by question; what a visitor wrote is left to visitors. */
  private Map<String, String> english(String language, Map<String, List<Piece>> words) {
    var english = new HashMap<String, String>();
    if (!language.equals("en")) {
      words.forEach((question, pieces) -> {
        var shown = pieces.stream().map(Piece::text).collect(Collectors.joining());
        var text = sentences.english(language, shown);
        if (!text.isEmpty()) {
          english.put(question, text);
        }
      });
    }
    return english;
  }

  /** What still points to somebody, by question. */
  private static Map<String, List<String>> left(Map<String, List<Piece>> words) {
    var take = new HashMap<String, List<String>>();
    words.forEach((question, pieces) -> {
      var stays =
          pieces.stream()
              .filter(piece -> !piece.taken())
              .map(Piece::text)
              .collect(Collectors.joining("\n"));
      take.put(question, Sentences.SCHOOLS.stream().filter(stays::contains).toList());
    });
    return take;
  }
}
