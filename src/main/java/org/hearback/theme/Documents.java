package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.hearback.journey.ServiceAreas;

/**
 * How comments become documents: the tree of areas and the theme book of this moment. Immutable.
 */
record Documents(ServiceAreas areas, Tagger tagger) {
  // How many are sorted into themes at once: what they need in memory is small.
  private static final int TOGETHER = 1000;

  /** How documents are made; another one means another index. */
  String rules() {
    return rules(tagger.book());
  }

  static String rules(ThemeBook book) {
    return Generation.SCHEMA + " " + book.version();
  }

  /** In the order of the comments. */
  List<Document> of(List<Comment> comments) throws IOException {
    var documents = new ArrayList<Document>();
    for (int from = 0; from < comments.size(); from += TOGETHER) {
      var some = comments.subList(from, Math.min(comments.size(), from + TOGETHER));
      var tags = tagger.tags(some);
      for (var comment : some) {
        documents.add(
            CommentDocument.of(comment, tags.getOrDefault(comment.id(), List.of()), areas));
      }
    }
    return documents;
  }
}
