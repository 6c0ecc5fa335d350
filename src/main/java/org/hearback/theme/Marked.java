package org.hearback.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.anonymity.Disclosure;

/**
 * The words of one language that mark some answers out from all others. A pure function of the
 * words.
 *
 * @param here how many answers of the language are marked out
 * @param there how many others there are
 * @param compared how many words were: all that answers enough have, on either side
 * @param words the clearest first
 */
record Marked(Endings language, int here, int there, int compared, List<Word> words) {
  /**
   * Fewer answers do not make a word one of a group. And a word of one answer alone may be a name
   * that everybody has missed.
   */
  static final int ANSWERS_LEAST = 3;

  // A form that one answer alone has is not shown for its word either.
  private static final int FORM_LEAST = 2;

  /** Which words are not looked at, as they are what was asked for. */
  interface LeftOut {
    boolean holds(Endings language, String root, String form);
  }

  /**
   * One word.
   *
   * @param form as most people wrote it
   */
  record Word(String form, Share here, Share there) {
    /** Words do not reach logs. */
    @Override
    public String toString() {
      return "Word[" + here + "]";
    }
  }

  private record Compared(Word word, double clear, double chance) {}

  Marked {
    words = List.copyOf(words);
  }

  /** Whether there are answers enough on both sides. */
  boolean possible() {
    return Math.min(here, there) >= Disclosure.BASE_MIN;
  }

  static Marked of(
      Endings language, Collection<Written> here, Collection<Written> there, LeftOut leftOut) {
    var words = new WordForms(language);
    var ours = Roots.of(words, language, here);
    var theirs = Roots.of(words, language, there);
    var none = new Marked(language, ours.answers(), theirs.answers(), 0, List.of());
    if (!none.possible()) {
      return none;
    }
    var keyness = new Keyness(none.here() + none.there());
    int looks = looks(language, ours, theirs, leftOut);
    var compared = new ArrayList<Compared>();
    ours.forms()
        .forEach((root, forms) -> {
          var form = shown(forms);
          int having = Roots.having(forms);
          if (having >= ANSWERS_LEAST
              && form.isPresent()
              && forms.keySet().stream().noneMatch(it -> leftOut.holds(language, root, it))) {
            var word =
                new Word(
                    form.get(),
                    new Share(having, ours.answers()),
                    new Share(theirs.having(root), theirs.answers()));
            compared.add(
                new Compared(
                    word,
                    Keyness.g2(word.here(), word.there()),
                    keyness.chance(word.here(), word.there())));
          }
        });
    compared.sort(Comparator.comparingDouble(Compared::chance));
    int named =
        ManyLooks.benjaminiHochberg(
            looks, compared.stream().mapToDouble(Compared::chance).toArray());
    return new Marked(
        language,
        ours.answers(),
        theirs.answers(),
        looks,
        compared.subList(0, named).stream()
            .sorted(
                Comparator.comparingDouble(Compared::clear)
                    .reversed()
                    .thenComparing(it -> it.word().form()))
            .map(Compared::word)
            .toList());
  }

  /**
   * How many words there are that could have been named: those that answers enough have, on
   * whichever side. A rare word that just happens to be on the other side was looked at too.
   */
  private static int looks(Endings language, Roots ours, Roots theirs, LeftOut leftOut) {
    var roots = new HashSet<>(ours.forms().keySet());
    roots.addAll(theirs.forms().keySet());
    return (int)
        roots.stream()
            .filter(root -> ours.having(root) + theirs.having(root) >= ANSWERS_LEAST)
            .filter(root ->
                Stream.of(ours, theirs)
                    .flatMap(side -> side.forms(root).keySet().stream())
                    .noneMatch(form -> leftOut.holds(language, root, form)))
            .count();
  }

  /** The spelling that most answers have, capitals apart; none that one answer alone has. */
  private static Optional<String> shown(Map<String, Set<Integer>> forms) {
    var alike = new HashMap<String, Set<Integer>>();
    forms.forEach((form, answers) ->
        alike.computeIfAbsent(form.toLowerCase(Locale.ROOT), _ -> new HashSet<>()).addAll(answers));
    return alike.entrySet().stream()
        .filter(it -> it.getValue().size() >= FORM_LEAST)
        .max(most())
        .flatMap(best ->
            forms.entrySet().stream()
                .filter(it -> it.getKey().toLowerCase(Locale.ROOT).equals(best.getKey()))
                .max(most()))
        .map(Map.Entry::getKey);
  }

  private static Comparator<Map.Entry<String, Set<Integer>>> most() {
    return Comparator.comparingInt((Map.Entry<String, Set<Integer>> it) -> it.getValue().size())
        .thenComparing(Map.Entry::getKey);
  }

  /** Which answers write which word in which form. */
  private record Roots(int answers, Map<String, Map<String, Set<Integer>>> forms) {
    static Roots of(WordForms words, Endings language, Collection<Written> comments) {
      var answers = new HashSet<Integer>();
      var all = new HashMap<String, Map<String, Set<Integer>>>();
      for (var comment : comments) {
        if (comment.language() == language) {
          answers.add(comment.answer());
          words
              .of(comment.words())
              .forEach((root, forms) ->
                  forms.forEach(form ->
                      all.computeIfAbsent(root, _ -> new HashMap<>())
                          .computeIfAbsent(form, _ -> new HashSet<>())
                          .add(comment.answer())));
        }
      }
      return new Roots(answers.size(), all);
    }

    Map<String, Set<Integer>> forms(String root) {
      return forms.getOrDefault(root, Map.of());
    }

    int having(String root) {
      return having(forms(root));
    }

    static int having(Map<String, Set<Integer>> forms) {
      return forms.values().stream().flatMap(Set::stream).collect(Collectors.toSet()).size();
    }
  }
}
