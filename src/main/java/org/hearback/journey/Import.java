package org.hearback.journey;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hearback.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes CSV files in: one a table of the extract, and the contact feed. The same file twice changes
 * nothing. A line that cannot be taken is quarantined and the rest goes in; a file without its
 * columns is refused whole. Stateless, safe for any thread. A failing database is thrown, and then
 * nothing of the file has gone in.
 */
@Singleton
public final class Import {
  private static final Logger LOG = LoggerFactory.getLogger(Import.class);
  private static final Pattern NAME =
      Pattern.compile(
          "([a-z0-9_]+?)(?:[_-]\\d{4}-?\\d{2}-?\\d{2}(?:[T_-]?\\d{2}[:-]?\\d{2}.*)?)?\\.csv");
  private static final long BYTES_MAX = 256L << 20;

  private final Intakes intakes;
  private final Turn turn;
  private final Audit audit;

  Import(Intakes intakes, Turn turn, Audit audit) {
    this.intakes = intakes;
    this.turn = turn;
    this.audit = audit;
  }

  /** Takes one file; its name says which table it is. */
  public ImportReport file(Path file) {
    var name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > BYTES_MAX) {
        return told(new ImportReport.Refused(name, "the file is larger than 256 MB"));
      }
      return bytes(name, Files.readAllBytes(file));
    } catch (IOException e) {
      return told(new ImportReport.Refused(name, "the file cannot be read"));
    }
  }

  /** Takes the content of a file of this name. */
  public ImportReport bytes(String name, byte[] content) {
    var match = NAME.matcher(name.toLowerCase(Locale.ROOT));
    var table = match.matches() ? match.group(1) : "";
    var intake = intakes.find(table);
    if (intake.isEmpty()) {
      return told(
          new ImportReport.Refused(
              name, "no file of this name is read; read are " + new TreeSet<>(intakes.tables())));
    }
    try {
      var csv = CsvFile.read(content);
      csv.demand(intake.get().columns());
      return told(turn.own(() -> taken(shortened(name), table, csv)));
    } catch (ImportRefused e) {
      return told(new ImportReport.Refused(name, e.reason()));
    }
  }

  private ImportReport taken(String name, String table, CsvFile csv) {
    audit.record("import", "file-taken", name + ", lines: " + csv.lines().size());
    return intakes.file(name, table, csv);
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), 200));
  }

  private static ImportReport told(ImportReport report) {
    switch (report) {
      case ImportReport.Refused(var file, var reason) ->
          LOG.warn("import {} refused: {}", file, reason);
      case ImportReport.Taken taken ->
          LOG.info(
              "import {}: {} lines, {} changed, {} unchanged, {} quarantined",
              taken.file(),
              taken.lines(),
              taken.changed(),
              taken.unchanged(),
              taken.quarantined());
    }
    return report;
  }
}
