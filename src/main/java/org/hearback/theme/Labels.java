package org.hearback.theme;

import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * One part of the label, or the themes, of all comments of a commit, as they lie in memory.
 *
 * @param columns one a segment
 */
record Labels(Values values, List<LeafReaderContext> leaves, List<Column> columns) {

  /** The numbers of the values that a comment has; not to be written into. */
  int[] of(int document) {
    int at = ReaderUtil.subIndex(document, leaves);
    return columns.get(at).numbers(document - leaves.get(at).docBase);
  }

  String name(int number) {
    return values.name(number);
  }

  /** One more than the highest number. */
  int many() {
    return columns.stream().mapToInt(Column::values).max().orElse(0);
  }
}
