package org.hearback.copy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.form.Form;
import org.hearback.form.Forms;
import org.hearback.form.Question;

/**
 * What stands beside the label of a response, as the log shows it: core items, how many comments,
 * and whether one of them was put into English. A form that does not ask about an item, or asks for
 * fewer texts, was not the one that was answered; and whoever was asked in English wrote nothing
 * that somebody put into English. Of an envelope it shows whether somebody had to read it: without
 * a flag that is for its words alone.
 */
final class Beside {
  private final Forms forms;
  private final Map<UUID, Stands> stands = new HashMap<>();
  private final Set<UUID> toBeRead = new HashSet<>();
  private final Set<UUID> flagged = new HashSet<>();

  /** By one response. */
  private static final class Stands {
    final Set<String> items = new HashSet<>();
    int comments;
    boolean rendered;
  }

  Beside(Log log, Map<String, List<String>> columns, Forms forms) {
    this.forms = forms;
    for (var item : log.of(Log.Kind.INSERT, "feedback.item")) {
      var row = Suspects.row(columns, item);
      by(row).items.add(row.get("item"));
    }
    for (var comment : log.of(Log.Kind.INSERT, "feedback.comment")) {
      var row = Suspects.row(columns, comment);
      by(row).comments++;
      by(row).rendered |= !row.get("english").isEmpty();
    }
    for (var clearing : log.of(Log.Kind.INSERT, "bridge.clearing")) {
      var row = Suspects.row(columns, clearing);
      if (row.get("state").equals("queued")) {
        toBeRead.add(UUID.fromString(row.get("envelope")));
      }
    }
    for (var envelope : log.of(Log.Kind.INSERT, "bridge.envelope")) {
      var row = Suspects.row(columns, envelope);
      if (!row.get("level").equals("none")) {
        flagged.add(UUID.fromString(row.get("id")));
      }
    }
  }

  private Stands by(Map<String, String> row) {
    return stands.computeIfAbsent(UUID.fromString(row.get("response")), _ -> new Stands());
  }

  /** Whether somebody who was asked could have said what has become this response. */
  boolean fits(Log.Change response, Map<String, String> asked) {
    var here = stands.getOrDefault(Thief.uuid(response.bytes(0)), new Stands());
    var form =
        forms.find(asked.get("form"), Integer.parseInt(asked.get("form_version"))).orElseThrow();
    return items(form).containsAll(here.items)
        && here.comments <= texts(form)
        && !(here.rendered && asked.get("language").startsWith("en"));
  }

  /** Whether this envelope could have become this response. */
  boolean fits(Log.Change response, UUID envelope) {
    var here = stands.getOrDefault(Thief.uuid(response.bytes(0)), new Stands());
    boolean hasWords = toBeRead.contains(envelope) && !flagged.contains(envelope);
    return here.comments > 0 ? toBeRead.contains(envelope) : !hasWords;
  }

  private static Set<String> items(Form form) {
    return form.questions().stream()
        .flatMap(question -> question.item().stream())
        .map(Enum::name)
        .collect(Collectors.toSet());
  }

  private static long texts(Form form) {
    return form.questions().stream().filter(Question.OpenText.class::isInstance).count();
  }
}
