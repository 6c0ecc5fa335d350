package org.hearback;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hearback.audit.Audit;
import org.hearback.audit.AuditCheck;
import org.hearback.audit.AuditReading;
import org.hearback.audit.Head;
import org.hearback.journey.CouncilClock;

/**
 * What {@code audit} does: {@code verify} walks the chain and compares it with an earlier head,
 * {@code read} opens the bodies with the auditor's private half. That it was read is on the record
 * as well.
 *
 * @param out takes what is printed, line by line
 */
record AuditCommand(
    AuditCheck check, AuditReading reading, Audit audit, CouncilClock clock, Consumer<String> out) {
  private static final String ACTOR = "audit-command";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  static AuditCommand of(ApplicationContext context, Consumer<String> out) {
    return new AuditCommand(
        context.getBean(AuditCheck.class),
        context.getBean(AuditReading.class),
        context.getBean(Audit.class),
        context.getBean(CouncilClock.class),
        out);
  }

  /**
   * @return whether all is well: nothing is broken, and a head that was handed in stands
   * @throws StartRefused when it is no such command, or cannot be done
   */
  boolean run(List<String> arguments) {
    var more = arguments.stream().skip(1).toList();
    return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "verify" -> verified(options(more, Set.of("--head")));
      case "read" -> read(options(more, Set.of("--key", "--from", "--to")));
      default ->
          throw new StartRefused(
              "audit needs verify [--head NO:HEX], or read --key FILE [--from DAY] [--to DAY]");
    };
  }

  private boolean verified(Map<String, String> options) {
    boolean whole =
        switch (check.verify()) {
          case AuditCheck.Whole found -> {
            out.accept("whole");
            out.accept("rows: " + found.rows());
            out.accept("head: " + found.head());
            out.accept("bodies dropped after 24 months: " + found.dropped());
            yield true;
          }
          case AuditCheck.Broken(long no, AuditCheck.Fault fault) -> {
            out.accept("broken at row " + no + ": " + words(fault));
            yield false;
          }
        };
    return stands(options) && whole;
  }

  private boolean stands(Map<String, String> options) {
    var given = options.get("--head");
    if (given == null) {
      return true;
    }
    var head =
        Head.read(given)
            .orElseThrow(() -> new StartRefused("--head needs NO:HEX, as it stands in an e-mail"));
    boolean stands = check.holds(head);
    out.accept(
        stands
            ? "head " + head.no() + " stands in this chain"
            : "head "
                + head.no()
                + " does not stand in this chain: rows were cut off, or it was written anew");
    return stands;
  }

  private boolean read(Map<String, String> options) {
    var key = options.get("--key");
    if (key == null) {
      throw new StartRefused("audit read needs --key FILE, the auditor's private half");
    }
    var from = day(options.getOrDefault("--from", "1970-01-01"));
    var to = options.containsKey("--to") ? day(options.get("--to")) : clock.today();
    audit.record(ACTOR, "audit-read", from + " to " + to);
    try {
      reading.read(
          Path.of(key),
          from.atStartOfDay(clock.zone()).toInstant(),
          to.plusDays(1).atStartOfDay(clock.zone()).toInstant(),
          this::tell);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(String.valueOf(e.getMessage()));
    }
    return true;
  }

  private void tell(AuditReading.Line line) {
    out.accept(
        "%d  %s  %s  %s"
            .formatted(
                line.no(),
                MOMENT.format(ZonedDateTime.ofInstant(line.at(), clock.zone())),
                plain(line.actor()),
                plain(line.act())));
    switch (line.body()) {
      case AuditReading.Body.Opened(var text) ->
          text.lines().forEach(part -> out.accept("    " + plain(part)));
      case AuditReading.Body.Dropped() -> out.accept("    (dropped after 24 months)");
      case AuditReading.Body.Sealed() -> out.accept("    (sealed to another key)");
    }
  }

  /** What somebody has typed into a search must not move the auditor's screen about. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "\u00b7");
  }

  private static String words(AuditCheck.Fault fault) {
    return switch (fault) {
      case LINK -> "it does not follow from the row before";
      case BODY_CHANGED -> "its sealed body is another one";
      case BODY_MISSING -> "its sealed body is gone before its time";
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new StartRefused("a day is written like 2026-11-23");
    }
  }

  private static Map<String, String> options(List<String> arguments, Set<String> known) {
    var options = new LinkedHashMap<String, String>();
    for (int at = 0; at < arguments.size(); at += 2) {
      if (!known.contains(arguments.get(at)) || at + 1 == arguments.size()) {
        throw new StartRefused(
            "audit takes no " + arguments.get(at) + " here, or its value is missing");
      }
      options.put(arguments.get(at), arguments.get(at + 1));
    }
    return options;
  }
}
