package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.hearback.access.Staff;

/**
 * The words that mark out the answers that a search finds from all others that the asker may see.
 * An answer that is found by any of its comments is found, with the words of all of them: what it
 * says elsewhere is not what others say. One that is found by its meaning alone stands on neither
 * side: it holds none of the words, and is not what others say either. What was reported is left
 * out before anything is counted that could be shown. Safe for any thread.
 */
@Singleton
final class MarkingWords {
  // Comments that are looked at on each side, or hardly more, so that it takes no longer than a
  // second or two. More answers would hardly change which words are clear.
  static final int HERE_MOST = 4_000;
  static final int THERE_MOST = 8_000;

  private static final int ASKED_AT_ONCE = 1_000;

  private static final Set<String> STORED =
      Set.of(
          CommentDocument.ID,
          CommentDocument.LANGUAGE,
          CommentDocument.WORDS,
          CommentDocument.RENDERED);

  private final CommentIndex index;
  private final Keys keys;
  private final Reports reports;
  private final Meaning meaning;

  MarkingWords(CommentIndex index, Keys keys, Reports reports, Meaning meaning) {
    this.index = index;
    this.keys = keys;
    this.reports = reports;
    this.meaning = meaning;
  }

  /**
   * What was compared, and what came of it.
   *
   * @param here how many comments were found
   * @param there how many there are of answers of which none was found
   * @param meant how many are found by their meaning alone
   * @param languages English always; others where there are answers enough
   */
  record Outcome(
      int here, Answered found, int there, Answered others, int meant, List<Marked> languages) {}

  /**
   * Answers of one side.
   *
   * @param read how many of them were looked at, spread evenly over all
   */
  record Answered(int all, int read) {}

  /** One side before words are counted. */
  private record Read(int comments, Answered answers, List<Written> words) {}

  private record Both(int found, int meant, Read here, Read there) {}

  /**
   * @param words as typed
   * @throws IndexNotReady while no index has been built
   */
  Outcome of(String words, Filter filter, Staff staff) {
    var asked = Asked.words(words, keys);
    var known = index.knows(meaning) ? meaning : Meaning.NONE;
    UnaryOperator<Query> within = query -> Asked.all(query, filter, staff.areas());
    var both =
        index.read((searcher, facets) -> {
          var answers = facets.answers(searcher.getIndexReader());
          var found = FoundBits.of(searcher, within.apply(asked));
          var meant = new FixedBitSet(found.length());
          Nearest.to(words, keys, known, searcher, within).documents().forEach(meant::set);
          meant.andNot(found);
          var seen = FoundBits.of(searcher, Asked.within(Filter.none(), staff.areas()));
          var here = answers.of(found);
          var there = answers.of(seen);
          there.andNot(here);
          there.andNot(answers.of(meant));
          return new Both(
              found.cardinality(),
              meant.cardinality(),
              read(searcher, answers, seen, here, HERE_MOST),
              read(searcher, answers, seen, there, THERE_MOST));
        });
    var ours = shown(both.here().words());
    var leftOut = AskedFor.of(asked);
    var languages = new ArrayList<Marked>();
    for (var language : Endings.ALL) {
      var marked = Marked.of(language, ours, both.there().words(), leftOut);
      if (language == Endings.ENGLISH || marked.possible()) {
        languages.add(marked);
      }
    }
    return new Outcome(
        both.found(),
        both.here().answers(),
        both.there().comments(),
        both.there().answers(),
        both.meant(),
        languages);
  }

  /**
   * What answers say in all of their comments.
   *
   * @param seen all comments that the asker may see
   * @param most how many comments are read of them
   */
  private static Read read(
      IndexSearcher searcher, Answers answers, FixedBitSet seen, FixedBitSet side, int most)
      throws IOException {
    var all = answers.within(seen, side);
    int comments = all.cardinality();
    int many = side.cardinality();
    // As many whole answers as have about so many comments.
    var some = comments <= most ? side : some(side, (int) ((long) many * most / comments));
    var chosen = some == side ? all : answers.within(seen, some);
    return new Read(
        comments, new Answered(many, some.cardinality()), written(searcher, answers, chosen));
  }

  /** Those that nobody has hidden or changed since the index was asked. */
  private List<Written> shown(List<Written> comments) {
    var said = new HashMap<UUID, List<String>>();
    comments.forEach(
        it -> said.computeIfAbsent(it.comment(), _ -> new ArrayList<>()).add(it.words()));
    var ids = List.copyOf(said.keySet());
    var changed = new HashSet<UUID>();
    for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
      var some = new HashMap<UUID, List<String>>();
      ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE))
          .forEach(id -> some.put(id, said.get(id)));
      changed.addAll(reports.changedOf(some));
    }
    return comments.stream().filter(it -> !changed.contains(it.comment())).toList();
  }

  /** At most so many, spread evenly, and the same ones each time. */
  static FixedBitSet some(FixedBitSet found, int most) {
    long all = found.cardinality();
    if (all <= most) {
      return found;
    }
    var some = new FixedBitSet(found.length());
    long place = 0;
    for (int one = found.nextSetBit(0); one < found.length(); one = next(found, one)) {
      if (place * most / all != (place + 1) * most / all) {
        some.set(one);
      }
      place++;
    }
    return some;
  }

  private static int next(FixedBitSet bits, int after) {
    return after + 1 < bits.length() ? bits.nextSetBit(after + 1) : bits.length();
  }

  private static List<Written> written(
      IndexSearcher searcher, Answers answers, FixedBitSet comments) throws IOException {
    var written = new ArrayList<Written>();
    var stored = searcher.storedFields();
    answers.each(
        comments,
        (document, answer) -> {
          var found = stored.document(document, STORED);
          var id = UUID.fromString(found.get(CommentDocument.ID));
          var words = found.get(CommentDocument.WORDS);
          var own =
              words.isBlank()
                  ? Optional.<Endings>empty()
                  : Script.endings(found.get(CommentDocument.LANGUAGE), words);
          own.ifPresent(language -> written.add(new Written(id, answer, language, words)));
          var english = found.get(CommentDocument.RENDERED);
          if (english != null && own.filter(Endings.ENGLISH::equals).isEmpty()) {
            written.add(new Written(id, answer, Endings.ENGLISH, english));
          }
        });
    return written;
  }
}
