package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Decides which answers leave the bridge together. A batch has one label, and the answers of at
 * least {@link LabelRule#FEWEST} different people stand behind it. Whoever holds old copies of the
 * database and its log knows who has sent, and which envelopes went in a batch; if the responses of
 * a batch differed in their labels, or one person had sent most of them, that would be enough to
 * tell who said what.
 *
 * <p>An answer leaves with the finest label that it may have as soon as enough others wait with the
 * same one. When it has waited too long it gets the next coarser label that enough others can
 * share, and no more of these are taken with it than it needs. Pure but for the order, which is
 * chance.
 */
public final class BatchRule {
  /** An answer that was sent so many days ago is not kept any longer for the sake of its label. */
  public static final int PATIENCE_DAYS = 28;

  private BatchRule() {}

  /**
   * An answer that could leave.
   *
   * @param person who was asked; empty where that is forgotten: it may have been anybody, also the
   *     one behind another answer, so such an answer counts for nobody. Of an open link, whose
   *     sender nobody ever knew, something that is not the same twice
   * @param labels those that it may get, the finest first; an answer without one waits
   * @param late whether it has waited too long
   */
  public record Waiting<K>(K answer, String person, List<Label> labels, boolean late) {
    public Waiting {
      labels = List.copyOf(labels);
    }

    @Override
    public String toString() {
      return "Waiting[hidden]";
    }
  }

  /** Answers that leave together under one label. */
  public record Batch<K>(Label label, List<K> answers) {
    public Batch {
      answers = List.copyOf(answers);
    }
  }

  /**
   * The batches that can leave now; whatever is in none waits.
   *
   * @param most how many answers fit into one
   */
  public static <K> List<Batch<K>> draw(
      Collection<Waiting<K>> waiting, int most, RandomGenerator random) {
    var left = new ArrayList<>(waiting);
    left.removeIf(answer -> answer.labels().isEmpty());
    Collections.shuffle(left, java.util.Random.from(random));
    var batches = new ArrayList<Batch<K>>();
    var finest = new LinkedHashMap<Label, List<Waiting<K>>>();
    left.forEach(answer ->
        finest.computeIfAbsent(answer.labels().getFirst(), _ -> new ArrayList<>()).add(answer));
    finest.forEach((label, together) -> cut(label, together, most, left, batches));
    int coarsest = left.stream().mapToInt(answer -> answer.labels().size()).max().orElse(0);
    for (int step = 0; step < coarsest; step++) {
      for (var label : labelsOfLate(left, step)) {
        boolean more = true;
        while (more) {
          more = coarse(label, most, left, batches);
        }
      }
    }
    return batches;
  }

  /** As many whole batches as there are people for. */
  private static <K> void cut(
      Label label,
      List<Waiting<K>> together,
      int most,
      List<Waiting<K>> left,
      List<Batch<K>> batches) {
    for (int from = 0; from < together.size(); from += most) {
      var part = together.subList(from, Math.min(together.size(), from + most));
      if (people(part) >= LabelRule.FEWEST) {
        take(label, part, left, batches);
      }
    }
  }

  private static <K> List<Label> labelsOfLate(List<Waiting<K>> left, int step) {
    return left.stream()
        .filter(Waiting::late)
        .map(answer -> answer.labels().get(Math.min(step, answer.labels().size() - 1)))
        .distinct()
        .toList();
  }

  /** All that are late, and of the others no more than are needed; whether that made a batch. */
  private static <K> boolean coarse(
      Label label, int most, List<Waiting<K>> left, List<Batch<K>> batches) {
    var fitting = left.stream().filter(answer -> answer.labels().contains(label)).toList();
    var chosen = new LinkedHashSet<Waiting<K>>();
    var people = new HashSet<String>();
    for (boolean now : List.of(true, false)) {
      for (var answer : fitting) {
        boolean wanted = now || people.size() < LabelRule.FEWEST;
        if (answer.late() == now && wanted && chosen.size() < most && isMore(answer, people)) {
          chosen.add(answer);
          people.add(answer.person());
        }
      }
    }
    // The rest of what is late adds nobody, and must not take the room of those who are needed.
    fitting.stream().filter(answer -> answer.late() && chosen.size() < most).forEach(chosen::add);
    boolean late = chosen.stream().anyMatch(Waiting::late);
    if (!late || people.size() < LabelRule.FEWEST) {
      return false;
    }
    take(label, List.copyOf(chosen), left, batches);
    return true;
  }

  private static <K> void take(
      Label label, List<Waiting<K>> part, List<Waiting<K>> left, List<Batch<K>> batches) {
    batches.add(new Batch<>(label, part.stream().map(Waiting::answer).toList()));
    left.removeAll(List.copyOf(part));
  }

  private static <K> int people(List<Waiting<K>> answers) {
    var people = new HashSet<String>();
    answers.stream()
        .filter(answer -> isMore(answer, people))
        .forEach(it -> people.add(it.person()));
    return people.size();
  }

  /** Whether it is somebody's who is surely none of these. */
  private static boolean isMore(Waiting<?> answer, Set<String> people) {
    return !answer.person().isEmpty() && !people.contains(answer.person());
  }
}
