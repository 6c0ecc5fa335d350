package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.anonymity.OfficeHours;
import org.hearback.form.Answer;
import org.hearback.form.Form;
import org.hearback.form.Scribe;
import org.hearback.form.Words;

/** Turns clearing into what its two templates show. */
@Singleton
final class SheetView {
  private final Words words;
  private final StaffList staff;
  private final ZoneId zone;
  private final Onward onward;

  SheetView(Words words, StaffList staff, OfficeHours hours, Onward onward) {
    this.onward = onward;
    this.words = words;
    this.staff = staff;
    this.zone = hours.zone();
  }

  boolean readable(Clearing.Sheet sheet, Staff reader) {
    return reader.reads(sheet.answer().language());
  }

  List<Map<String, Object>> items(
      List<Clearing.Item> queue, Desks.Seen seen, Staff reader, Instant now) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var item : queue) {
      var row = new HashMap<String, Object>();
      row.put("id", item.id());
      row.put("flag", flag(item.level()));
      row.put("flagColour", flagColour(item.level()));
      row.put("due", moment(item.dueAt()));
      row.put("overdue", item.overdue(now));
      row.put("sentOn", item.sentOn());
      row.put("language", languageName(item.language()));
      row.put("readable", reader.reads(item.language()));
      row.put("read", item.read());
      row.put("owner", owner(item));
      row.put("elsewhere", seen.elsewhere(item.id(), reader).map(this::name).orElse(""));
      row.put("left", seen.left(item.id(), reader));
      rows.add(row);
    }
    return rows;
  }

  /**
   * @param elsewhere sign-in of another before whom it lies open
   */
  Map<String, Object> sheet(
      Clearing.Sheet sheet, Optional<String> elsewhere, Staff reader, Typed typed, Instant now) {
    var model = new HashMap<String, Object>();
    model.putAll(redacted(sheet, now));
    model.put("id", sheet.answer().id());
    model.put("desk", true);
    model.put("onward", onward.at(sheet.item().level()));
    model.put("readable", readable(sheet, reader));
    model.put("read", sheet.item().read());
    model.put("concernOpen", sheet.concernOpen());
    model.put("owner", owner(sheet.item()));
    model.put("mine", sheet.item().owner().equals(reader.signIn()));
    model.put("elsewhere", elsewhere.map(this::name).orElse(""));
    model.put("raw", typed.showsRaw());
    model.put("risk", typed.risk());
    model.put("note", typed.note());
    model.put("error", typed.wrong());
    model.put("errorAt", typed.wrongAt());
    var questions = questions(sheet, typed);
    model.put("questions", questions);
    model.put("ticked", questions.stream().anyMatch(row -> !List.of().equals(row.get("ticks"))));
    model.put("translated", Renderings.wanted(sheet.answer().language()));
    return model;
  }

  /** What a sheet says of the answer, redacted: for whoever decides about it and clears nothing. */
  Map<String, Object> redacted(Clearing.Sheet sheet, Instant now) {
    var model = new HashMap<String, Object>();
    model.put("flag", flag(sheet.item().level()));
    model.put("flagColour", flagColour(sheet.item().level()));
    model.put("due", moment(sheet.item().dueAt()));
    model.put("overdue", sheet.item().overdue(now));
    model.put("language", sheet.answer().language());
    model.put("direction", words.direction(sheet.answer().language()));
    model.put("languageName", languageName(sheet.answer().language()));
    model.put("scribe", scribe(sheet.answer().answers().scribe()));
    model.put("questions", questions(sheet, Typed.nothing()));
    return model;
  }

  /** The name of who deals with it; their sign-in where they have left, empty for nobody. */
  private String owner(Clearing.Item item) {
    return item.owner().isEmpty() ? "" : name(item.owner());
  }

  private String name(String signIn) {
    return staff.bySignIn(signIn).map(Staff::name).orElse(signIn);
  }

  /** Whoever helped may have been in the room. */
  private static String scribe(Scribe scribe) {
    return switch (scribe) {
      case NOBODY -> "";
      case FAMILY -> "Somebody in the family helped with it.";
      case ADVOCATE -> "An advocate helped with it.";
      case WORKER -> "A worker helped with it.";
      case SOMEBODY -> "Somebody helped with it.";
    };
  }

  /** Question by question: its words, what was ticked, and the pieces of a free text. */
  private List<Map<String, Object>> questions(Clearing.Sheet sheet, Typed typed) {
    var rows = new ArrayList<Map<String, Object>>();
    var form = sheet.answer().form();
    for (var entry : sheet.answer().answers().byQuestion().entrySet()) {
      var row = new HashMap<String, Object>();
      row.put("key", entry.getKey());
      row.put("asked", words.text("en", form.wordsOf(entry.getKey())));
      row.put("ticks", ticked(form, entry.getKey(), entry.getValue()));
      var pieces = sheet.words().getOrDefault(entry.getKey(), List.of());
      row.put("pieces", pieces);
      row.put("taken", pieces.stream().filter(Piece::taken).toList());
      row.put(
          "doubts", pieces.stream().filter(Piece::doubtful).map(Piece::text).distinct().toList());
      row.put("also", typed.also(entry.getKey()));
      row.put("undo", typed.undo(entry.getKey()));
      row.put("take", typed.take(entry.getKey()));
      row.put("english", typed.english(entry.getKey()));
      rows.add(row);
    }
    return rows;
  }

  /** What was ticked, in the reader's English. */
  private List<String> ticked(Form form, String key, Answer answer) {
    var question = form.question(key).orElseThrow();
    return answer instanceof Answer.Ticks(var ticks)
        ? question.options().stream()
            .filter(option -> ticks.contains(option.key()))
            .map(option -> words.text("en", form.wordsOf(question, option)))
            .toList()
        : List.of();
  }

  /** A level in a reader's words; empty for none. */
  static String flag(String level) {
    return switch (level) {
      case "red" -> "Red";
      case "amber" -> "Amber";
      case "L" -> "Allegation";
      case "C" -> "Complaint";
      default -> "";
    };
  }

  static String flagColour(String level) {
    return switch (level) {
      case "red" -> "govuk-tag--red";
      case "amber" -> "govuk-tag--orange";
      case "L" -> "govuk-tag--purple";
      default -> "govuk-tag--blue";
    };
  }

  private String moment(Instant instant) {
    return DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK).format(instant.atZone(zone));
  }

  private static String languageName(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
  }
}
