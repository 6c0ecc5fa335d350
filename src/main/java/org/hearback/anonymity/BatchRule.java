package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which answers leave the bridge together. A batch has one label, and the answers of at
 * least {@link LabelRule#FEWEST} different people stand behind it. Whoever holds old copies of the
 * database and its log knows who has sent, and which envelopes went in a batch; if the responses of
 * a batch differed in their labels, or one person had sent most of them, that would be enough to
 * tell who said what. They also know which envelope a person has read, and which response has
 * words: so those with words and those without leave in batches of their own.
 *
 * <p>An answer leaves with the finest label that it may have as soon as enough others wait with the
 * same one. When it has waited too long it gets the next coarser label that enough others can
 * share, and no more of these are taken with it than it needs. What has waited twice as long and
 * finds nobody, as when its year is over, gets one without its time. Pure but for the order, which
 * is chance.
 */
public final class BatchRule {
  /** An answer that was sent so many days ago is not kept any longer for the sake of its label. */
  public static final int PATIENCE_DAYS = 28;

  /** After so many days it is not kept for the sake of its time either. */
  public static final int STRANDED_DAYS = 56;

  private BatchRule() {}

  /** How long an answer has waited. */
  public enum Patience {
    FRESH,
    LATE,
    STRANDED;

    /** By the days since it was sent. */
    public static Patience after(long days) {
      if (days >= STRANDED_DAYS) {
        return STRANDED;
      }
      return days >= PATIENCE_DAYS ? LATE : FRESH;
    }
  }

  /**
   * An answer that could leave.
   *
   * @param person who was asked; empty where that is forgotten: it may have been anybody, also the
   *     one behind another answer, so such an answer counts for nobody. Of an open link, whose
   *     sender nobody ever knew, something that is not the same twice
   * @param labels those that it may get, the finest first
   * @param last the one that it may get if it or another is stranded; an answer without any waits
   * @param withWords whether its response will have a comment
   */
  public record Waiting<K>(
      K answer,
      String person,
      List<Label> labels,
      Optional<Label> last,
      Patience patience,
      boolean withWords) {
    public Waiting {
      labels = List.copyOf(labels);
    }

    boolean isLate() {
      return patience != Patience.FRESH;
    }

    boolean isStranded() {
      return patience == Patience.STRANDED;
    }

    Optional<Label> coarsest() {
      return labels.isEmpty() ? Optional.empty() : Optional.of(labels.getLast());
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
    Collections.shuffle(left, java.util.Random.from(random));
    var batches = new ArrayList<Batch<K>>();
    left.stream()
        .collect(Collectors.partitioningBy(Waiting::withWords))
        .values()
        .forEach(alike -> draw(new ArrayList<>(alike), most, batches));
    return batches;
  }

  private static <K> void draw(List<Waiting<K>> left, int most, List<Batch<K>> batches) {
    var finest = new LinkedHashMap<Label, List<Waiting<K>>>();
    left.stream()
        .filter(answer -> !answer.labels().isEmpty())
        .forEach(answer ->
            finest.computeIfAbsent(answer.labels().getFirst(), _ -> new ArrayList<>()).add(answer));
    finest.forEach((label, together) -> cut(label, together, most, left, batches));
    int coarsest = left.stream().mapToInt(answer -> answer.labels().size()).max().orElse(0);
    for (int step = 0; step < coarsest; step++) {
      for (var label : labelsOfLate(left, step)) {
        all(label, it -> it.labels().contains(label), Waiting::isLate, most, left, batches);
      }
    }
    for (var label : lastLabels(left)) {
      var last = Optional.of(label);
      all(label, it -> it.last().equals(last), Waiting::isStranded, most, left, batches);
    }
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
        .filter(answer -> answer.isLate() && !answer.labels().isEmpty())
        .map(answer -> answer.labels().get(Math.min(step, answer.labels().size() - 1)))
        .distinct()
        .toList();
  }

  private static <K> List<Label> lastLabels(List<Waiting<K>> left) {
    return left.stream()
        .filter(Waiting::isStranded)
        .flatMap(answer -> answer.last().stream())
        .distinct()
        .toList();
  }

  /** Batches of those that press and whoever else they need, as long as there is one. */
  private static <K> void all(
      Label label,
      Predicate<Waiting<K>> fits,
      Predicate<Waiting<K>> presses,
      int most,
      List<Waiting<K>> left,
      List<Batch<K>> batches) {
    boolean more = true;
    while (more) {
      var chosen = chosen(left.stream().filter(fits).toList(), presses, most);
      more = !chosen.isEmpty();
      if (more) {
        take(label, chosen, left, batches);
      }
    }
  }

  /**
   * All that press, and of the others no more than are needed; nothing where they are too few.
   * Those come first that have the least chance of another label: they share the coarsest with one
   * that presses or have none, and then those that have waited longer.
   */
  private static <K> List<Waiting<K>> chosen(
      List<Waiting<K>> fitting, Predicate<Waiting<K>> presses, int most) {
    var pressing = fitting.stream().filter(presses).toList();
    var coarsest = pressing.stream().map(Waiting::coarsest).collect(Collectors.toSet());
    var inTurn =
        Stream.concat(
            pressing.stream(),
            fitting.stream()
                .filter(presses.negate())
                .sorted(
                    Comparator.<Waiting<K>, Boolean>comparing(answer ->
                            answer.labels().isEmpty() || coarsest.contains(answer.coarsest()))
                        .thenComparing(Waiting::patience)
                        .reversed()));
    var chosen = new LinkedHashSet<Waiting<K>>();
    var people = new HashSet<String>();
    inTurn
        .filter(answer -> isMore(answer, people))
        .forEach(answer -> {
          boolean wanted = presses.test(answer) || people.size() < LabelRule.FEWEST;
          if (wanted && chosen.size() < most && people.add(answer.person())) {
            chosen.add(answer);
          }
        });
    // The rest of what presses adds nobody, and must not take the room of those who are needed.
    pressing.stream().filter(_ -> chosen.size() < most).forEach(chosen::add);
    return pressing.isEmpty() || people.size() < LabelRule.FEWEST ? List.of() : List.copyOf(chosen);
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
