package org.hearback.theme;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * How many of the found comments stand under each value of each part of the label, each theme and
 * each other area. One a {@link Generation}; safe for any thread.
 */
final class Facets {
  /** The parts of a label that are counted. */
  static final List<String> COUNTED =
      List.of(
          CommentDocument.IN_AREA,
          CommentDocument.GROUP,
          CommentDocument.MILESTONE,
          CommentDocument.IN_PERIOD,
          CommentDocument.LANGUAGE,
          CommentDocument.THEME,
          CommentDocument.MENTIONS);

  // No part has more values than a council has areas.
  private static final int VALUES_MAX = 2000;

  private static final FacetsConfig CONFIG = new FacetsConfig();

  static {
    COUNTED.forEach(part -> CONFIG.setMultiValued(part, true));
  }

  private record Known(IndexReader reader, SortedSetDocValuesReaderState state) {}

  private volatile @Nullable Known known;

  /** To be counted under this value. */
  static void add(Document document, String part, String value) {
    if (!value.isEmpty()) {
      document.add(new SortedSetDocValuesFacetField(part, value));
    }
  }

  static Document built(Document document) throws IOException {
    return CONFIG.build(document);
  }

  /** By part of the label and value, the most frequent first; only what was found at all. */
  Map<String, Map<String, Integer>> count(
      IndexReader reader, FacetsCollector found, List<String> parts) throws IOException {
    var counts = new LinkedHashMap<String, Map<String, Integer>>();
    if (reader.numDocs() == 0) {
      return counts;
    }
    var facets = new SortedSetDocValuesFacetCounts(state(reader), found);
    for (var part : parts) {
      var values = new LinkedHashMap<String, Integer>();
      var top = facets.getTopChildren(VALUES_MAX, part);
      if (top != null) {
        for (var value : top.labelValues) {
          values.put(value.label, value.value.intValue());
        }
      }
      counts.put(part, values);
    }
    return counts;
  }

  /** Costly for each new commit, so it is kept until the next. */
  private SortedSetDocValuesReaderState state(IndexReader reader) throws IOException {
    var last = known;
    if (last == null || last.reader() != reader) {
      last = new Known(reader, new DefaultSortedSetDocValuesReaderState(reader, CONFIG));
      known = last;
    }
    return last.state();
  }
}
