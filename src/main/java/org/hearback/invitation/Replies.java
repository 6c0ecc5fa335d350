package org.hearback.invitation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearback.anonymity.CellSpan;
import org.hearback.journey.Audience;
import org.hearback.journey.OfficeSeal;
import org.hearback.journey.ServiceAreas;

/**
 * How many of those asked have answered. Nothing is counted on Send: it is counted in the
 * transaction that forgets who it was, as nothing knows it afterwards. Until a quarter is whole its
 * counts are sealed, since they may be of one; then {@code reporting} takes what may be kept, and
 * they go. By area, group, way and language each alone, never together. Safe for any thread and for
 * several nodes.
 */
@Singleton
public class Replies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWNER = "replied ";
  private static final String BETWEEN = "/";
  private static final int PADDED_TO = 8192;

  private final ReplyRows rows;
  private final ServiceAreas areas;
  private final OfficeSeal seal;

  Replies(ReplyRows rows, ServiceAreas areas, OfficeSeal seal) {
    this.rows = rows;
    this.areas = areas;
    this.seal = seal;
  }

  /** By what people are told apart. */
  public enum Split {
    ALL,
    GROUP,
    WAY,
    LANGUAGE
  }

  /**
   * Those asked in one quarter who have one thing in common.
   *
   * @param area the council, or an area right below it
   * @param part of the split; empty for all
   */
  public record Part(String area, Split split, String part) {}

  /** Of how many, how many. */
  public record Counted(Part part, int asked, int answered) {}

  /**
   * Counts whom the caller's transaction is about to forget.
   *
   * @param oldest of quarters before this month counts are not taken any more
   */
  @Transactional("courier")
  void count(LocalDateTime lapsed, YearMonth oldest) {
    rows.takeTurn();
    rows.dropBefore(CellSpan.quarterOf(oldest).key());
    rows.forgotten(lapsed).stream()
        .collect(Collectors.groupingBy(row -> CellSpan.quarterOf(YearMonth.parse(row.month()))))
        .forEach(this::add);
  }

  private void add(CellSpan quarter, List<ReplyRow> fresh) {
    var kept =
        kept(quarter)
            .map(tally -> {
              tally(fresh).forEach((part, people) -> tally.merge(name(part), people, Integer::sum));
              return sealed(quarter, tally);
            });
    // What does not open any more is not counted, and still nobody is remembered.
    rows.keep(quarter.key(), kept.orElseGet(() -> new byte[0]));
  }

  /**
   * The counts of a quarter.
   *
   * @return empty while it is not over, or of some it is not forgotten yet that they answered;
   *     nothing in it where the counts do not open any more
   */
  @Transactional(value = "courier", readOnly = true)
  public Optional<List<Counted>> of(CellSpan quarter) {
    var first = quarter.firstMonth().toString();
    var last = quarter.lastMonth().toString();
    if (rows.known(first, last) > 0) {
      return Optional.empty();
    }
    var asked = tally(rows.asked(first, last));
    return Optional.of(
        kept(quarter).stream()
            .flatMap(tally ->
                asked.entrySet().stream()
                    .map(one ->
                        new Counted(
                            one.getKey(),
                            one.getValue(),
                            tally.getOrDefault(name(one.getKey()), 0))))
            .toList());
  }

  /** Drops the counts of a quarter, once what may be kept of them is kept. */
  @Transactional("courier")
  public void drop(CellSpan quarter) {
    rows.drop(quarter.key());
  }

  private Map<Part, Integer> tally(List<ReplyRow> counted) {
    var tally = new HashMap<Part, Integer>();
    for (var row : counted) {
      parts(row).forEach(part -> tally.merge(part, Math.toIntExact(row.people()), Integer::sum));
    }
    return tally;
  }

  private List<Part> parts(ReplyRow row) {
    var group = Audience.valueOf(row.audience()).group().name();
    var parts = new ArrayList<Part>();
    for (var area : top(row.area())) {
      parts.add(new Part(area, Split.ALL, ""));
      parts.add(new Part(area, Split.GROUP, group));
      parts.add(new Part(area, Split.WAY, row.channel()));
      parts.add(new Part(area, Split.LANGUAGE, row.language()));
    }
    return parts;
  }

  /** The council, and the area right below it. */
  private List<String> top(String area) {
    var way = areas.knows(area) ? areas.upwards(area) : List.of(areas.council());
    return way.subList(Math.max(0, way.size() - 2), way.size());
  }

  private static String name(Part part) {
    return String.join(BETWEEN, part.area(), part.split().name(), part.part());
  }

  /** Empty where it does not open. */
  private Optional<Map<String, Integer>> kept(CellSpan quarter) {
    var row = rows.of(quarter.key());
    if (row.isEmpty()) {
      return Optional.of(new TreeMap<>());
    }
    try {
      var text = seal.open(row.get().sealed(), OWNER + quarter.key());
      return Optional.of(JSON.readValue(text, new TypeReference<TreeMap<String, Integer>>() {}));
    } catch (IllegalStateException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Of one length, as a longer one would tell that there is somebody of a rarer kind. */
  private byte[] sealed(CellSpan quarter, Map<String, Integer> tally) {
    try {
      var text = JSON.writeValueAsString(tally);
      int padded = (text.length() / PADDED_TO + 1) * PADDED_TO;
      return seal.close(text + " ".repeat(padded - text.length()), OWNER + quarter.key());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("counts cannot be written", e);
    }
  }
}
