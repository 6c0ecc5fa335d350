package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.hearback.access.Staff;

/**
 * The words that mark out what a search finds from everything else that the asker may see. What was
 * reported is left out before anything is counted that could be shown. Safe for any thread.
 */
@Singleton
final class MarkingWords {
  // What is looked at on each side, so that it takes no more than a second or two. More answers
  // would hardly change which words are clear.
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

  MarkingWords(CommentIndex index, Keys keys, Reports reports) {
    this.index = index;
    this.keys = keys;
    this.reports = reports;
  }

  /**
   * What was compared, and what came of it.
   *
   * @param here how many comments were found
   * @param hereRead how many of them were looked at, spread evenly over all
   * @param there how many others the asker may see
   * @param thereRead how many of them were looked at
   * @param languages English always; others where there are answers enough
   */
  record Outcome(int here, int hereRead, int there, int thereRead, List<Marked> languages) {}

  private record Read(
      int here,
      int there,
      List<Written> ours,
      List<Written> theirs,
      int oursRead,
      int theirsRead) {}

  /**
   * @param words as typed
   * @throws IndexNotReady while no index has been built
   */
  Outcome of(String words, Filter filter, Staff staff) {
    var asked = Asked.words(words, keys);
    var read =
        index.read((searcher, _) -> {
          var here = Postings.found(searcher, Asked.all(asked, filter, staff.areas()));
          var there = Postings.found(searcher, Asked.within(Filter.none(), staff.areas()));
          there.andNot(here);
          var ours = some(here, HERE_MOST);
          var theirs = some(there, THERE_MOST);
          return new Read(
              here.cardinality(),
              there.cardinality(),
              written(searcher, ours),
              written(searcher, theirs),
              ours.cardinality(),
              theirs.cardinality());
        });
    var ours = shown(read.ours());
    var leftOut = AskedFor.of(asked);
    var languages = new ArrayList<Marked>();
    for (var language : Endings.ALL) {
      var marked = Marked.of(language, ours, read.theirs(), leftOut);
      if (language == Endings.ENGLISH || marked.possible()) {
        languages.add(marked);
      }
    }
    return new Outcome(read.here(), read.oursRead(), read.there(), read.theirsRead(), languages);
  }

  /** Those that nobody has hidden since the index was asked. */
  private List<Written> shown(List<Written> comments) {
    var ids = comments.stream().map(Written::comment).distinct().toList();
    var hidden = new HashSet<UUID>();
    for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
      hidden.addAll(
          reports.hiddenOf(ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE))));
    }
    return comments.stream().filter(it -> !hidden.contains(it.comment())).toList();
  }

  /** At most so many, spread evenly, and the same ones each time. */
  static FixedBitSet some(FixedBitSet found, int most) {
    long all = found.cardinality();
    if (all <= most) {
      return found;
    }
    var some = new FixedBitSet(found.length());
    long place = 0;
    for (int document = found.nextSetBit(0);
        document < found.length();
        document = next(found, document)) {
      if (place * most / all != (place + 1) * most / all) {
        some.set(document);
      }
      place++;
    }
    return some;
  }

  private static int next(FixedBitSet bits, int after) {
    return after + 1 < bits.length() ? bits.nextSetBit(after + 1) : bits.length();
  }

  private static List<Written> written(IndexSearcher searcher, FixedBitSet documents)
      throws IOException {
    var written = new ArrayList<Written>();
    var responses =
        MultiDocValues.getSortedValues(searcher.getIndexReader(), CommentDocument.RESPONSE);
    if (responses == null) {
      return written; // nothing is indexed yet
    }
    var stored = searcher.storedFields();
    for (int document = responses.nextDoc();
        document < documents.length();
        document = responses.nextDoc()) {
      if (documents.get(document)) {
        var found = stored.document(document, STORED);
        int answer = responses.ordValue();
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
      }
    }
    return written;
  }
}
