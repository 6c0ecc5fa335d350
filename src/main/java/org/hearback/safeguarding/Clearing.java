package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hearback.access.Staff;
import org.hearback.anonymity.BatchRule;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.RedactedText;
import org.hearback.audit.Audit;

/**
 * Reading: the queue of a reader, one answer with its redaction, and the reader's decision.
 * Everything a person does here is on the audit.
 */
@Singleton
public class Clearing {
  private final DutyRows envelopes;
  private final ClearingRows clearings;
  private final ConcernRows concerns;
  private final WeekKeys keys;
  private final WaitingList waiting;
  private final Opener opener;
  private final Audit audit;
  private final OfficeHours hours;
  private final Deciding deciding;
  private final Renderings renderings;
  private final Desks desks;
  private final InstantSource clock;

  Clearing(
      DutyRows envelopes,
      ClearingRows clearings,
      ConcernRows concerns,
      WeekKeys keys,
      WaitingList waiting,
      Opener opener,
      Audit audit,
      OfficeHours hours,
      Deciding deciding,
      Renderings renderings,
      Desks desks,
      InstantSource clock) {
    this.envelopes = envelopes;
    this.clearings = clearings;
    this.concerns = concerns;
    this.keys = keys;
    this.waiting = waiting;
    this.opener = opener;
    this.audit = audit;
    this.hours = hours;
    this.deciding = deciding;
    this.renderings = renderings;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * One answer in the queue.
   *
   * @param read already read, and kept in sight because its concern is open
   * @param owner sign-in of who deals with its concern; empty while nobody does
   */
  public record Item(
      UUID id,
      String level,
      Instant dueAt,
      LocalDate sentOn,
      String language,
      boolean read,
      String owner) {
    /** Whether its time is over. */
    public boolean overdue(Instant now) {
      return dueAt.isBefore(now);
    }
  }

  /** One answer on the screen. */
  public record Sheet(
      Item item, Opened answer, Map<String, List<Piece>> words, boolean concernOpen) {}

  /** What a decision led to. */
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /** These words are not in the text under that question; nothing was cleared. */
    record NotThere(String question, String words) implements Outcome {}

    /** The English pointed to somebody; it is shown again without that, and nothing was cleared. */
    record TakenOut(String question, RedactedText english) implements Outcome {}

    /** The English is longer than can be kept; nothing was cleared. */
    record TooLong(String question) implements Outcome {}

    /** Somebody else has cleared it, or it was withdrawn. */
    record Gone() implements Outcome {}
  }

  /**
   * What waits to be read or to be closed, most urgent first in each list.
   *
   * @param first answers of who was asked, a hundred unread ones and a hundred to be closed at
   *     most, and the ten most urgent red ones that came by open links
   * @param byOpenLink the others that came by open links, as many
   * @param cut whether more is unread than stands here
   */
  public record Queue(List<Item> first, List<Item> byOpenLink, boolean cut) {}

  /** All that waits, the first list first. */
  public List<Item> queue() {
    var lists = lists();
    return Stream.concat(lists.first().stream(), lists.byOpenLink().stream()).toList();
  }

  Queue lists() {
    var rows = waiting.lists();
    return new Queue(
        rows.first().stream().map(this::item).toList(),
        rows.byOpenLink().stream().map(this::item).toList(),
        rows.cut());
  }

  /**
   * The most urgent one that this reader can clear, that lies open before nobody else and that the
   * reader did not leave for now, however many in other languages wait before it. It lies open
   * before this reader then; what stands behind it stays sealed.
   */
  Optional<Item> next(Staff reader) {
    var not = desks.seen().notFor(reader);
    return waiting
        .unread()
        .filter(row -> !not.contains(row.id()))
        .map(this::item)
        .filter(item -> reader.reads(item.language()) && desks.open(item.id(), reader))
        .findFirst();
  }

