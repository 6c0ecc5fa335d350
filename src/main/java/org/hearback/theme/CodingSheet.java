package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A sample as a table to fill in: a line a comment with its number, its id and three places for
 * themes. It holds no words of a comment. Pure.
 */
final class CodingSheet {
  static final String NONE = "none";
  static final String UNCLEAR = "cannot be told";

  private static final List<String> COLUMNS =
      List.of("number", "comment", "theme_1", "theme_2", "theme_3");

  /** A table program saves one of these, and copies the last. */
  private static final List<Character> BETWEEN = List.of(',', ';', '\t');

  private static final int LINES_MOST = 2_000;
  private static final int SHOWN_MOST = 60;

  private CodingSheet() {}

  /** What came back. */
  sealed interface Read {
    /**
     * @param codes what the lines say; a comment whose line is empty or missing is not among them
     */
    record Whole(Map<UUID, Coding> codes) implements Read {}

    /** Nothing of it counts. */
    record Wrong(List<Mistake> mistakes) implements Read {}
  }

  /** What is wrong in a line; the first one is 1. */
  record Mistake(int line, String what) {}

  /** A line that cannot be read ends with this, and no other does. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
      super(what);
    }
  }

  static String write(List<Sample.Item> items, Map<UUID, Coding> codes) {
    var lines = new ArrayList<String>();
    lines.add(CSVFormat.RFC4180.format(COLUMNS.toArray()));
    for (var item : items) {
      var line = new ArrayList<String>();
      line.add(Integer.toString(item.place()));
      line.add(item.comment().toString());
      line.addAll(cells(Optional.ofNullable(codes.get(item.comment()))));
      lines.add(CSVFormat.RFC4180.format(line.stream().map(CodingSheet::harmless).toArray()));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static List<String> cells(Optional<Coding> coding) {
    var said =
        coding
            .map(it ->
                switch (it) {
                  case Coding.Unclear _ -> List.of(UNCLEAR);
                  case Coding.About(var themes, _) -> themes.isEmpty() ? List.of(NONE) : themes;
                })
            .orElse(List.of());
    return IntStream.range(0, Coding.MOST)
        .mapToObj(at -> at < said.size() ? said.get(at) : "")
        .toList();
  }

  /** What begins so is a formula to a table program. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /**
   * Each line by itself, so that all mistakes are found at once.
   *
   * @param items all of the sample
   */
  static Read read(String text, List<Sample.Item> items, ThemeBook book) {
    var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
    if (lines.length > LINES_MOST) {
      return new Read.Wrong(List.of(new Mistake(LINES_MOST, "This is too long for a sheet")));
    }
    var format = format(lines[0]);
    var head = header(lines[0], format);
    if (!head.containsAll(COLUMNS)) {
      return new Read.Wrong(
          List.of(
              new Mistake(
                  1, "The first line has to name the columns: " + String.join(", ", COLUMNS))));
    }
    return new Lines(format, head, items, book).read(lines);
  }

  private static CSVFormat format(String first) {
    var between =
        BETWEEN.stream()
            .max(Comparator.comparing(sign -> first.chars().filter(it -> it == sign).count()))
            .orElseThrow();
    return CSVFormat.RFC4180.builder().setDelimiter(between).get();
  }

  private static List<String> header(String first, CSVFormat format) {
    try {
      return cells(first, format).stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    } catch (Unreadable _) {
      return List.of();
    }
  }

  private static List<String> cells(String line, CSVFormat format) throws Unreadable {
    try (var parser = CSVParser.parse(line, format)) {
      return parser.getRecords().stream()
          .flatMap(row -> Arrays.stream(row.values()))
          .map(String::strip)
          .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
          .toList();
    } catch (IOException | UncheckedIOException | IllegalStateException _) {
      throw new Unreadable("A quotation mark stands in the wrong place");
    }
  }

  /** Reading one sheet, line by line. */
  private record Lines(
      CSVFormat format, List<String> head, List<Sample.Item> items, ThemeBook book) {

    Read read(String[] lines) {
      var codes = new LinkedHashMap<UUID, Coding>();
      var seen = new HashMap<String, Integer>();
      var mistakes = new ArrayList<Mistake>();
      for (int at = 1; at < lines.length; at++) {
        try {
          line(lines[at], at + 1, seen).ifPresent(one -> codes.put(one.getKey(), one.getValue()));
        } catch (Unreadable e) {
          mistakes.add(new Mistake(at + 1, e.getMessage()));
        }
      }
      return mistakes.isEmpty() ? new Read.Whole(codes) : new Read.Wrong(mistakes);
    }

    private Optional<Map.Entry<UUID, Coding>> line(
        String line, int number, Map<String, Integer> seen) throws Unreadable {
      var cells = cells(line, format);
      if (cells.stream().allMatch(String::isEmpty)) {
        return Optional.empty();
      }
      if (cells.size() > head.size()) {
        throw new Unreadable("This line has more columns than the first");
      }
      var comment = comment(cell(cells, "number"), cell(cells, "comment"));
      var before = seen.putIfAbsent(comment.toString(), number);
      if (before != null) {
        throw new Unreadable("The same comment stands in line " + before + " already");
      }
      var said =
          COLUMNS.subList(2, COLUMNS.size()).stream()
              .map(column -> cell(cells, column))
              .filter(Predicate.not(String::isEmpty))
              .toList();
      return said.isEmpty() ? Optional.empty() : Optional.of(Map.entry(comment, coding(said)));
    }

    private String cell(List<String> cells, String column) {
      int at = head.indexOf(column);
      return at < cells.size() ? cells.get(at) : "";
    }

    private UUID comment(String number, String comment) throws Unreadable {
      var item =
          items.stream().filter(one -> Integer.toString(one.place()).equals(number)).findFirst();
      if (item.isEmpty()) {
        throw new Unreadable("The sample has no number " + shown(number));
      }
      if (!item.get().comment().toString().equalsIgnoreCase(comment)) {
        throw new Unreadable("Number " + number + " is another comment in this sample");
      }
      return item.get().comment();
    }

    private Coding coding(List<String> said) throws Unreadable {
      var words = said.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
      if (words.contains(NONE) || words.contains(UNCLEAR)) {
        if (words.size() > 1) {
          throw new Unreadable("“" + NONE + "” and “" + UNCLEAR + "” stand alone");
        }
        return words.contains(NONE) ? new Coding.About(List.of()) : new Coding.Unclear();
      }
      var themes = new ArrayList<String>();
      for (var one : said) {
        themes.add(theme(one));
      }
      return new Coding.About(themes.stream().distinct().collect(Collectors.toList()));
    }

    private String theme(String said) throws Unreadable {
      return book.themes().stream()
          .filter(
              theme -> theme.key().equalsIgnoreCase(said) || theme.name().equalsIgnoreCase(said))
          .map(Theme::key)
          .findFirst()
          .orElseThrow(() -> new Unreadable("There is no theme “" + shown(said) + "”"));
    }

    private static String shown(String typed) {
      return typed.length() > SHOWN_MOST ? typed.substring(0, SHOWN_MOST) + "…" : typed;
    }
  }
}
