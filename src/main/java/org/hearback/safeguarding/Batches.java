package org.hearback.safeguarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearback.anonymity.BatchRule;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.LabelRule;
import org.hearback.answer.Seal;
import org.hearback.answer.SealKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door out of the bridge. A batch is stored, sealed, before anything of it leaves, so that a
 * crash at any step is finished by the next run; from then on neither withdrawal nor hold reaches
 * its envelopes.
 */
@Singleton
public class Batches {
  /** What fits into one sealed and padded body. */
  public static final int MOST = 40;

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
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

  /** A batch that was drawn: which envelopes become responses under its one label. */
  public record Batch(UUID id, Label label, Set<UUID> envelopes) {
    public Batch {
      envelopes = Set.copyOf(envelopes);
    }
  }

  /** What is stored of it, sealed. */
  private record Drawn(Label label, Set<UUID> envelopes) {}

  /** Cleared envelopes that nothing keeps, sent on this day or before. */
  public List<Cleared> cleared(LocalDate sentBy) {
    return envelopes.cleared(sentBy, keys.held()).stream()
        .flatMap(row -> readable(row).stream())
        .toList();
  }

  /** One that cannot be read, as its form is not there any more, must not keep the others. */
  private Optional<Cleared> readable(SealedRow row) {
    try {
      return Optional.of(read(row));
    } catch (RuntimeException e) {
      LOG.error("an answer of {} cannot be de-linked: {}", row.week(), e.getClass().getName());
      return Optional.empty();
    }
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
    return left.map(row -> {
      var drawn = drawn(keys.open(SealKey.read(row.week()), row.drawn(), about(row.id())));
      return new Batch(row.id(), drawn.label(), drawn.envelopes());
    });
  }

  @Transactional("duty")
  void takeApart(BatchRow batch) {
    clearings.release();
    batches.remove(batch.id());
  }

  /**
   * Stores a batch and takes its envelopes out of everybody's reach.
   *
   * @return empty when somebody has taken back, held or worried about one of them since they were
   *     chosen: then all of them wait for the next run
   * @throws IllegalArgumentException for fewer than ten, whatever the reason
   * @throws IllegalStateException when another batch is unfinished
   */
  @Transactional("duty")
  public Optional<Batch> draw(BatchRule.Batch<UUID> chosen) {
    var envelopes = Set.copyOf(chosen.answers());
    if (envelopes.size() < LabelRule.FEWEST || envelopes.size() > MOST) {
      throw new IllegalArgumentException("not a batch: " + envelopes.size());
    }
    var ids = envelopes.stream().sorted(Comparator.comparing(UUID::toString)).toList();
    boolean cleared = clearings.lockCleared(ids).size() == ids.size();
    if (!batches.findAll().isEmpty()) {
      throw new IllegalStateException("a batch is unfinished");
    }
    if (!cleared || clearings.free(ids).size() != ids.size()) {
      return Optional.empty();
    }
    clearings.markBatched(ids);
    var key = newestKey(ids);
    var id = UUID.randomUUID();
    var drawn = new Drawn(chosen.label(), envelopes);
    batches.add(id, key.name(), seal.seal(key, bytes(drawn), about(id)));
    return Optional.of(new Batch(id, drawn.label(), drawn.envelopes()));
  }

  /** The envelopes of a batch, opened. */
  public List<Cleared> open(Batch batch) {
    var rows = new ArrayList<Cleared>();
    for (var id : batch.envelopes()) {
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
    var ids = batch.envelopes().stream().sorted(Comparator.comparing(UUID::toString)).toList();
    envelopes.deleteClearings(ids);
    envelopes.deleteAlerts(ids);
    envelopes.deleteConcerns(ids);
    envelopes.deleteUnlocks(ids);
    envelopes.deleteEnvelopes(ids);
    batches.remove(batch.id());
  }

  private SealKey newestKey(List<UUID> ids) {
    return ids.stream()
        .map(id -> SealKey.read(envelopes.findById(id).orElseThrow().week()))
        .max(Comparator.comparing(SealKey::name))
        .orElseThrow();
  }

  private Cleared read(SealedRow row) {
    var answer = opener.open(row);
    var work = opener.open(clearings.findById(row.id()).orElseThrow());
    return new Cleared(
        row.id(),
        answer.sentOn(),
        keys.responseId(answer.key(), row.id()),
        answer.link(),
        answer.form(),
        answer.language(),
        answer.answers(),
        answer.redacted(work),
        answer.english(work));
  }

  private static String about(UUID batch) {
    return "batch " + batch;
  }

  private static byte[] bytes(Drawn drawn) {
    try {
      return JSON.writeValueAsBytes(drawn);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Drawn drawn(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Drawn.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a batch cannot be read", e);
    }
  }
}
