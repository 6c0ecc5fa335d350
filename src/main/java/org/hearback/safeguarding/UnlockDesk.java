package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Audit;
import org.hearback.invitation.Invitations;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.invitation.Recipient;

/**
 * Finding out who sent an answer, and keeping one: what readers and leads do, each step on the
 * audit before it is done, with the envelope, the reason and the note.
 */
@Singleton
class UnlockDesk {
  private final Unlocking unlocking;
  private final Holding holding;
  private final UnlockRows unlocks;
  private final HoldRows holds;
  private final HoldJob holdJob;
  private final DutyRows envelopes;
  private final Opener opener;
  private final Invitations invitations;
  private final OpenLinks openLinks;
  private final UnlockAlarm alarm;
  private final Audit audit;
  private final InstantSource clock;

  UnlockDesk(
      Unlocking unlocking,
      Holding holding,
      UnlockRows unlocks,
      HoldRows holds,
      HoldJob holdJob,
      DutyRows envelopes,
      Opener opener,
      Invitations invitations,
      OpenLinks openLinks,
      UnlockAlarm alarm,
      Audit audit,
      InstantSource clock) {
    this.unlocking = unlocking;
    this.holding = holding;
    this.unlocks = unlocks;
    this.holds = holds;
    this.holdJob = holdJob;
    this.envelopes = envelopes;
    this.opener = opener;
    this.invitations = invitations;
    this.openLinks = openLinks;
    this.alarm = alarm;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who sent an answer, as far as the reason needs it. */
  sealed interface Sender {
    /** The person whom the link was for. */
    record Known(Recipient recipient, UnlockReason reason) implements Sender {
      @Override
      public String toString() {
        return "Known[hidden]";
      }
    }

    /** It came by a link that stays open; nobody can tell who. */
    record Open(OpenLink link) implements Sender {}

    /** The link is forgotten; nobody can tell who. */
    record Forgotten() implements Sender {}
  }

  List<Unlock> live() {
    return unlocks.live().stream().map(UnlockRow::unlock).toList();
  }

  List<HoldRow> held() {
    return holds.all();
  }

  Optional<HoldRow> hold(UUID envelope) {
    return holds.findById(envelope);
  }

  Optional<Unlock> find(UUID id) {
    return unlocks.findById(id).map(UnlockRow::unlock);
  }

  /** Why it was asked for; to be shown to whoever decides. */
  String note(UUID id) {
    return unlocks.findById(id).map(unlocking::note).orElse("");
  }

  Optional<UUID> ask(UUID envelope, Staff staff, UnlockReason reason, String note) {
    audit.record(staff.signIn(), "unlock-asked", envelope + " " + reason.stored() + " " + note);
    return unlocking.ask(envelope, asker(staff), reason, note);
  }

  /** The alarm goes out when it is open; that it fails changes nothing, and is tried again. */
  Optional<UUID> alone(UUID envelope, Staff staff, String note) {
    audit.record(staff.signIn(), "unlock-alone", envelope + " " + note);
    var opened = unlocking.alone(envelope, asker(staff), note, alarm.whom(staff));
    opened.ifPresent(_ -> alarm.raise());
    return opened;
  }

  /** Whether this person may decide about it: somebody else, who has the other role. */
  boolean mayDecide(Unlock unlock, Staff staff) {
    return unlock.status() instanceof Unlock.Status.Asked
        && !unlock.askedBy().equals(staff.signIn())
        && staff.roles().contains(unlock.otherRole());
  }

  boolean grant(Unlock unlock, Staff second) {
    audit.record(second.signIn(), "unlock-granted", unlock.envelope() + " " + unlock.id());
    return unlocking.grant(unlock.id(), decider(unlock, second));
  }

  boolean refuse(Unlock unlock, Staff second, String note) {
    audit.record(
        second.signIn(), "unlock-refused", unlock.envelope() + " " + unlock.id() + " " + note);
    return unlocking.refuse(unlock.id(), decider(unlock, second));
  }

  /** Whether this person may see who sent it, now. */
  boolean maySee(Unlock unlock, Staff staff) {
    return unlock.status() instanceof Unlock.Status.Open(var by, var until, _)
        && until.isAfter(clock.instant())
        && (by.equals(staff.signIn()) || unlock.askedBy().equals(staff.signIn()));
  }

  /**
   * Who sent it; each look is on the audit.
   *
   * @return empty when this person may not see it (any more), or the answer is gone
   */
  Optional<Sender> sender(UUID id, Staff staff) {
    unlocking.endWhatIsOver();
    var unlock = find(id).filter(found -> maySee(found, staff));
    var envelope = unlock.flatMap(found -> envelopes.findById(found.envelope()));
    if (unlock.isEmpty() || envelope.isEmpty()) {
      return Optional.empty();
    }
    audit.record(staff.signIn(), "unlock-viewed", unlock.get().envelope() + " " + id);
    var link = opener.open(envelope.get()).link();
    var reason = unlock.get().reason();
    return Optional.of(
        invitations
            .recipient(link)
            .<Sender>map(found -> new Sender.Known(found, reason))
            .or(() -> openLinks.of(link).map(Sender.Open::new))
            .orElseGet(Sender.Forgotten::new));
  }

  /** Whether this person may give account of it: a lead, and not of what they did alone. */
  boolean mayAccount(Unlock unlock, Staff staff) {
    boolean opened =
        unlock.status() instanceof Unlock.Status.Open
            || unlock.status() instanceof Unlock.Status.Shut;
    return opened
        && staff.roles().contains(Role.LEAD)
        && !(unlock.alone() && unlock.askedBy().equals(staff.signIn()));
  }

  boolean account(Unlock unlock, Staff lead, boolean told, String note) {
    audit.record(
        lead.signIn(),
        "unlock-accounted",
        unlock.envelope() + " " + unlock.id() + (told ? " told " : " not told ") + note);
    return unlocking.account(unlock.id(), lead.signIn());
  }

  /** Whether it was not too late. */
  boolean place(UUID envelope, Staff lead, HoldReason reason, Duration lasts, String note) {
    audit.record(
        lead.signIn(),
        "hold-placed",
        envelope + " " + reason.stored() + " for " + lasts.toDays() + " days " + note);
    boolean placed = holding.place(envelope, reason, clock.instant().plus(lasts));
    holdJob.run();
    return placed;
  }

  boolean end(UUID envelope, Staff lead) {
    audit.record(lead.signIn(), "hold-ended", envelope.toString());
    return holding.end(envelope);
  }

  Instant now() {
    return clock.instant();
  }

  /** A reader asks as a reader, whatever else they are: so a lead has to decide. */
  private static Unlocking.Asker asker(Staff staff) {
    var role = staff.roles().contains(Role.READER) ? Role.READER : Role.LEAD;
    return new Unlocking.Asker(staff.signIn(), role);
  }

  private static Unlocking.Asker decider(Unlock unlock, Staff second) {
    if (!second.roles().contains(unlock.otherRole())) {
      throw new IllegalArgumentException("decides without the other role");
    }
    return new Unlocking.Asker(second.signIn(), unlock.otherRole());
  }
}
