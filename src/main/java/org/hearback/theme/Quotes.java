package org.hearback.theme;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.KnownNames;
import org.hearback.anonymity.RedactedText;
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

    /** The comment was hidden or changed since it was read. */
    record Gone() implements Picked {}
  }

  /** How a verdict ended. */
  enum Decided {
    DONE,
    /** Whoever picked it cannot check it. */
    OWN,
    /** Somebody else was faster. */
    LATE,
    /** It is in a language that they do not read. */
    UNREAD
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
  void shown(QuoteList page, Staff staff) {
    var comments =
        page.rows().stream()
            .filter(QuoteRow::isWaiting)
            .map(row -> row.quoted().toString())
            .collect(Collectors.joining("\n"));
    if (!comments.isEmpty()) {
      audit.record(staff.signIn(), READ, comments);
    }
  }

  /** The comment, where it is shown and somebody may read it. */
  @Transactional(value = "analyst", readOnly = true)
  Optional<Comment> comment(UUID id, Staff staff) {
    return reading
        .comment(id)
        .filter(CommentRow::isShown)
        .map(CommentRow::comment)
        .filter(found -> mayRead(staff, found.label().area()));
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
            comment.words().value(),
            english(comment),
            wording,
            kind.name().toLowerCase(Locale.ROOT),
            analyst.signIn());
    if (added == 1) {
      return new Picked.Done();
    }
    return comment(comment.id(), analyst).filter(now -> saysTheSame(now, comment)).isPresent()
        ? new Picked.Already()
        : new Picked.Gone();
  }

  private static boolean saysTheSame(Comment one, Comment other) {
    return one.words().value().equals(other.words().value()) && english(one).equals(english(other));
  }

  private static String english(Comment comment) {
    return comment.english().map(RedactedText::value).orElse("");
  }

  /** A page of what somebody may see; one that is not there is the nearest that is. */
  @Transactional(value = "analyst", readOnly = true)
  QuoteList list(int wanted, Staff staff) {
    var all =
        rows.places().stream()
            .filter(row -> mayRead(staff, row.area()))
            .sorted(Comparator.comparingInt(row -> row.rank(staff.signIn())))
            .map(QuotePlaceRow::id)
            .toList();
    int pages = QuoteList.pages(all.size());
    int page = Math.clamp(wanted, 1, pages);
    var ids = QuoteList.on(page, all);
    var shown =
        ids.isEmpty()
            ? List.<QuoteRow>of()
            : rows.some(ids).stream()
                .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                .toList();
    return new QuoteList(shown, page, pages);
  }

  /** One that somebody may see. */
  @Transactional(value = "analyst", readOnly = true)
  Optional<QuoteRow> find(UUID id, Staff staff) {
    return rows.some(List.of(id)).stream().filter(row -> mayRead(staff, row.area())).findFirst();
  }

  /**
   * A second person's verdict.
   *
   * @param objection empty where it may be printed
   */
  Decided decide(QuoteRow quote, Optional<Quote.Objection> objection, Staff second) {
    if (quote.pickedBy().equals(second.signIn())) {
      return Decided.OWN;
    }
    if (!quote.isWaiting()) {
      return Decided.LATE;
    }
    if (!canRead(quote, second)) {
      return Decided.UNREAD;
    }
    var why = objection.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse("");
    audit.record(
        second.signIn(),
        "quote-checked",
        quote.quoted() + "\n" + (objection.isEmpty() ? "may be printed" : "not printed: " + why));
    var verdict = objection.isEmpty() ? "checked" : "refused";
    return rows.decide(quote.id(), verdict, why, second.signIn()) == 1
        ? Decided.DONE
        : Decided.LATE;
  }

  /**
   * Whether somebody reads what is to be printed. These pages are in English, so everybody reads
   * that; where no language was kept, the words are English or are gone.
   */
  static boolean canRead(QuoteRow quote, Staff second) {
    var language = Locale.forLanguageTag(quote.language()).getLanguage();
    return !quote.isInTheirWords()
        || Set.of("en", "und", "").contains(language)
        || second.reads(quote.language());
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
    var below =
        Stream.concat(areas.parents().keySet().stream(), Stream.of(area))
            .filter(one -> areas.upwards(one).contains(area))
            .collect(Collectors.toSet());
    return rows.printable(below).stream().map(QuoteRow::quote).sorted(NEWEST).toList();
  }

  /** Readers and leads have no areas of their own: they may check any. */
  private boolean mayRead(Staff staff, String area) {
    return !staff.roles().contains(Role.ANALYST)
        || staff.areas().isEmpty()
        || areas.upwards(area).stream().anyMatch(staff.areas()::contains);
  }
}
