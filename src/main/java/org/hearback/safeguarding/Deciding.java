package org.hearback.safeguarding;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Staff;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;
import org.hearback.anonymity.Tag;

/** Carries out what a reader decided: one answer, one transaction of {@code duty}. */
@Singleton
class Deciding {
  private final DutyRows envelopes;
  private final ClearingRows clearings;
  private final ConcernRows concerns;
  private final Tally tally;
  private final Opener opener;
  private final OfficeHours hours;
  private final InstantSource clock;

  Deciding(
      DutyRows envelopes,
      ClearingRows clearings,
      ConcernRows concerns,
      Tally tally,
      Opener opener,
      OfficeHours hours,
      InstantSource clock) {
    this.envelopes = envelopes;
    this.clearings = clearings;
    this.concerns = concerns;
    this.tally = tally;
    this.opener = opener;
    this.hours = hours;
    this.clock = clock;
  }

  @Transactional("duty")
  Clearing.Outcome clear(UUID id, Staff reader, Decision decision) {
    boolean waits = clearings.lock(id).filter("queued"::equals).isPresent();
    var sealed = envelopes.findById(id).filter(_ -> waits);
    var row = clearings.findById(id);
    if (sealed.isEmpty() || row.isEmpty()) {
      return new Clearing.Outcome.Gone();
    }
    var answer = opener.open(sealed.get());
    var spans = new LinkedHashMap<>(opener.open(row.get()).spans());
    for (var text : answer.rawWords().entrySet()) {
      var kept = kept(spans.getOrDefault(text.getKey(), List.of()), text.getKey(), decision.undo());
      for (var words : decision.take().getOrDefault(text.getKey(), List.of())) {
        var found = Redactor.every(text.getValue(), words, Tag.DETAIL);
        if (found.isEmpty()) {
          return new Clearing.Outcome.NotThere(text.getKey(), words);
        }
        kept.addAll(found);
      }
      spans.put(text.getKey(), kept);
    }
    if (clearings.clear(id, opener.seal(answer, new Work(spans, decision.english()))) != 1) {
      return new Clearing.Outcome.Gone();
    }
    concern(sealed.get(), decision.risk());
    tally.count(reader, decision.risk());
    return new Clearing.Outcome.Done();
  }

  @Transactional("duty")
  Clearing.Outcome render(UUID id, Map<String, String> english) {
    boolean waits = clearings.lock(id).filter("cleared"::equals).isPresent();
    var sealed = envelopes.findById(id).filter(_ -> waits);
    var row = clearings.findById(id);
    if (sealed.isEmpty() || row.isEmpty()) {
      return new Clearing.Outcome.Gone();
    }
    var answer = opener.open(sealed.get());
    var work = new Work(opener.open(row.get()).spans(), english);
    clearings.rework(id, opener.seal(answer, work));
    return new Clearing.Outcome.Done();
  }

  @Transactional("duty")
  boolean closeConcern(UUID id) {
    return concerns.close(id) == 1;
  }

  private void concern(SealedRow row, Risk risk) {
    if (risk == Risk.NOBODY) {
      concerns.close(row.id());
      return;
    }
    var level = risk == Risk.RED ? Level.RED : Level.AMBER;
    var fresh = LocalDateTime.ofInstant(Due.at(level, clock.instant(), hours), ZoneOffset.UTC);
    var before = concerns.findById(row.id()).filter(it -> it.state().equals("open"));
    // A concern that was none until now, or more urgent than was thought: whoever was told of the
    // answer before, that it is late say, is asked again. As urgent: its time runs on. Less: it has
    // the time of what it is, and when that is over it is told again.
    boolean sooner = before.filter(it -> fresh.isBefore(it.dueAt())).isPresent();
    boolean same = before.filter(it -> isRed(it.level()) == (risk == Risk.RED)).isPresent();
    if (before.isEmpty() || sooner || !same && risk == Risk.RED) {
      envelopes.deleteAlerts(List.of(row.id()));
    } else if (!same) {
      envelopes.deleteAlertsFrom(row.id(), Step.HALF.number());
    }
    concerns.open(row.id(), risk.level(), same && !sooner ? before.orElseThrow().dueAt() : fresh);
  }

  private static boolean isRed(String level) {
    return Risk.RED.level().equals(level);
  }

  private static List<Span> kept(
      List<Span> found, String question, Map<String, Set<Integer>> undo) {
    var kept = new ArrayList<Span>();
    for (int number = 0; number < found.size(); number++) {
      if (!undo.getOrDefault(question, Set.of()).contains(number)) {
        kept.add(found.get(number));
      }
    }
    return kept;
  }
}
