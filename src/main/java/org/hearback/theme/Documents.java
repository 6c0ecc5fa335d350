package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.ServiceAreas;

/**
 * How comments become documents: the tree of areas, the theme book of this moment, what people say
 * of comments, which goes over what the book finds, the words by which other areas are known, and
 * what reads their meaning. Immutable.
 *
 * @param said what people say of some comments
 */
record Documents(
    ServiceAreas areas,
    Mentions mentions,
    Tagger tagger,
    Function<List<UUID>, Map<UUID, Coding>> said,
    Meaning meaning) {
  /** How many are sorted into themes at once: what people say of them is asked for in one go. */
  static final int TOGETHER = 2000;

  /** What an earlier index knows of the meaning of a text, so that it is not read again. */
  interface Known {
    /** Knows nothing. */
    Known NOTHING = (_, _) -> Optional.empty();

    /**
     * @param english the text as it is now
     */
    Optional<Meant> meaning(UUID comment, String english) throws IOException;
  }

  /** Of comments that talk about no other area. */
  Documents(
      ServiceAreas areas,
      Tagger tagger,
      Function<List<UUID>, Map<UUID, Coding>> said,
      Meaning meaning) {
    this(areas, Mentions.NONE, tagger, said, meaning);
  }

  /** The same, of which nobody has said anything, by words alone. */
  Documents(ServiceAreas areas, Tagger tagger) {
    this(areas, tagger, _ -> Map.of(), Meaning.NONE);
  }

  /** How documents are made; another one means another index. */
  String rules() {
    var lesson = meaning.isThere() ? tagger.lesson() : Lesson.NONE; // only meaning learns from it
    return rulesOf(tagger.book()) + lesson.key() + " " + mentions.version() + " " + meaning.model();
  }

  /** How the rules begin that sort by a book. */
  static String rulesOf(ThemeBook book) {
    return Generation.SCHEMA + " " + book.version() + " ";
  }

  /**
   * What sorts comments, but for the changes of single themes and what is learnt from people: named
   * on a report, so that two that were sorted by different ones are not compared.
   */
  String sortedBy() {
    var book = Generation.SCHEMA + "." + ThemeFile.tagger().book().version();
    return meaning.isThere() ? book + " with " + meaning.model() : book;
  }

  /** The same by words alone: made in a fraction of the time. */
  Documents withoutMeaning() {
    return new Documents(areas, mentions, tagger, said, Meaning.NONE);
  }

  /** Learns what is still to be learnt; takes seconds, once. */
  void learn(Known known) throws IOException {
    tagger.learn(meaning, known);
  }

  /** In the order of the comments. */
  List<Document> of(List<Comment> comments, Known known, Cutter cutter) throws IOException {
    learn(known);
    var documents = new ArrayList<Document>();
    for (int from = 0; from < comments.size(); from += TOGETHER) {
      var some = comments.subList(from, Math.min(comments.size(), from + TOGETHER));
      var meant = meanings(some, known);
      var cut = some.stream().map(cutter::cut).toList();
      var sorted = tagger.ofCut(cut, meant, meaning, mentions);
      var people = said.apply(some.stream().map(Comment::id).toList());
      for (var one : cut) {
        var comment = one.comment();
        var found = sorted.tags().get(comment.id()).stream().map(Tagger.Tag::theme).toList();
        documents.add(
            CommentDocument.of(
                one,
                found,
                Optional.ofNullable(sorted.sides().get(comment.id())),
                Optional.ofNullable(people.get(comment.id())),
                Optional.ofNullable(meant.get(comment.id())),
                mentions.links(sorted.mentions().get(comment.id()), comment.label().area()),
                areas));
      }
    }
    return documents;
  }

  private Map<UUID, Meant> meanings(List<Comment> comments, Known known) throws IOException {
    var meant = new HashMap<UUID, Meant>();
    if (meaning.isThere()) {
      for (var comment : comments) {
        var english = comment.inEnglish().map(RedactedText::value).filter(it -> !it.isBlank());
        if (english.isPresent()) {
          known
              .meaning(comment.id(), english.get())
              .or(() -> Meant.read(english.get(), meaning))
              .ifPresent(its -> meant.put(comment.id(), its));
        }
      }
    }
    return meant;
  }
}
