package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.hearback.access.ApiCaller;
import org.hearback.access.ApiScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts, as files and as requests: the same outcomes, and the same vault after. */
class ApiSameAsCsvTest {
  private static final int NIGHTS = 4;
  private static final int FACTS = 40;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiCaller CALLER =
      new ApiCaller(UUID.randomUUID(), "feed", Set.of(ApiScope.values()));

  /** What may stand in a column, by the end of its name; the last is for all others. */
  private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("team", List.of("FH-N1", "FH-S1", "FH-N1", "NOBODY", "", "null"));
    VALUES.put("transfer_in", List.of("N", "n", "Y", "", "NULL"));
    VALUES.put("ola", List.of("N", "Y", ""));
    VALUES.put("cancelled", List.of("", "", "N", "Y", "maybe"));
    VALUES.put("legal_status", List.of("C1", "L1: x", "E1", "V4", "", "C10"));
    VALUES.put("outcome", List.of("Decision to Issue Care Proceedings", "", "Other"));
    VALUES.put("person_id", ids("c"));
    VALUES.put("meeting_id", ids("m"));
    VALUES.put("family_id", ids("f"));
    VALUES.put("_id", ids("a"));
    VALUES.put("role", List.of("parent", "Parent", "child", "route", "worker", "nobody", ""));
    VALUES.put("age_band", List.of("", "", "12-17", "4-7", "99"));
    VALUES.put("sms_ok", List.of("yes", "yes", "no", "YES", "", "maybe"));
    VALUES.put("email_ok", List.of("yes", "", "no", "maybe"));
    VALUES.put("post_ok", List.of("", "yes", "no", "maybe"));
    VALUES.put(
        "address",
        List.of("1 Sample Street|Westhaven|ZZ1 1ZZ", "", "no postcode|Westhaven", "x".repeat(501)));
    VALUES.put("legal_flags", List.of("", "refuge", "unheard-of, interpreter", "x".repeat(401)));
    VALUES.put("language", List.of("en", "", "ar", "pl_PL", "no language", "x"));
    VALUES.put(
        "updated_at",
        List.of(
            "2026-11-20T08:00:00Z", "2026-11-19 08:00:00", "2026-11-21", "2027-01-01", "", "soon"));
    VALUES.put(
        "name",
        List.of(
            "Dana Fell",
            "Fell, \"Dana\"",
            "Zo\u00eb\nFell",
            "\u0644\u064a\u0644\u0649",
            "x\uFFFD",
            "x\u0007",
            "y".repeat(201),
            ""));
    VALUES.put("phone", List.of("07700 900123", "+44 7700 900124", "none", ""));
    VALUES.put("email", List.of("", "a@example.org", "b".repeat(255)));
    VALUES.put(
        "",
        List.of(
            "2026-11-20",
            "20/11/2026",
            "2026-11-23 10:30:00",
            "",
            "",
            "NULL",
            "2026-02-30",
            "2026-12-24",
            "2026-01-01",
            "soon"));
  }

  private static VaultContext vault;

  @BeforeAll
  static void open() throws SQLException {
    vault = new VaultContext(Map.of());
  }

  @AfterAll
  static void close() {
    vault.close();
  }

  /** One fact. */
  private record Fact(String table, Map<String, String> values) {}

  /** What somebody sees: outcomes by table, and the vault. */
  private record Seen(List<String> outcomes, List<String> vault) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void the_same_facts_are_the_same_whichever_way_they_come(long seed) throws Exception {
    var nights = nights(new Random(seed));
    var files = seen(nights, this::asFiles);
    var requests = seen(nights, this::asRequests);
    assertThat(requests.outcomes()).isEqualTo(files.outcomes());
    assertThat(requests.vault()).isEqualTo(files.vault());
    assertThat(files.vault().toString())
        .as("enough of each kind happened")
        .contains("bad-date", "double-id", "|parent|", "|M3|", "|M6|", "|dead|");
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103})
  void what_came_as_a_file_is_known_when_it_comes_as_a_request(long seed) throws Exception {
    var night = nights(new Random(seed)).getFirst();
    seen(List.of(night), this::asFiles);
    asFiles(night);
    var before = dump();
    assertThat(asRequests(night).stream().filter(o -> o.endsWith(" changed")))
        .allMatch(o -> o.endsWith(" 0 changed"));
    assertThat(dump()).isEqualTo(before);
  }

  private Seen seen(List<List<Fact>> nights, Function<List<Fact>, List<String>> way)
      throws SQLException {
    vault.database.empty();
    vault.now("2026-11-24T12:00:00Z");
    var outcomes = new ArrayList<String>();
    for (var night : nights) {
      outcomes.addAll(way.apply(night));
    }
    return new Seen(outcomes, dump());
  }

  /** Each table a file. Of a file only counts and what was put aside are told. */
  private List<String> asFiles(List<Fact> facts) {
    var told = new ArrayList<String>();
    byTable(facts)
        .forEach((table, lines) -> {
          var columns = new ArrayList<>(new TreeSet<>(lines.getFirst().values().keySet()));
          var csv = new StringBuilder(CSVFormat.RFC4180.format(columns.toArray())).append("\r\n");
          for (var line : lines) {
            csv.append(CSVFormat.RFC4180.format(columns.stream().map(line.values()::get).toArray()))
                .append("\r\n");
          }
          var report =
              vault
                  .context
                  .getBean(Import.class)
                  .bytes(table + ".csv", csv.toString().getBytes(StandardCharsets.UTF_8));
          assertThat(report).isInstanceOf(ImportReport.Taken.class);
          if (report instanceof ImportReport.Taken taken) {
            told.add(table + " " + taken.changed() + " changed");
            told.add(table + " " + taken.unchanged() + " unchanged");
            told.add(table + " " + taken.quarantined() + " quarantined");
          }
        });
    return told;
  }

  /** All tables of events in one request, contacts in another. */
  private List<String> asRequests(List<Fact> facts) {
    var counts = new TreeMap<String, Integer>();
    for (boolean contacts : new boolean[] {true, false}) {
      var some =
          facts.stream().filter(f -> contacts == f.table().equals(Intakes.CONTACTS)).toList();
      var intakes = vault.context.getBean(Intakes.class);
      var body = some.stream().map(ApiSameAsCsvTest::item).toList().toString();
      var reply =
          vault
              .context
              .getBean(Reception.class)
              .take(
                  new Reception.Request(
                      CALLER, "test", Optional.empty(), body.getBytes(StandardCharsets.UTF_8)),
                  bytes ->
                      contacts
                          ? new ItemReader(intakes).contacts(bytes)
                          : new ItemReader(intakes).events(bytes));
      try {
        var outcomes = JSON.readTree(reply.json()).get("outcomes");
        for (int i = 0; i < some.size(); i++) {
          counts.merge(
              some.get(i).table() + " " + outcomes.get(i).get("outcome").asText(), 1, Integer::sum);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return byTable(facts).keySet().stream()
        .flatMap(table ->
            List.of("changed", "unchanged", "quarantined").stream()
                .map(word -> table + " " + counts.getOrDefault(table + " " + word, 0) + " " + word))
        .toList();
  }

  private static ObjectNode item(Fact fact) {
    var row = JSON.createObjectNode();
    fact.values()
        .forEach((column, value) -> {
          if (value.isEmpty() && column.hashCode() % 2 == 0) {
            row.putNull(column);
          } else {
            row.put(column, value);
          }
        });
    if (fact.table().equals(Intakes.CONTACTS)) {
      return row;
    }
    var item = JSON.createObjectNode();
    item.put("table", fact.table());
    item.set("row", row);
    return item;
  }

  private static Map<String, List<Fact>> byTable(List<Fact> facts) {
    var byTable = new LinkedHashMap<String, List<Fact>>();
    facts.forEach(f -> byTable.computeIfAbsent(f.table(), _ -> new ArrayList<>()).add(f));
    return byTable;
  }

  private List<List<Fact>> nights(Random random) {
    var intakes = vault.context.getBean(Intakes.class);
    var tables = new ArrayList<>(new TreeSet<>(intakes.tables()));
    var nights = new ArrayList<List<Fact>>();
    for (int night = 0; night < NIGHTS; night++) {
      var facts = new ArrayList<Fact>();
      for (int i = 0; i < FACTS; i++) {
        var table = i < tables.size() ? tables.get(i) : tables.get(random.nextInt(tables.size()));
        var values = new TreeMap<String, String>();
        for (var column : new TreeSet<>(intakes.find(table).orElseThrow().known())) {
          values.put(column, value(column, random));
        }
        facts.add(new Fact(table, values));
      }
      nights.add(facts);
    }
    return nights;
  }

  private static String value(String column, Random random) {
    var choice = VALUES.entrySet().stream().filter(e -> column.endsWith(e.getKey())).findFirst();
    var values = choice.orElseThrow().getValue();
    if (random.nextInt(8) == 0) {
      return values.get(random.nextInt(values.size()));
    }
    // What a council mostly sends: ids of its own, and the first words of a list, which are sound.
    return values.getFirst().matches("[acfm]0")
        ? values.getFirst().charAt(0) + "" + random.nextInt(30)
        : values.get(random.nextInt(2));
  }

  private static List<String> ids(String letter) {
    return List.of(
        letter + 0,
        letter + 1,
        letter + 2,
        letter + 3,
        letter + 4,
        letter + 5,
        letter + 6,
        letter + 7,
        " " + letter + "8 ",
        "",
        letter.repeat(65));
  }

  private List<String> dump() throws SQLException {
    var all = new ArrayList<String>();
    all.addAll(
        vault.database.column(
            "SELECT CONCAT_WS('|', source, source_event_id, milestone, person_id, meeting_id, area,"
                + " occurred_on, seen_on, state) FROM vault.milestone_event ORDER BY 1"));
    all.addAll(
        vault.database.column(
            "SELECT CONCAT_WS('|', source, source_event_id, reason, person_id, family) FROM"
                + " vault.bar ORDER BY 1"));
    all.addAll(
        vault.database.column(
            "SELECT CONCAT_WS('|', person_id, role, family_id, language, age_band, sms_ok,"
                + " email_ok, post_ok, flags, HEX(phone_mac), HEX(email_mac), HEX(address_mac),"
                + " seen_on, updated_at) FROM vault.contact ORDER BY 1"));
    for (var person : vault.database.column("SELECT person_id FROM vault.contact ORDER BY 1")) {
      all.add(vault.context.getBean(Contacts.class).find(person).orElseThrow().name());
    }
    all.addAll(vault.database.column("SELECT DISTINCT reason FROM vault.quarantine ORDER BY 1"));
    return all;
  }
}
