package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.hearback.access.Staff;

/**
 * Finds comments in the reading room. It reads the index alone, through searchers that are kept
 * open, and sees only whole batches. Safe for any thread.
 */
@Singleton
public final class Search {
  public static final int PAGE_LENGTH = 20;

  private final CommentIndex index;
  private final Keys keys;
  private final Meaning meaning;

  Search(CommentIndex index, Keys keys, Meaning meaning) {
    this.index = index;
    this.keys = keys;
    this.meaning = meaning;
  }

  /**
   * Comments that hold all of the words, and those that mean something like them. Where none holds
   * them all: with what is misspelt put right, and then those that hold some of them, the nearest
   * first. Words with signs ({@code "..." | - *}) are taken as they are and not by their meaning.
   *
   * @param words as typed; any text is allowed, none asks for all comments
   * @param staff who asks: the areas they may see are part of the query
   * @param page counts from 1; one that is not there becomes the nearest that is
   * @throws RuntimeException when there is no index yet
   */
  public Found search(String words, Filter filter, Order order, Staff staff, int page) {
    return index.read((searcher, facets) ->
        new Look(searcher, facets, filter, staff, order, page).find(words, keys, known()));
  }

  /**
   * How many comments hold all of the words as they were typed: nothing is put right, and none
   * stands for another.
   *
   * @throws RuntimeException when there is no index yet
   */
  int count(String words, Filter filter, Staff staff) {
    return index.read((searcher, _) ->
        searcher.count(Asked.all(Asked.words(words, keys), filter, staff.areas())));
  }

  /**
   * Comments like one that the asker may see, without it; none where it is not there any more.
   *
   * @param comment its id
   */
  Found alike(UUID comment, Filter filter, Order order, Staff staff, int page) {
    return index.read((searcher, facets) ->
        new Look(searcher, facets, filter, staff, order, page).alike(comment));
  }

  /** How many of the comments that the asker may see belong to each theme. */
  Map<String, Integer> themes(Staff staff) {
    return counts("", Filter.none(), staff, CommentDocument.THEME);
  }

  /**
   * How many comments hold all of the words as they were typed, by the values of one part of the
   * label; no page is made for it.
   */
  Map<String, Integer> counts(String words, Filter filter, Staff staff, String part) {
    return index.read((searcher, facets) ->
        new Look(searcher, facets, filter, staff, Order.NEWEST, 1)
            .counts(Asked.words(words, keys), List.of(part))
            .get(part));
  }

  /** How many comments that the asker may see say a theme which way, where a person said so. */
  Map<Side, Integer> sides(String theme, Staff staff) {
    return index.read((searcher, _) -> {
      var sides = new EnumMap<Side, Integer>(Side.class);
      for (var side : Side.values()) {
        var said = new Term(CommentDocument.SIDE, CommentDocument.side(theme, side));
        var all = Asked.all(new TermQuery(said), Filter.none(), staff.areas());
        sides.put(side, searcher.count(all));
      }
      return sides;
    });
  }

  /** How far what is searched can be searched by its meaning. */
  Reach reach() {
    if (known().isThere()) {
      return Reach.MEANING;
    }
    return meaning.isThere() ? Reach.MEANING_SOON : Reach.WORDS;
  }

  /** None while the index holds nothing that could be compared: the model is not asked in vain. */
  private Meaning known() {
    return index.knows(meaning) ? meaning : Meaning.NONE;
  }

  /** What comments are found by. */
  enum Reach {
    /** There is no model. */
    WORDS,
    /** They are still being read. */
    MEANING_SOON,
    MEANING
  }

  /** What it would do to the comments of today to change a theme. */
  ThemeChange change(Theme before, Theme after, Staff staff) {
    var now = Asked.found(before);
    var then = Asked.found(after);
    return index.read((searcher, facets) -> {
      var look = new Look(searcher, facets, Filter.none(), staff, Order.NEWEST, 1);
      var adds = without(then, now);
      var loses = without(now, then);
      return new ThemeChange(
          searcher.count(look.within(now)),
          searcher.count(look.within(adds)),
          searcher.count(look.within(loses)),
          look.some(adds),
          look.some(loses));
    });
  }

  private static Query without(Query these, Query those) {
    return new BooleanQuery.Builder()
        .add(these, BooleanClause.Occur.MUST)
        .add(those, BooleanClause.Occur.MUST_NOT)
        .build();
  }

  /**
   * The values by which comments can be narrowed, for each of some parts of a label: what stands on
   * any that the asker may see.
   */
  Map<String, List<String>> values(List<String> parts, Staff staff) {
    return index.read((searcher, facets) -> {
      var values = new HashMap<String, List<String>>();
      if (staff.areas().isEmpty()) { // what stands on any at all needs no count
        for (var part : parts) {
          values.put(part, values(part, searcher.getIndexReader()));
        }
      } else {
        var look = new Look(searcher, facets, Filter.none(), staff, Order.NEWEST, 1);
        look.counts(MatchAllDocsQuery.INSTANCE, parts)
            .forEach((part, counts) -> values.put(part, new ArrayList<>(counts.keySet())));
      }
      values.values().forEach(those -> those.remove(""));
      return values;
    });
  }

  private static List<String> values(String part, IndexReader reader) throws IOException {
    var values = new ArrayList<String>();
    var terms = MultiTerms.getTerms(reader, part);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        values.add(term.utf8ToString());
      }
    }
    return values;
  }
}
