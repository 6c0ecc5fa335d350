package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.anonymity.OfficeHours;

/** Turns unlocks and holds into what their templates show. */
@Singleton
final class UnlockView {
  private final UnlockDesk desk;
  private final Clearing clearing;
  private final SheetView sheets;
  private final StaffList staffList;
  private final ConcernRows concerns;
  private final ZoneId zone;

  UnlockView(
      UnlockDesk desk,
      Clearing clearing,
      SheetView sheets,
      StaffList staffList,
      ConcernRows concerns,
      OfficeHours hours) {
    this.desk = desk;
    this.clearing = clearing;
    this.sheets = sheets;
    this.staffList = staffList;
    this.concerns = concerns;
    this.zone = hours.zone();
  }

  /** What there is to do, and what is held. */
  Map<String, Object> list(Staff staff) {
    var model = new HashMap<String, Object>();
    var live = desk.live();
    model.put("unlocks", live.stream().map(unlock -> row(unlock, staff)).toList());
    model.put("concerns", concerns.open().stream().map(this::concern).toList());
    model.put("holds", desk.held().stream().map(this::hold).toList());
    model.put("lead", staff.roles().contains(Role.LEAD));
    return model;
  }

  /** One answer, to ask about or to hold; empty when it is gone. */
  Optional<Map<String, Object>> answer(UUID envelope, Staff staff, Typed typed) {
    return clearing
        .sheet(envelope)
        .map(sheet -> {
          var model = new HashMap<String, Object>(common(typed));
          model.put("id", envelope);
          model.put("reader", staff.roles().contains(Role.READER));
          model.put("lead", staff.roles().contains(Role.LEAD));
          model.putAll(words(sheet));
          model.put("reasons", reasons());
          model.put("reason", typed.value("reason"));
          model.put("aloneNote", typed.value("alone-note"));
          model.put("hold", desk.hold(envelope).map(this::hold).orElse(Map.of()));
          model.put("holdReasons", holdReasons());
          model.put("holdReason", typed.value("hold-reason"));
          model.put("holdDays", typed.value("hold-days"));
          model.put("holdNote", typed.value("hold-note"));
          model.put("aloneLooks", Unlocking.ONE_LOOKS.toHours());
          return model;
        });
  }

  /** One request; empty when its answer is gone. */
  Optional<Map<String, Object>> unlock(UUID id, Staff staff, Typed typed) {
    var unlock = desk.find(id);
    var sheet = unlock.flatMap(found -> clearing.sheet(found.envelope()));
    if (unlock.isEmpty() || sheet.isEmpty()) {
      return Optional.empty();
    }
    var model = new HashMap<String, Object>(common(typed));
    model.putAll(row(unlock.get(), staff));
    model.putAll(words(sheet.get()));
    model.put("id", id);
    model.put("why", desk.note(id));
    model.put("told", typed.value("told"));
    model.put("mayDecide", desk.mayDecide(unlock.get(), staff));
    model.put("maySee", desk.maySee(unlock.get(), staff));
    model.put("mayAccount", desk.mayAccount(unlock.get(), staff));
    model.put("looks", Unlocking.TWO_LOOK.toHours());
    return Optional.of(model);
  }

  /** Who sent it, and nothing that the reason does not need. */
  Map<String, Object> sender(Unlock unlock, UnlockDesk.Sender sender) {
    var model = new HashMap<String, Object>();
    model.put("id", unlock.id());
    model.put("reason", unlock.reason().words());
    model.put("facts", facts(sender));
    return model;
  }

