package org.hearback.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one person's answers say about the core items. Pure. */
public final class CoreItems {
  private CoreItems() {}

  /**
   * An item counts once a response, with its least good answer, however many questions feed it. An
   * item of which nothing was said is left out.
   */
  public static Map<CoreItem, Standing> of(Form form, Answers answers) {
    var standings = new EnumMap<CoreItem, Standing>(CoreItem.class);
    for (var question : form.questions()) {
      question
          .item()
          .ifPresent(item ->
              leastGood(question, answers)
                  .ifPresent(said -> standings.merge(item, said, CoreItems::worse)));
    }
    return Map.copyOf(standings);
  }

  /**
   * Those that each of these forms asks about, with the same standings to choose from: which of
   * them were answered, and how, is compatible with every one of the forms.
   */
  public static Set<CoreItem> shared(Collection<Form> forms) {
    return forms.stream()
        .map(CoreItems::offered)
        .reduce((some, others) -> {
          var both = new EnumMap<>(some);
          both.entrySet().retainAll(others.entrySet());
          return both;
        })
        .map(shared -> Set.copyOf(shared.keySet()))
        .orElse(Set.of());
  }

  private static Map<CoreItem, Set<Standing>> offered(Form form) {
    var offered = new EnumMap<CoreItem, Set<Standing>>(CoreItem.class);
    for (var question : form.questions()) {
      question
          .item()
          .ifPresent(item ->
              question.options().stream()
                  .map(Option::standing)
                  .filter(standing -> standing != Standing.NONE)
                  .forEach(standing ->
                      offered
                          .computeIfAbsent(item, _ -> EnumSet.noneOf(Standing.class))
                          .add(standing)));
    }
    return offered;
  }

  private static Optional<Standing> leastGood(Question question, Answers answers) {
    if (!(answers.to(question.key()).orElse(null) instanceof Answer.Ticks(var ticked))) {
      return Optional.empty();
    }
    return question.options().stream()
        .filter(option -> ticked.contains(option.key()))
        .map(Option::standing)
        .filter(standing -> standing != Standing.NONE)
        .max(Comparator.naturalOrder());
  }

  /** {@link Standing} goes from good to poor. */
  private static Standing worse(Standing one, Standing other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
