package org.hearback.copy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearback.anonymity.CellSpan;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/**
 * Of whom the table of those who answered tells that they did, or that they did not: to somebody
 * who knows of everybody who was asked, in which area, by which way and in which language, and who
 * adds and subtracts all day. Each cell holds nobody to all who were asked in it; each row that is
 * kept is a sum of cells, give or take what rounding hides; what follows is followed until nothing
 * does.
 */
final class Told {
  private static final String COUNCIL = "";
  private static final List<String> SPLITS = List.of("group", "way", "language");

  /**
   * A row of the table.
   *
   * @param blur by how much it may be wrong
   */
  record Row(String quarter, String area, String split, String part, int people, int blur) {}

  /** Of those asked in a quarter in one area who have one thing in common, how many answered. */
  private record Cell(String quarter, String area, String split, String part) {}

  private static final class Range {
    int low;
    int high;

    Range(int asked) {
      high = asked;
    }
  }

  private final ServiceAreas areas;
  private final Map<Cell, Integer> asked = new HashMap<>();
  private final Map<Cell, Range> ranges = new LinkedHashMap<>();

  /**
   * @param invitations of all who were asked, as the vault knows them
   */
  Told(ServiceAreas areas, Iterable<Map<String, String>> invitations, List<Row> rows) {
    this.areas = areas;
    for (var one : invitations) {
      cells(one).forEach(cell -> asked.merge(cell, 1, Integer::sum));
    }
    asked.forEach((cell, people) -> ranges.put(cell, new Range(people)));
    var sums = rows.stream().flatMap(row -> sums(row).stream()).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (var sum : sums) {
        more |= narrow(sum);
      }
    }
  }

  private record Sum(List<Range> cells, int low, int high) {}

  /** A count of all is one of each way to share them out. */
  private List<Sum> sums(Row row) {
    var splits = row.split().equals("all") ? SPLITS : List.of(row.split());
    return splits.stream()
        .map(split ->
            new Sum(
                ranges.entrySet().stream()
                    .filter(one -> isIn(one.getKey(), row, split))
                    .map(Map.Entry::getValue)
                    .toList(),
                row.people() - row.blur(),
                row.people() + row.blur()))
        .toList();
  }

  private boolean isIn(Cell cell, Row row, String split) {
    return cell.quarter().equals(row.quarter())
        && cell.split().equals(split)
        && (row.area().equals(areas.council()) || row.area().equals(cell.area()))
        && (row.part().isEmpty() || row.part().equals(cell.part()));
  }

  private static boolean narrow(Sum sum) {
    int low = sum.cells().stream().mapToInt(range -> range.low).sum();
    int high = sum.cells().stream().mapToInt(range -> range.high).sum();
    boolean narrowed = false;
    for (var range : sum.cells()) {
      int least = Math.max(range.low, sum.low() - (high - range.high));
      int most = Math.min(range.high, sum.high() - (low - range.low));
      if (least > most) {
        throw new IllegalStateException("the table says what cannot be");
      }
      narrowed |= least > range.low || most < range.high;
      low += least - range.low;
      high += most - range.high;
      range.low = least;
      range.high = most;
    }
    return narrowed;
  }

  /** Whether it tells that whoever got this invitation has not answered. */
  boolean silent(Map<String, String> invitation) {
    return cells(invitation).stream().anyMatch(cell -> ranges.get(cell).high == 0);
  }

  /** Whether it tells that they have. */
  boolean answered(Map<String, String> invitation) {
    return cells(invitation).stream()
        .anyMatch(cell -> ranges.get(cell).low >= asked.get(cell) && asked.get(cell) > 0);
  }

  /** Cells of ten people and more of whom it is told that fewer than ten answered. */
  long small() {
    return ranges.entrySet().stream()
        .filter(one -> asked.get(one.getKey()) >= 10 && one.getValue().high < 10)
        .count();
  }

  private List<Cell> cells(Map<String, String> invitation) {
    if (!invitation.get("state").equals("sent") || invitation.get("month").isEmpty()) {
      return List.of();
    }
    var quarter = CellSpan.quarterOf(java.time.YearMonth.parse(invitation.get("month"))).key();
    var area = top(invitation.get("area"));
    return SPLITS.stream()
        .map(split -> new Cell(quarter, area, split, part(split, invitation)))
        .toList();
  }

  private String top(String area) {
    var way = areas.knows(area) ? areas.upwards(area) : List.of(areas.council());
    return way.size() < 2 ? COUNCIL : way.get(way.size() - 2);
  }

  private static String part(String split, Map<String, String> invitation) {
    return switch (split) {
      case "group" -> Audience.valueOf(invitation.get("audience")).group().name();
      case "way" -> invitation.get("channel");
      default -> invitation.get("language");
    };
  }

  /**
   * The table as it would be without a rule: every cell, exactly.
   *
   * @param answered the ids of those who did
   */
  static List<Row> planted(
      ServiceAreas areas, Iterable<Map<String, String>> invitations, Set<String> answered) {
    var blank = new Told(areas, invitations, List.of());
    var counts = new TreeMap<String, Row>();
    for (var one : invitations) {
      for (var cell : blank.cells(one)) {
        if (!cell.area().equals(COUNCIL)) {
          counts.merge(
              cell.toString(),
              new Row(
                  cell.quarter(),
                  cell.area(),
                  cell.split(),
                  cell.part(),
                  answered.contains(one.get("id")) ? 1 : 0,
                  0),
              (left, right) ->
                  new Row(
                      left.quarter(),
                      left.area(),
                      left.split(),
                      left.part(),
                      left.people() + right.people(),
                      0));
        }
      }
    }
    return List.copyOf(counts.values());
  }
}
