package org.hearback.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.hearback.theme.Sought.Choice;
import org.hearback.theme.Sought.Step;

/**
 * Reads queries of the theme book as what they ask of a text. What it does not know it leaves to
 * Lucene. For one thread.
 */
final class SoughtReader {
  /** Further apart than this nothing is looked for here: a shift of one long. */
  static final int REACH_MOST = 63;

  private final Map<Choice, Integer> choices = new LinkedHashMap<>();
  private int reach = 1;

  /** All choices of what was read, by number. */
  List<Choice> choices() {
    return List.copyOf(choices.keySet());
  }

  /** Over how many places a hit may stretch. */
  int reach() {
    return reach;
  }

  Sought read(Query query) {
    return switch (query) {
      case TermQuery word -> said(Stream.of(word.getTerm()));
      case SynonymQuery readings -> said(readings.getTerms().stream());
      case PrefixQuery beginning -> beginning(beginning.getPrefix());
      case PhraseQuery phrase ->
          phrase(
              phrase,
              Arrays.stream(phrase.getTerms()).map(Stream::of).map(this::choice).toList(),
              phrase.getPositions(),
              phrase.getSlop());
      case MultiPhraseQuery phrase ->
          phrase(
              phrase,
              Arrays.stream(phrase.getTermArrays()).map(Arrays::stream).map(this::choice).toList(),
              phrase.getPositions(),
              phrase.getSlop());
      case NearQuery near -> near(near);
      case BoostQuery weighed -> read(weighed.getQuery());
      case BooleanQuery all -> all(all);
      case MatchAllDocsQuery _ -> new Sought.Everything();
      case MatchNoDocsQuery _ -> Sought.NOTHING;
      default -> new Sought.Searched(query, new Sought.Everything());
    };
  }

  private Sought said(Stream<Term> words) {
    return new Sought.Window(List.of(new Step(number(choice(words)), 0)), 1);
  }

  private Sought beginning(Term term) {
    var choice = new Choice(term.field(), Set.of(), Set.of(term.text()));
    return new Sought.Window(List.of(new Step(number(choice), 0)), 1);
  }

  private Choice choice(Stream<Term> words) {
    var all = words.toList();
    return new Choice(
        all.getFirst().field(),
        all.stream().map(Term::text).collect(Collectors.toUnmodifiableSet()),
        Set.of());
  }

  private int number(Choice choice) {
    return choices.computeIfAbsent(choice, _ -> choices.size());
  }

  /**
   * In a sloppy phrase the words, each moved to where the phrase wants it, are within so many
   * places. Of one with the same word twice Lucene asks more.
   */
  private Sought phrase(Query phrase, List<Choice> words, int[] positions, int slop) {
    int last = Arrays.stream(positions).max().orElse(0);
    int least = Arrays.stream(positions).min().orElse(0);
    if (last - least + slop >= REACH_MOST || slop > 0 && !areDifferent(words)) {
      return searched(phrase, words.stream().map(this::number).toList());
    }
    return window(
        IntStream.range(0, words.size())
            .mapToObj(at -> new Step(number(words.get(at)), last - positions[at]))
            .toList(),
        slop + 1,
        last - least);
  }

  private Sought window(List<Step> steps, int width, int longest) {
    reach = Math.max(reach, width + longest);
    return new Sought.Window(steps, width);
  }

  /** Of a text that has a word for each place. */
  private static Sought searched(Query query, List<Integer> words) {
    var all =
        words.stream()
            .distinct()
            .<Sought>map(word -> new Sought.Window(List.of(new Step(word, 0)), 1))
            .toList();
    return new Sought.Searched(query, new Sought.All(all, List.of()));
  }

  private static boolean areDifferent(List<Choice> words) {
    var all = new HashSet<String>();
    return words.stream().flatMap(choice -> choice.words().stream()).allMatch(all::add);
  }

  private Sought near(NearQuery near) {
    var words =
        near.words().stream()
            .map(place -> new Choice(near.field(), place, Set.of()))
            .map(this::number)
            .toList();
    int width = words.size() + near.gap();
    // Of the same choice more than twice Lucene wants as many words.
    boolean again = words.size() > 2 && Set.copyOf(words).size() < words.size();
    if (!near.isOfWords() || again || width >= REACH_MOST) {
      return searched(near, words);
    }
    if (near.gap() == 0) {
      int last = words.size() - 1;
      return window(
          IntStream.rangeClosed(0, last)
              .mapToObj(at -> new Step(words.get(at), last - at))
              .toList(),
          1,
          last);
    }
    if (words.size() == 2) {
      reach = Math.max(reach, width);
      return new Sought.Beside(words.getFirst(), words.getLast(), near.gap() + 1);
    }
    return window(words.stream().map(word -> new Step(word, 0)).toList(), width, 0);
  }

  private Sought all(BooleanQuery query) {
    var all = new ArrayList<Sought>();
    var any = new ArrayList<Sought>();
    var not = new ArrayList<Sought>();
    for (var clause : query.clauses()) {
      switch (clause.occur()) {
        case MUST, FILTER -> all.add(read(clause.query()));
        case SHOULD -> any.add(read(clause.query()));
        case MUST_NOT -> not.add(read(clause.query()));
      }
    }
    int least = query.getMinimumNumberShouldMatch();
    if (least > 1) {
      return new Sought.Searched(query, new Sought.Everything());
    }
    if (all.isEmpty() || least == 1) {
      all.add(new Sought.Any(List.copyOf(any)));
    }
    return all.size() == 1 && not.isEmpty()
        ? all.getFirst()
        : new Sought.All(List.copyOf(all), List.copyOf(not));
  }
}
