package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.anonymity.KnownNames;
import org.hearback.anonymity.RedactedText;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;
import org.hearback.anonymity.Tag;
import org.hearback.audit.Audit;
import org.hearback.journey.CouncilClock;
import org.hearback.retention.Erasures;

/**
 * "This points to a person": whoever says so of a comment hides it from everybody at once, and a
 * reader takes out what the first one missed. Words only ever go; none comes back. What leaves the
 * database leaves each node's index with it, and is noted for whoever restores a backup.
 */
@Singleton
public class Reports {
  private final ReportStore store;
  private final ReadingRows rows;
  private final Erasures erasures;
  private final Redactor redactor;
  private final Audit audit;
  private final CouncilClock clock;

  Reports(
      ReportStore store,
      ReadingRows rows,
      Erasures erasures,
      Redactor redactor,
      Audit audit,
      CouncilClock clock) {
    this.store = store;
    this.rows = rows;
    this.erasures = erasures;
    this.redactor = redactor;
    this.audit = audit;
    this.clock = clock;
  }

  /** How a reader's decision ended. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    /** Another reader was faster. */
    record Gone() implements Outcome {}

    /** Nothing was changed, as these words stand nowhere in it. */
    record NotThere(String words) implements Outcome {}
  }

  /**
   * Hides a comment. It comes first and the record after it: what points to a person must go, even
   * if it cannot be noted who said so. Said again, it notes what was not noted the first time.
   */
  public void report(UUID comment, Staff staff) {
    store.hide(comment);
    try {
      audit.record(staff.signIn(), "comment-reported", comment.toString());
    } finally {
      if (waiting(comment).isPresent()) {
        erasures.hidden(comment, clock.today());
      }
    }
  }

  /** What became of a comment that is to be hidden again. */
  public enum Again {
    HIDDEN,
    ALREADY,
    UNKNOWN
  }

  /** Hides what a restored backup shows again. */
  public Again hideAgain(UUID comment, String actor) {
    if (store.hide(comment)) {
      audit.record(actor, "comment-reported", comment.toString());
      erasures.hidden(comment, clock.today());
      return Again.HIDDEN;
    }
    return rows.isThere(comment) ? Again.ALREADY : Again.UNKNOWN;
  }

  /**
   * Those of some hits that somebody has hidden since the index was asked, or that are shown with
   * other words: an index that is hours behind still has what was taken out.
   */
  List<UUID> staleOf(List<Found.Hit> hits) {
    var now = now(hits.stream().map(Found.Hit::comment).toList());
    return hits.stream()
        .filter(hit -> Optional.ofNullable(now.get(hit.comment())).filter(hit::isStill).isEmpty())
        .map(Found.Hit::comment)
        .toList();
  }

  /** Those of some comments that are hidden by now, or do not say all of these texts any more. */
  List<UUID> changedOf(Map<UUID, List<String>> texts) {
    var now = now(List.copyOf(texts.keySet()));
    return texts.entrySet().stream()
        .filter(said ->
            Optional.ofNullable(now.get(said.getKey()))
                .filter(comment -> said.getValue().stream().allMatch(comment::says))
                .isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those of some comments that may be shown, as they are now, by id. */
  private Map<UUID, Comment> now(List<UUID> comments) {
    return comments.isEmpty()
        ? Map.of()
        : rows.some(comments).stream()
            .map(CommentRow::comment)
            .collect(Collectors.toMap(Comment::id, comment -> comment));
  }

  /** What waits for a reader. */
  List<Comment> waiting() {
    return store.waiting();
  }

  Optional<Comment> waiting(UUID comment) {
    return waiting().stream().filter(one -> one.id().equals(comment)).findFirst();
  }

  /** A reader looks at one: on the record before it is shown. */
  void looked(Comment comment, Staff reader) {
    audit.record(reader.signIn(), "reported-read", comment.id().toString());
  }

  /**
   * What could be taken out of a comment: what today's rules find, with its tag, then what is left
   * in doubt.
   */
  SequencedMap<String, Tag> suggestions(Comment comment) {
    var suggestions = new LinkedHashMap<String, Tag>();
    for (var text : texts(comment)) {
      found(text, comment.language()).forEach(span -> put(text, span, suggestions));
    }
    for (var text : texts(comment)) {
      Redactor.doubts(text, found(text, comment.language()))
          .forEach(span -> put(text, new Span(span.start(), span.end(), Tag.DETAIL), suggestions));
    }
    return suggestions;
  }

  /**
   * Takes words out wherever they stand and shows the comment again.
   *
   * @param taken none where nothing in it points to anybody
   */
  Outcome settle(Comment comment, Map<String, Tag> taken, Staff reader) {
    for (var words : taken.keySet()) {
      if (texts(comment).stream()
          .allMatch(text -> Redactor.every(text, words, Tag.DETAIL).isEmpty())) {
        return new Outcome.NotThere(words);
      }
    }
    return settled(
        comment,
        Optional.of(comment.words().value())
            .filter(it -> !it.isEmpty())
            .map(it -> without(it, taken)),
        comment.english().map(it -> without(it.value(), taken)),
        !taken.isEmpty(),
        reader);
  }

  /** Takes a whole comment out, in every language. */
  Outcome takeOut(Comment comment, Staff reader) {
    return settled(comment, Optional.empty(), Optional.empty(), true, reader);
  }

  private Outcome settled(
      Comment comment,
      Optional<RedactedText> words,
      Optional<RedactedText> english,
      boolean changed,
      Staff reader) {
    audit.record(reader.signIn(), "report-settled", comment.id().toString());
    if (!store.settle(comment.id(), words, english)) {
      return new Outcome.Gone();
    }
    erasures.settled(comment.id(), changed, clock.today());
    return new Outcome.Done();
  }

  private List<Span> found(String text, String language) {
    return redactor.find(text, language, KnownNames.none());
  }

  private static void put(String text, Span span, Map<String, Tag> suggestions) {
    suggestions.putIfAbsent(text.substring(span.start(), span.end()), span.tag());
  }

  private static List<String> texts(Comment comment) {
    var texts = new ArrayList<String>();
    texts.add(comment.words().value());
    comment.english().map(RedactedText::value).ifPresent(texts::add);
    texts.removeIf(String::isEmpty);
    return texts;
  }

  private static RedactedText without(String text, Map<String, Tag> taken) {
    var spans = new ArrayList<Span>();
    taken.forEach((words, tag) -> spans.addAll(Redactor.every(text, words, tag)));
    return Redactor.apply(text, spans);
  }
}