  /**
   * What was read, has waited long, and cannot leave because its words show a language that too few
   * share: it can once somebody says in English what they say.
   */
  public List<Item> inNeedOfEnglish() {
    var sentBy =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(BatchRule.PATIENCE_DAYS);
    return clearings.waiting(keys.held(), sentBy, WaitingList.MOST).stream()
        .filter(row -> {
          var answer = opener.open(row.sealed());
          var work = clearings.findById(row.id()).map(opener::open);
          return Renderings.wanted(answer.language())
              && !work.map(Work::english)
                  .orElse(Map.of())
                  .keySet()
                  .containsAll(answer.rawWords().keySet());
        })
        .map(this::item)
        .toList();
  }

  /** Writes down what the words of an answer that was read say in English. */
  public Outcome render(UUID id, Staff reader, Decision decision) {
    var wrong = envelopes.findById(id).flatMap(row -> renderings.wrong(opener.open(row), decision));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    audit.record(reader.signIn(), "rendered", "an answer");
    return deciding.render(id, decision.english());
  }

  /** One answer, opened for a reader; empty when it is gone or on its way out. */
  public Optional<Sheet> sheet(UUID id) {
    var sealed = envelopes.findById(id);
    var row = clearings.findById(id).filter(found -> !found.state().equals("batched"));
    if (sealed.isEmpty() || row.isEmpty()) {
      return Optional.empty();
    }
    var answer = opener.open(sealed.get());
    var work = opener.open(row.get());
    var words = new LinkedHashMap<String, List<Piece>>();
    answer
        .rawWords()
        .forEach((question, raw) ->
            words.put(question, Piece.of(raw, work.spans().getOrDefault(question, List.of()))));
    var concern = concerns.findById(id).filter(found -> found.state().equals("open"));
    return Optional.of(
        new Sheet(
            item(sealed.get(), answer, row.get().state(), concern),
            answer,
            words,
            concern.isPresent()));
  }

  void rawShown(UUID id, Staff reader) {
    audit.record(reader.signIn(), "raw-words-shown", id.toString());
  }

  /** Counted with the decision; {@link TallyJob} puts a reader's day on the audit. */
  public Outcome clear(UUID id, Staff reader, Decision decision) {
    var wrong = envelopes.findById(id).flatMap(row -> renderings.wrong(opener.open(row), decision));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var outcome = deciding.clear(id, reader, decision);
    if (outcome instanceof Outcome.Done) {
      desks.clear(id);
    }
    return outcome;
  }

  /** Closes what was opened; whether there was something to close. */
  public boolean closeConcern(UUID id, Staff reader, String note) {
    audit.record(reader.signIn(), "concern-closed", id + " " + note);
    return deciding.closeConcern(id);
  }

  /** From now on this reader deals with what is open, whoever did before. */
  public void take(UUID id, Staff reader) {
    audit.record(reader.signIn(), "concern-taken", id.toString());
    concerns.own(id, reader.signIn());
  }

  private Item item(QueuedRow row) {
    return item(
        row.sealed(),
        opener.open(row.sealed()),
        row.state(),
        Optional.ofNullable(row.concern())
            .map(level ->
                new ConcernRow(
                    row.id(),
                    level,
                    Objects.requireNonNull(row.concernDue()),
                    "open",
                    Objects.requireNonNullElse(row.concernOwner(), ""))));
  }

  private Item item(
      SealedRow sealed, Opened answer, String state, Optional<ConcernRow> openConcern) {
    var sentAt = sealed.sentOn().atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Item(
        sealed.id(),
        openConcern.map(ConcernRow::level).orElse("none"),
        openConcern
            .map(found -> found.dueAt().toInstant(ZoneOffset.UTC))
            .orElseGet(() -> Due.at(Level.NONE, sentAt, hours)),
        sealed.sentOn(),
        answer.language(),
        state.equals("cleared"),
        openConcern.map(ConcernRow::owner).orElse(""));
  }
}
