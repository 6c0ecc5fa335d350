package org.hearback.safeguarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.LabelRule;
import org.hearback.answer.Seal;
import org.hearback.answer.Week;

/**
 * The door out of the bridge. A batch is stored, sealed, before anything of it leaves, so that a
 * crash at any step is finished by the next run; from then on neither withdrawal nor hold reaches
 * its envelopes.
 */
@Singleton
public class Batches {
  /** What fits into one sealed and padded body. */
  public static final int MOST = 40;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DutyRows envelopes;
  private final ClearingRows clearings;
  private final BatchRows batches;
  private final Opener opener;
  private final WeekKeys keys;
  private final Seal seal;

  Batches(
      DutyRows envelopes,
      ClearingRows clearings,
      BatchRows batches,
      Opener opener,
      WeekKeys keys,
      Seal seal) {
    this.envelopes = envelopes;
    this.clearings = clearings;
    this.batches = batches;
    this.opener = opener;
    this.keys = keys;
    this.seal = seal;
  }

  /** A batch that was drawn: which envelope becomes a response under which label. */
  public record Batch(UUID id, Map<UUID, Label> labels) {
    public Batch {
      labels = Map.copyOf(labels);
    }
  }

  /** Cleared envelopes without an open concern, sent on this day or before. */
  public List<Cleared> cleared(LocalDate sentBy) {
    return envelopes.cleared(sentBy, keys.held()).stream().map(this::read).toList();
  }

  /**
   * The batch that a crash has left, if any. One whose key is gone (an older database was restored
   * beside newer keys) is taken apart, so that those of its answers that can be opened wait again.
   */
  public Optional<Batch> unfinished() {
    var left = batches.findAll().stream().findFirst();
    if (left.isPresent() && !keys.held().contains(left.get().week())) {
      takeApart(left.get());
      return Optional.empty();
    }
    return left.map(row ->
        new Batch(row.id(), labels(keys.open(new Week(row.week()), row.drawn(), about(row.id())))));
  }

  @Transactional("duty")
  void takeApart(BatchRow batch) {
    clearings.release();
    batches.remove(batch.id());
  }

  /**
   * Stores a batch and takes its envelopes out of everybody's reach.
   *
   * @throws IllegalArgumentException for fewer than ten, whatever the reason
   * @throws IllegalStateException when another batch is unfinished, or an envelope is not cleared
   *     any more
   */
  @Transactional("duty")
  public Batch draw(Map<UUID, Label> labels) {
    if (labels.size() < LabelRule.FEWEST || labels.size() > MOST) {
      throw new IllegalArgumentException("not a batch: " + labels.size());
    }
    if (!batches.findAll().isEmpty()) {
      throw new IllegalStateException("a batch is unfinished");
    }
    var ids = labels.keySet().stream().sorted(Comparator.comparing(UUID::toString)).toList();
    if (clearings.markBatched(ids) != ids.size()) {
      throw new IllegalStateException("an envelope was withdrawn while the batch was drawn");
    }
    var week = newestWeek(ids);
    var id = UUID.randomUUID();
    batches.add(id, week.name(), seal.seal(week, bytes(labels), about(id)));
    return new Batch(id, labels);
  }

  /** The envelopes of a batch, opened. */
  public List<Cleared> open(Batch batch) {
    var rows = new ArrayList<Cleared>();
    for (var id : batch.labels().keySet()) {
      rows.add(read(envelopes.findById(id).orElseThrow()));
    }
    return rows;
  }

  /**
   * Deletes the envelopes of a batch whose responses are stored, in the order of their ids, and the
   * batch.
   */
  @Transactional("duty")
  public void finish(Batch batch) {
    var ids =
        batch.labels().keySet().stream().sorted(Comparator.comparing(UUID::toString)).toList();
    envelopes.deleteClearings(ids);
    envelopes.deleteConcerns(ids);
    envelopes.deleteEnvelopes(ids);
    batches.remove(batch.id());
  }

  private Week newestWeek(List<UUID> ids) {
    return ids.stream()
        .map(id -> new Week(envelopes.findById(id).orElseThrow().week()))
        .max(Comparator.comparing(Week::name))
        .orElseThrow();
  }

  private Cleared read(SealedRow row) {
    var answer = opener.open(row);
    var work = opener.open(clearings.findById(row.id()).orElseThrow());
    return new Cleared(
        row.id(),
        answer.week(),
        answer.sentOn(),
        keys.responseId(answer.week(), row.id()),
        answer.link(),
        answer.form(),
        answer.language(),
        answer.answers(),
        answer.redacted(work));
  }

  private static String about(UUID batch) {
    return "batch " + batch;
  }

  private static byte[] bytes(Map<UUID, Label> labels) {
    try {
      return JSON.writeValueAsBytes(labels);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<UUID, Label> labels(byte[] bytes) {
    try {
      return JSON.readValue(bytes, new TypeReference<Map<UUID, Label>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("a batch cannot be read", e);
    }
  }
}
