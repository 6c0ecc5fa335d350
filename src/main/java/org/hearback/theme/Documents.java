package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.hearback.journey.ServiceAreas;

/**
 * How comments become documents: the tree of areas, the theme book of this moment, and what people
 * say of comments, which goes over what the book finds. Immutable.
 *
 * @param said what people say of some comments
 */
record Documents(ServiceAreas areas, Tagger tagger, Function<List<UUID>, Map<UUID, Coding>> said) {
  // How many are sorted into themes at once: what they need in memory is small.
  private static final int TOGETHER = 1000;

  /** Of comments of which nobody has said anything. */
  Documents(ServiceAreas areas, Tagger tagger) {
    this(areas, tagger, _ -> Map.of());
  }

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
      var people = said.apply(some.stream().map(Comment::id).toList());
      for (var comment : some) {
        var found =
            tags.getOrDefault(comment.id(), List.of()).stream().map(Tagger.Tag::theme).toList();
        documents.add(
            CommentDocument.of(
                comment, found, Optional.ofNullable(people.get(comment.id())), areas));
      }
    }
    return documents;
  }
}
