package org.hearback.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The lines of a CSV file (RFC 4180, UTF-8, header first), each read alone, so that one broken line
 * does not take the rest with it: an odd quotation mark ends with its own line unless the lines
 * after it complete a record of the right width.
 */
record CsvFile(List<String> header, List<Line> lines) {
  /** A quoted field may run over lines, but hardly over more than these. */
  private static final int LINES_A_RECORD = 50;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /**
   * @throws ImportRefused when there is no usable header
   */
  static CsvFile read(byte[] bytes) {
    if (bytes.length >= 2
        && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
            || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)) {
      throw new ImportRefused("the file is UTF-16; save it as UTF-8");
    }
    var text = new String(bytes, StandardCharsets.UTF_8);
    var physical = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
    var header = header(physical[0]);
    return new CsvFile(header, lines(physical, header));
  }

  void demand(Set<String> columns) {
    var missing = new TreeSet<>(columns);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new ImportRefused("the file has no column " + String.join(", ", missing));
    }
  }

  private static List<String> header(String first) {
    var names =
        fields(first).orElseThrow(() -> new ImportRefused("the header is not CSV")).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    if (first.isBlank()) {
      throw new ImportRefused("the file has no header");
    }
    if (first.indexOf(Line.MARK) >= 0) {
      throw new ImportRefused("the header is not UTF-8");
    }
    var seen = new HashSet<String>();
    for (var name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new ImportRefused("the header has two columns " + printable(name));
      }
    }
    return names;
  }

  private static List<Line> lines(String[] physical, List<String> header) {
    var lines = new ArrayList<Line>();
    for (int at = 1; at < physical.length; ) {
      if (physical[at].isBlank()) {
        at++;
        continue;
      }
      int length = length(physical, at, header.size());
      lines.add(line(at + 1, join(physical, at, Math.max(length, 1)), header));
      at += Math.max(length, 1);
    }
    return lines;
  }

  /**
   * How many physical lines make the record that starts here; 0 where none of the right width does.
   */
  private static int length(String[] physical, int at, int width) {
    boolean open = false;
    for (int length = 1; length <= LINES_A_RECORD && at + length <= physical.length; length++) {
      open ^= physical[at + length - 1].chars().filter(c -> c == '"').count() % 2 == 1;
      if (!open) {
        var fields = fields(join(physical, at, length));
        return length == 1 || fields.filter(f -> f.size() == width).isPresent() ? length : 0;
      }
    }
    return 0;
  }

  private static Line line(int number, String text, List<String> header) {
    var fields = fields(text);
    if (fields.isEmpty()) {
      return new Line(number, text, Map.of(), "not-csv");
    }
    if (fields.get().size() != header.size()) {
      // A stray comma stands behind the id more often than before it: enough to know who is in
      // doubt.
      var id = Map.of(header.getFirst(), fields.get().getFirst());
      return new Line(number, text, id, "wrong-number-of-fields");
    }
    var values = new HashMap<String, String>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), fields.get().get(i));
    }
    return new Line(number, text, values, Line.odd(text));
  }

  private static Optional<List<String>> fields(String record) {
    try (var parser = CSVParser.parse(record, FORMAT)) {
      var records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return Optional.empty(); // the parser's word for a quotation mark in the wrong place
    }
  }

  private static String join(String[] physical, int at, int length) {
    return String.join("\n", java.util.Arrays.asList(physical).subList(at, at + length));
  }

  /**
   * A header is shown to the operator; a file that is no CSV at all must not put personal data
   * there.
   */
  private static String printable(String name) {
    return name.matches("[a-z0-9_ ]{1,40}") ? name : "of one name";
  }
}
