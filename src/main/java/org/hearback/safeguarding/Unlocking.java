package org.hearback.safeguarding;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.hearback.answer.Seal;
import org.hearback.answer.SealKey;

/** The steps of an unlock, each one transaction of {@code duty}. Whoever calls has audited it. */
@Singleton
class Unlocking {
  /** For how long whoever opened can look, two together and one alone. */
  static final Duration TWO_LOOK = Duration.ofHours(4);

  static final Duration ONE_LOOKS = Duration.ofHours(1);

  private static final Duration ALARM_WITHIN = Duration.ofMinutes(30);

  private final ClearingRows clearings;
  private final DutyRows envelopes;
  private final UnlockRows unlocks;
  private final AlertRows alerts;
  private final WeekKeys keys;
  private final Seal seal;
  private final OfficeHours hours;
  private final InstantSource clock;

  Unlocking(
      ClearingRows clearings,
      DutyRows envelopes,
      UnlockRows unlocks,
      AlertRows alerts,
      WeekKeys keys,
      Seal seal,
      OfficeHours hours,
      InstantSource clock) {
    this.clearings = clearings;
    this.envelopes = envelopes;
    this.unlocks = unlocks;
    this.alerts = alerts;
    this.keys = keys;
    this.seal = seal;
    this.hours = hours;
    this.clock = clock;
  }

  /** Asks for a second person. Empty when the answer is gone or on its way out. */
  @Transactional("duty")
  Optional<UUID> ask(UUID envelope, Asker asker, UnlockReason reason, String note) {
    return add(envelope, asker, reason, note, false);
  }

  /**
   * Opens at once, by one person, and stores with it that these are to be told. Empty when the
   * answer is gone or on its way out.
   */
  @Transactional("duty")
  Optional<UUID> alone(UUID envelope, Asker asker, String note, Set<Recipient> alarmed) {
    var opened = add(envelope, asker, UnlockReason.DANGER, note, true);
    if (opened.isPresent()) {
      var within = utc(clock.instant().plus(ALARM_WITHIN));
      alarmed.forEach(to -> alerts.say(to.who(), to.way().stored(), within));
    }
    return opened;
  }

  /** Who asks, and in which of their roles. */
  record Asker(String signIn, Role role) {}

  private Optional<UUID> add(
      UUID envelope, Asker asker, UnlockReason reason, String note, boolean alone) {
    if (clearings.lock(envelope).filter(state -> !state.equals("batched")).isEmpty()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var id = UUID.randomUUID();
    var key = SealKey.read(envelopes.findById(envelope).orElseThrow().week());
    unlocks.save(
        new UnlockRow(
            id,
            envelope,
            reason.stored(),
            alone ? "open" : "asked",
            alone,
            asker.signIn(),
            asker.role().name(),
            utc(Due.at(Level.NONE, now, hours)),
            null,
            null,
            alone ? utc(now.plus(ONE_LOOKS)) : null,
            alone ? utc(Due.at(Level.AMBER, now, hours)) : null,
            key.name(),
            seal.seal(key, note.getBytes(StandardCharsets.UTF_8), About.note(id))));
    return Optional.of(id);
  }

  /** Whether this person could, and did: another person, in another role, before it lapsed. */
  @Transactional("duty")
  boolean grant(UUID id, Asker second) {
    var now = clock.instant();
    return unlocks.grant(
            id,
            second.signIn(),
            second.role().name(),
            utc(now),
            utc(now.plus(TWO_LOOK)),
            utc(Due.at(Level.NONE, now, hours)))
        == 1;
  }

  @Transactional("duty")
  boolean refuse(UUID id, Asker second) {
    return unlocks.refuse(id, second.signIn(), second.role().name()) == 1;
  }

  /** Whether this person could, and did: not the one who opened it alone. */
  @Transactional("duty")
  boolean account(UUID id, String signIn) {
    return unlocks.account(id, signIn) == 1;
  }

  /** Ends what is over. A clock that is set back opens nothing again. */
  void endWhatIsOver() {
    var now = utc(clock.instant());
    unlocks.over(now).forEach(id -> unlocks.end(id, now));
  }

  /** What the one who asked wrote. */
  String note(UnlockRow row) {
    return new String(
        keys.open(SealKey.read(row.week()), row.note(), About.note(row.id())),
        StandardCharsets.UTF_8);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