  private static List<Map<String, String>> facts(UnlockDesk.Sender sender) {
    var facts = new ArrayList<Map<String, String>>();
    switch (sender) {
      case UnlockDesk.Sender.Known(var who, var reason) -> {
        add(facts, "Number in the case system", who.person());
        add(facts, "Known as", who.role());
        if (reason.needs(UnlockReason.Detail.NAME)) {
          add(facts, "Name", who.name());
        }
        if (reason.needs(UnlockReason.Detail.PHONE)) {
          add(facts, "Phone", who.phone());
        }
        if (reason.needs(UnlockReason.Detail.ADDRESS)) {
          add(facts, "Address", String.join(", ", who.address()));
        }
        if (reason.needs(UnlockReason.Detail.ROUTE) && !who.route().equals(who.person())) {
          add(facts, "The link was handed over by", who.routeName() + " (" + who.route() + ")");
        }
      }
      case UnlockDesk.Sender.Open(var link) ->
          add(
              facts,
              "Sent by an open link",
              "at " + link.place() + "; nobody can tell by whom. Whoever works there may.");
      case UnlockDesk.Sender.Forgotten() ->
          add(facts, "Nobody can tell", "The invitation is forgotten.");
    }
    return facts;
  }

  private static void add(List<Map<String, String>> facts, String name, String value) {
    facts.add(Map.of("name", name, "value", value.isBlank() ? "Not on the record" : value));
  }

  private Map<String, Object> row(Unlock unlock, Staff staff) {
    var row = new HashMap<String, Object>();
    row.put("id", unlock.id());
    row.put("reason", unlock.reason().words());
    row.put("asked", name(unlock.askedBy()));
    row.put("alone", unlock.alone());
    row.put("mine", desk.mayDecide(unlock, staff));
    switch (unlock.status()) {
      case Unlock.Status.Asked(var lapsesAt) -> {
        row.put("state", "Waits for a " + (unlock.otherRole() == Role.LEAD ? "lead" : "reader"));
        row.put("until", "Lapses " + moment(lapsesAt));
        row.put("late", false);
      }
      case Unlock.Status.Open(var opener, var shutsAt, var due) -> {
        row.put("state", unlock.alone() ? "Opened alone" : "Opened with " + name(opener));
        row.put("until", "Can be seen until " + moment(shutsAt));
        row.put("late", due.isBefore(desk.now()));
      }
      case Unlock.Status.Shut(var opener, var due) -> {
        row.put("state", unlock.alone() ? "Opened alone" : "Opened with " + name(opener));
        row.put("until", "Account due " + moment(due));
        row.put("late", due.isBefore(desk.now()));
      }
      case Unlock.Status.Over(var how) -> {
        row.put("state", Character.toUpperCase(how.charAt(0)) + how.substring(1));
        row.put("until", "");
        row.put("late", false);
      }
    }
    return row;
  }

  private Map<String, Object> concern(ConcernRow concern) {
    var due = concern.dueAt().toInstant(ZoneOffset.UTC);
    return Map.of(
        "id", concern.envelope(),
        "flag", SheetView.flag(concern.level()),
        "flagColour", SheetView.flagColour(concern.level()),
        "due", moment(due),
        "late", due.isBefore(desk.now()));
  }

  private Map<String, Object> hold(HoldRow hold) {
    var ends = hold.endsAt().toInstant(ZoneOffset.UTC);
    return Map.of(
        "id", hold.envelope(),
        "reason", HoldReason.of(hold.reason()).orElseThrow().words(),
        "ends", moment(ends),
        "late", ends.isBefore(desk.now()));
  }

  private Map<String, Object> words(Clearing.Sheet sheet) {
    return sheets.redacted(sheet, desk.now());
  }

  private static Map<String, Object> common(Typed typed) {
    return Map.of("error", typed.wrong(), "errorAt", typed.wrongAt(), "note", typed.note());
  }

  private static List<Map<String, String>> reasons() {
    return Arrays.stream(UnlockReason.values())
        .map(reason -> Map.of("key", reason.stored(), "words", reason.words()))
        .toList();
  }

  private static List<Map<String, String>> holdReasons() {
    return Arrays.stream(HoldReason.values())
        .filter(reason -> reason != HoldReason.CONCERN)
        .map(reason -> Map.of("key", reason.stored(), "words", reason.words()))
        .toList();
  }

  private String name(String signIn) {
    return staffList.bySignIn(signIn).map(Staff::name).orElse(signIn);
  }

  private String moment(Instant instant) {
    return DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK).format(instant.atZone(zone));
  }
}
