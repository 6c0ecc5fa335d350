package org.hearback.theme;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.KnownNames;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.Redactor;
import org.hearback.audit.Audit;
import org.hearback.journey.ServiceAreas;

/**
 * The quote basket: an analyst picks words of a comment, and a second person says whether they may
 * leave the reading room. Nothing that was not checked is ever printed, and whoever picked a quote
 * cannot check it. A quote goes when its comment is reported. Safe for any thread and for several
 * nodes.
 */
@Singleton
public class Quotes {
  private static final String READ = "quote-read";

  private static final Comparator<Quote> NEWEST =
      Comparator.comparingLong((Quote quote) -> new Period(quote.label().period()).end())
          .reversed();

  private final QuoteRows rows;
  private final ReadingRows reading;
  private final ServiceAreas areas;
  private final Redactor redactor;
  private final Audit audit;

  Quotes(QuoteRows rows, ReadingRows reading, ServiceAreas areas, Redactor redactor, Audit audit) {
    this.rows = rows;
    this.reading = reading;
    this.areas = areas;
    this.redactor = redactor;
    this.audit = audit;
  }

  /** How picking words ended. */
  sealed interface Picked {
    record Done() implements Picked {}

    record Empty() implements Picked {}

    record TooLong(int most) implements Picked {}

    /** These words of it point to a person. */
    record Tells(String words) implements Picked {}

    /** Another comment of the same person, or this one, is quoted already. */
    record Already() implements Picked {}
  }

  /** The same as {@link #comment}, to be shown: recorded first. */
  Optional<Comment> read(UUID id, Staff analyst) {
    var found = comment(id, analyst);
    found.ifPresent(comment -> shown(comment, analyst));
    return found;
  }

  void shown(Comment comment, Staff analyst) {
    audit.record(analyst.signIn(), READ, comment.id().toString());
  }

  /** That the whole comments of quotes are shown, so that they can be checked. */
  void shown(List<QuoteRow> waiting, Staff staff) {
    if (!waiting.isEmpty()) {
      var comments = waiting.stream().map(row -> row.quoted().toString());
      audit.record(staff.signIn(), READ, Recorded.cut(comments.collect(Collectors.joining("\n"))));
    }
  }

  /** The comment, where it is shown and somebody may read it. */
  @Transactional(value = "analyst", readOnly = true)
  Optional<Comment> comment(UUID id, Staff staff) {
    return reading
        .comment(id)
        .filter(CommentRow::isShown)
        .map(CommentRow::comment)
        .filter(found -> mayRead(staff, found.label()));
  }

  Picked pick(Comment comment, String typed, Staff analyst) {
    var wording = typed.replaceAll("\\s+", " ").strip();
    if (wording.isEmpty()) {
      return new Picked.Empty();
    }
    if (wording.length() > Quoting.LONGEST) {
      return new Picked.TooLong(Quoting.LONGEST);
    }
    var kind = Quoting.kind(wording, comment);
    // A reader has looked at the words themselves; what an analyst writes, nobody has yet.
    if (kind == Quote.Kind.PARAPHRASE) {
      var told = redactor.find(wording, "en", KnownNames.none());
      if (!told.isEmpty()) {
        return new Picked.Tells(wording.substring(told.getFirst().start(), told.getFirst().end()));
      }
    }
    audit.record(analyst.signIn(), "quote-picked", comment.id().toString());
    int added =
        rows.add(
            UUID.randomUUID(),
            comment.id(),
            comment.response(),
            wording,
            kind.name().toLowerCase(Locale.ROOT),
            analyst.signIn());
    return added == 1 ? new Picked.Done() : new Picked.Already();
  }

  /** All that somebody may see: an analyst those of their areas. */
  @Transactional(value = "analyst", readOnly = true)
  List<QuoteRow> all(Staff staff) {
    return rows.all().stream().filter(row -> mayRead(staff, row.label())).toList();
  }

  /**
   * A second person's verdict.
   *
   * @param objection empty where it may be printed
   * @return false where somebody else was faster, or it is one's own
   */
  boolean decide(QuoteRow quote, Optional<Quote.Objection> objection, Staff second) {
    audit.record(second.signIn(), "quote-checked", quote.quoted().toString());
    return rows.decide(
            quote.id(),
            objection.isEmpty() ? "checked" : "refused",
            objection.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(""),
            second.signIn())
        == 1;
  }

  /** Takes one out of the basket; what was printed before stays printed. */
  void remove(QuoteRow quote, Staff staff) {
    audit.record(staff.signIn(), "quote-removed", quote.quoted().toString());
    rows.remove(quote.id());
  }

  /**
   * The quotes that may be printed of an area and all below it, the newest first, as far as their
   * labels tell; those that end in one month in the order of random ids.
   */
  @Transactional(value = "analyst", readOnly = true)
  public List<Quote> printable(String area) {
    return rows.all().stream()
        .filter(row -> areas.upwards(row.area()).contains(area))
        .map(QuoteRow::quote)
        .filter(quote -> quote.verdict() instanceof Quote.Verdict.Checked)
        .sorted(NEWEST)
        .toList();
  }

  /** Readers and leads have no areas of their own: they may check any. */
  private boolean mayRead(Staff staff, Label label) {
    return !staff.roles().contains(Role.ANALYST)
        || staff.areas().isEmpty()
        || areas.upwards(label.area()).stream().anyMatch(staff.areas()::contains);
  }
}
