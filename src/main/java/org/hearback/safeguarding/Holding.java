package org.hearback.safeguarding;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hearback.answer.HoldKey;
import org.hearback.answer.Seal;
import org.hearback.answer.SealKey;

/**
 * Keeps one answer beyond its window. It is sealed anew under a key of its own, so that its week's
 * key can be destroyed with the other answers of that week. First the hold is stored, which keeps
 * the answer in the bridge from that moment; then the key is made; then everything is sealed anew.
 * {@link HoldJob} goes on where a crash has cut this off.
 */
@Singleton
class Holding {
  private final ClearingRows clearings;
  private final DutyRows envelopes;
  private final HoldRows holds;
  private final UnlockRows unlocks;
  private final WeekKeys keys;
  private final Seal seal;
  private final SecureRandom random;

  Holding(
      ClearingRows clearings,
      DutyRows envelopes,
      HoldRows holds,
      UnlockRows unlocks,
      WeekKeys keys,
      Seal seal,
      SecureRandom random) {
    this.clearings = clearings;
    this.envelopes = envelopes;
    this.holds = holds;
    this.unlocks = unlocks;
    this.keys = keys;
    this.seal = seal;
    this.random = random;
  }

  /** Whether it was not too late: a batch has not taken it, and nobody has taken it back. */
  @Transactional("duty")
  boolean place(UUID envelope, HoldReason reason, Instant endsAt) {
    if (clearings.lock(envelope).filter(state -> !state.equals("batched")).isEmpty()) {
      return false;
    }
    holds.place(
        envelope,
        HoldKey.fresh(random).name(),
        reason.stored(),
        LocalDateTime.ofInstant(endsAt, ZoneOffset.UTC));
    return true;
  }

  /** Seals everything of one held answer under its own key; done twice it does nothing. */
  @Transactional("duty")
  void reseal(HoldRow hold) {
    var id = hold.envelope();
    clearings.lock(id);
    var envelope = envelopes.findById(id);
    var key = new HoldKey(hold.keyName());
    boolean held = holds.findById(id).filter(it -> it.keyName().equals(key.name())).isPresent();
    if (!held || envelope.isEmpty() || envelope.get().week().equals(key.name())) {
      return;
    }
    keys.prepare(key);
    var old = envelope.get().week();
    holds.resealEnvelope(
        id, key.name(), again(old, envelope.get().body(), key, About.envelope(id)));
    var clearing = clearings.findById(id).orElseThrow();
    holds.resealClearing(id, key.name(), again(old, clearing.work(), key, About.work(id)));
    for (var unlock : unlocks.of(id)) {
      holds.resealNote(
          unlock.id(),
          key.name(),
          again(unlock.week(), unlock.note(), key, About.note(unlock.id())));
    }
  }

  /** Ends the hold of an answer, whatever it is for; whether there was one. */
  @Transactional("duty")
  boolean end(UUID envelope) {
    clearings.lock(envelope);
    return holds.findById(envelope).filter(this::end).isPresent();
  }

  /** Whether it ended: not where somebody has placed it anew since it was looked up. */
  @Transactional("duty")
  boolean end(HoldRow hold) {
    clearings.lock(hold.envelope());
    return holds.end(hold.envelope(), hold.reason(), hold.endsAt()) == 1;
  }

  private byte[] again(String old, byte[] sealed, SealKey key, String about) {
    return seal.seal(key, keys.open(SealKey.read(old), sealed, about), about);
  }
}
