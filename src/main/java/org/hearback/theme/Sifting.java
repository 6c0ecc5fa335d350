package org.hearback.theme;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.hearback.theme.Sought.Choice;
import org.hearback.theme.Sought.Step;

/**
 * Some texts of one language, of which stored queries are asked. Where a word stands is one bit,
 * and so a phrase is looked for in 64 places at a time: Lucene, which is made for one query and
 * many texts, takes a hundred times as long for thousands of queries and some texts. For one
 * thread.
 */
final class Sifting {
  private final List<Cutter.Text> texts;
  private final Endings endings;
  private final Map<String, Strip> strips = new HashMap<>();
  // Texts of which a query was left to Lucene, each once.
  private final Map<Integer, IndexSearcher> alone = new HashMap<>();

  /**
   * @param reach of the sieve that reaches furthest
   */
  Sifting(Endings endings, List<Cutter.Text> texts, int reach) {
    this.endings = endings;
    this.texts = texts;
    for (var field : fields()) {
      strips.put(field, Strip.of(texts.stream().map(text -> text.in(field)).toList(), reach));
    }
  }

  private List<String> fields() {
    return List.of(Analysis.FOLDED, endings.field());
  }

  /** What is done with each hit. */
  interface Each {
    void at(String key, int text);
  }

  /** Each query of the sieve by itself, key by key. */
  void through(Sieve sieve, Each each) throws IOException {
    var asking = new Asking(sieve.choices());
    for (var key : sieve.keys()) {
      for (var query : key.queries()) {
        var found = asking.texts(query);
        for (int text = next(found, 0); text < texts.size(); text = next(found, text + 1)) {
          each.at(key.key(), text);
        }
      }
    }
  }

  private static int next(FixedBitSet found, int from) {
    return from < found.length() ? found.nextSetBit(from) : from;
  }

  /** The queries of one sieve. */
  private final class Asking {
    private final List<Choice> choices;
    // By choice; none where it was not asked for yet.
    private final long[][] bits;

    Asking(List<Choice> choices) {
      this.choices = choices;
      this.bits = new long[choices.size()][];
    }

    FixedBitSet texts(Sought sought) throws IOException {
      var found = new FixedBitSet(texts.size());
      find(sought, found);
      return found;
    }

    private void find(Sought sought, FixedBitSet found) throws IOException {
      switch (sought) {
        case Sought.Window window -> window(window.steps(), window.width(), found);
        case Sought.Beside two -> beside(two, found);
        case Sought.Any any -> {
          for (var part : any.parts()) {
            find(part, found);
          }
        }
        case Sought.All all -> found.or(all(all));
        case Sought.Everything _ -> found.set(0, texts.size());
        case Sought.Searched left -> {
          var first = texts(left.first());
          for (int text = next(first, 0); text < texts.size(); text = next(first, text + 1)) {
            if (searcher(text).count(left.query()) > 0) {
              found.set(text);
            }
          }
        }
      }
    }

    private FixedBitSet all(Sought.All all) throws IOException {
      var found = texts(all.parts().getFirst());
      for (var part : all.parts().subList(1, all.parts().size())) {
        if (found.scanIsEmpty()) {
          return found;
        }
        found.and(texts(part));
      }
      for (var part : all.not()) {
        if (found.scanIsEmpty()) {
          return found;
        }
        found.andNot(texts(part));
      }
      return found;
    }

    private long[] bits(int choice) {
      if (bits[choice] == null) {
        bits[choice] = strip(choice).bits(choices.get(choice));
      }
      return bits[choice];
    }

    private Strip strip(int choice) {
      return strips.get(choices.get(choice).field());
    }

    private void window(List<Step> steps, int width, FixedBitSet found) {
      var words = new long[steps.size()][];
      for (int at = 0; at < words.length; at++) {
        words[at] = bits(steps.get(at).choice());
        if (words[at].length == 0) {
          return;
        }
      }
      var strip = strip(steps.getFirst().choice());
      for (int at = 1; at < words[0].length - 1; at++) {
        long hits = -1;
        for (int one = 0; one < words.length && hits != 0; one++) {
          hits &= reached(words[one], at, steps.get(one).behind(), width);
        }
        if (hits != 0) {
          strip.texts(at, hits, found);
        }
      }
    }

    private void beside(Sought.Beside two, FixedBitSet found) {
      var one = bits(two.one());
      var other = bits(two.other());
      if (one.length == 0 || other.length == 0) {
        return;
      }
      var strip = strip(two.one());
      for (int at = 1; at < one.length - 1; at++) {
        if (one[at] != 0 && (other[at - 1] | other[at] | other[at + 1]) != 0) {
          long hits = 0;
          for (int by = 1; by <= two.reach(); by++) {
            hits |= other[at] << by | other[at - 1] >>> -by;
            hits |= other[at] >>> by | other[at + 1] << -by;
          }
          hits &= one[at];
          if (hits != 0) {
            strip.texts(at, hits, found);
          }
        }
      }
    }

    /** The places that are so many behind a word: from the first number on, as many as the next. */
    private static long reached(long[] words, int at, int from, int many) {
      long before = words[at - 1];
      long here = words[at];
      if ((before | here) == 0) {
        return 0;
      }
      long reached = 0;
      for (int by = from; by < from + many; by++) {
        reached |= by == 0 ? here : here << by | before >>> -by;
      }
      return reached;
    }
  }

  private IndexSearcher searcher(int text) {
    return alone.computeIfAbsent(text, this::inMemory);
  }

  private IndexSearcher inMemory(int text) {
    var memory = new MemoryIndex();
    for (var field : fields()) {
      memory.addField(field, texts.get(text).in(field).stream());
    }
    return memory.createSearcher();
  }
}
