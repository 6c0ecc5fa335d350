package org.hearback.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.Desk;
import org.hearback.LogBook;
import org.hearback.Phone;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.StaffList;
import org.hearback.answer.KeyFolder;
import org.hearback.form.Forms;
import org.hearback.journey.ServiceAreas;
import org.hearback.reporting.ReleaseJob;
import org.hearback.response.DelinkJob;
import org.hearback.retention.RetentionJob;
import org.hearback.safeguarding.Batches;
import org.hearback.safeguarding.HoldJob;
import org.hearback.safeguarding.KeyJob;
import org.hearback.safeguarding.OpenJob;
import org.hearback.safeguarding.Truth;
import org.hearback.theme.IndexJob;
import org.hearback.tryout.MovedIn;

/**
 * Promise 1 by numbers: an attacker with every byte of the database and its log over fifteen
 * months, the index, every line that was logged and all metrics looks for whom each response could
 * be from, with the table of those who answered in the other hand. Two councils: the sample, and
 * one of forty answers a month. A planted mistake shows that the attack finds what there is to
 * find.
 */
public final class LinkingAttack {
  private static final Path FOLDER = Path.of("target/mariadb").toAbsolutePath();
  private static final int MONTHS = 15;
  private static final int ANSWERS_A_MONTH = 40;
  private static final int INVITED_FOR_EACH = 4;

  private static final List<String> WORDS =
      List.of(
          "Ring back when you say.",
          "The tea was nice.",
          "The plan is clear.",
          "A shorter plan would have helped us all.",
          "Start on time and end on time, please.",
          "We liked that the meeting was at the school and not at the office in town.");

  private static final List<String> WORDS_IN_ARABIC =
      List.of("كان الشاي طيبا.", "الخطة واضحة.", "خطة أقصر كانت ستساعدنا جميعا.");

  /** Who is asked what, and what they say: forms for the same people do not ask the same. */
  private record Kind(
      String form,
      String audience,
      String ageBand,
      String milestone,
      Map<String, String> ticks,
      List<String> texts) {}

  private static final Kind ASSESSMENT =
      new Kind(
          "assessment-parent",
          "PARENT",
          "",
          "M3",
          Map.of("listened", "agree", "facts", "agree", "next", "agree"),
          List.of("change"));
  private static final List<Kind> KINDS =
      List.of(
          ASSESSMENT,
          ASSESSMENT,
          new Kind(
              "plan-parent",
              "PARENT",
              "",
              "M9",
              Map.of("listened", "yes", "working", "yes", "home", "yes"),
              List.of("one-thing")),
          new Kind(
              "conference-young-person",
              "YOUNG_PERSON",
              "12-17",
              "M6",
              Map.of("views", "agree", "respect", "agree"),
              List.of("ask")),
          new Kind(
              "review-young-person",
              "YOUNG_PERSON",
              "12-17",
              "M11",
              Map.of("say", "spoken-for", "live", "happy", "tell", "yes"),
              List.of("instead", "in-charge")),
          new Kind(
              "conference-partner",
              "PARTNER",
              "",
              "M6",
              Map.of("reports", "agree"),
              List.of("easier")));

  private LinkingAttack() {}

  public static void main(String[] args) throws Exception {
    var found = new ArrayList<Suspects>();
    System.out.println(
        "council            responses   smallest    median  top-1 hits  expected   95 % of chance");
    for (var council : List.of("sample", "small")) {
      if (args.length == 0 || args[0].equals(council)) {
        var looks = attack(council);
        looks.getFirst().print(council);
        looks.getLast().print(council + ", planted");
        found.add(looks.getFirst());
      }
    }
    System.out.println("not counted: answers by open links, whose senders nobody knows");
    System.out.println(Suspects.line(found));
    System.exit(0);
  }

  /** As it is, and as it would be if labels were not coarsened. */
  private static List<Suspects> attack(String council) throws Exception {
    deleteTree(FOLDER.resolve("linking-" + council));
    var database =
        TestDatabase.start(
            "linking-" + council,
            List.of(
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--sync-binlog=0",
                "--innodb-flush-log-at-trx-commit=2",
                "--server-id=1"));
    var aside = Files.createTempDirectory(FOLDER, "keys-aside");
    var more =
        council.equals("sample")
            ? Map.<String, Object>of(
                "hearback.clock.folder", aside.toString(), "test.real-clock", "true")
            : Map.<String, Object>of();
    try (var book = LogBook.open();
        var house = TestHouse.on(database, more);
        var thief = new KeyThief(house.get(KeyFolder.class), aside)) {
      var heard = new Heard(book);
      if (council.equals("sample")) {
        heard.around(house, () -> MovedIn.into(house.context(), house.address()));
      } else {
        small(house, heard);
      }
      thief.take();
      database.execute("FLUSH BINARY LOGS");
      var log = Log.read(Path.of(database.column("SELECT @@datadir").getFirst()));
      var areas = house.get(ServiceAreas.class);
      var truth = new Truth(aside);
      house.get(IndexJob.class).run();
      var index =
          Places.ofIndex(
              Path.of(house.context().getRequiredProperty("hearback.index.folder", String.class)));
      var columns = columns(database);
      var beside = new Beside(log, columns, house.get(Forms.class));
      var looks =
          List.of(
              new Suspects(log, columns, areas, truth, answered(database), index, beside, false),
              new Suspects(log, columns, areas, truth, List.of(), index, beside, true));
      System.out.println(heard.line(ids(log), labels(database)));
      System.out.println("not left after ten weeks: " + waiting(house));
      return looks;
    } finally {
      database.server().close();
    }
  }

  /** Those that were read and still have their way back, by what keeps them apart. */
  private static Map<String, Long> waiting(TestHouse house) throws Exception {
    var last = house.database().column("SELECT MAX(sent_on) FROM bridge.envelope").getFirst();
    return house.get(Batches.class).cleared(LocalDate.parse(last).minusDays(70)).stream()
        .collect(
            Collectors.groupingBy(
                answer ->
                    answer.form().audience()
                        + (answer.form().open() ? " by open link" : "")
                        + (answer.words().isEmpty() ? " without words" : "")
                        + (answer.needsItsLanguage() ? " without English" : ""),
                TreeMap::new,
                Collectors.counting()));
  }

  /** Of every person, invitation, link, envelope, response and comment that there ever was. */
  private static Set<String> ids(Log log) {
    return log.changes().stream()
        .filter(change -> !change.schema().equals("office"))
        .flatMap(change -> change.values().stream())
        .filter(byte[].class::isInstance)
        .map(byte[].class::cast)
        .flatMap(value ->
            value.length == 16
                ? Stream.of(Thief.uuid(value).toString(), HexFormat.of().formatHex(value))
                : value.length == 32 ? Stream.of(HexFormat.of().formatHex(value)) : Stream.of())
        .map(id -> id.replace("-", ""))
        .collect(Collectors.toSet());
  }

  /** Every value of a label that tells more than that it was left out. */
  private static Set<String> labels(TestDatabase database) throws Exception {
    var labels = new HashSet<String>();
    for (var part : List.of("form", "area", "audience", "age_band", "milestone", "language")) {
      labels.addAll(database.column("SELECT DISTINCT " + part + " FROM feedback.response"));
      labels.addAll(
          database.column(
              part.equals("form")
                  ? "SELECT 'PARENT'"
                  : "SELECT DISTINCT " + part + " FROM vault.invitation"));
    }
    labels.remove("");
    return labels;
  }

  /** As it is kept: in fives. */
  private static List<Told.Row> answered(TestDatabase database) throws Exception {
    return database
        .column("SELECT CONCAT_WS('/', quarter, area, split, part, people) FROM feedback.answered")
        .stream()
        .map(row -> row.split("/"))
        .map(row -> new Told.Row(row[0], row[1], row[2], row[3], Integer.parseInt(row[4]), 2))
        .toList();
  }

  /** The order in which the log has the values of a row. */
  private static Map<String, List<String>> columns(TestDatabase database) throws Exception {
    var columns = new HashMap<String, List<String>>();
    for (var table :
        List.of(
            "vault.invitation",
            "vault.link",
            "bridge.envelope",
            "bridge.clearing",
            "feedback.response",
            "feedback.item",
            "feedback.comment")) {
      columns.put(
          table,
          database.column(
              "SELECT column_name FROM information_schema.columns WHERE CONCAT(table_schema, '.',"
                  + " table_name) = '"
                  + table
                  + "' ORDER BY ordinal_position"));
    }
    return columns;
  }

  /** Forty answers a month, unevenly over nine services, in two languages. */
  private static void small(TestHouse house, Heard heard) throws Exception {
    var random = new Random(40);
    var areas = house.get(ServiceAreas.class);
    var leaves =
        areas.parents().keySet().stream()
            .filter(key -> areas.children(key).isEmpty())
            .sorted()
            .limit(9)
            .toList();
    var desk = Desk.of(house, Role.READER, Set.of("en", "ar"));
    house.clock().set(SetClock.START.minus(Duration.ofDays(30L * MONTHS)));
    onDuty(house);
    for (int day = 0; day < 30 * MONTHS; day++) {
      house.get(KeyJob.class).run();
      int answers = (day + 1) * ANSWERS_A_MONTH / 30 - day * ANSWERS_A_MONTH / 30;
      for (int answer = 0; answer < answers; answer++) {
        one(house, leaves, random);
      }
      house.get(OpenJob.class).run();
      desk.clearAll("A shorter plan.");
      house.get(HoldJob.class).run();
      heard.around(house, () -> house.get(DelinkJob.class).run());
      house.get(IndexJob.class).run();
      house.get(RetentionJob.class).run();
      house.get(ReleaseJob.class).run();
      house.clock().pass(Duration.ofDays(1));
    }
  }

  /** Somebody is, on each day of all the months. */
  private static void onDuty(TestHouse house) throws Exception {
    house.onDuty();
    var reader = house.get(StaffList.class).bySignIn("on-duty").orElseThrow();
    var today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    for (int day = 1; day < 30 * MONTHS + 7; day++) {
      house.get(Rota.class).put(today.plusDays(day), reader);
    }
  }

  /** A few are asked about one service, and one of them answers. */
  private static void one(TestHouse house, List<String> leaves, Random random) throws Exception {
    var phone = new Phone(house.address());
    var leaf = leaves.get((int) (leaves.size() * Math.pow(random.nextDouble(), 2)));
    var language = random.nextInt(8) == 0 ? "ar" : "en";
    var kind = KINDS.get(random.nextInt(KINDS.size()));
    var tokens =
        house.invited(
            INVITED_FOR_EACH,
            kind.form(),
            kind.audience(),
            kind.ageBand(),
            kind.milestone(),
            language,
            house.clock().instant(),
            leaf);
    var ways = List.of("text", "text", "text", "email", "letter");
    var hashes =
        tokens.stream()
            .map(token -> "UNHEX('" + token.hash().hex() + "')")
            .collect(Collectors.joining(","));
    house
        .database()
        .execute(
            "UPDATE vault.invitation SET channel = '%s' WHERE id IN (SELECT invitation FROM"
                    .formatted(ways.get(random.nextInt(ways.size())))
                + " vault.link WHERE token_hash IN ("
                + hashes
                + "))");
    var answers = new HashMap<>(kind.ticks());
    var words = language.equals("en") ? WORDS : WORDS_IN_ARABIC;
    if (random.nextInt(3) > 0) { // many tick and write nothing
      kind.texts().forEach(text -> answers.put(text, words.get(random.nextInt(words.size()))));
    }
    var sent = phone.send(phone.open(tokens.getFirst()), answers);
    if (sent.statusCode() != 200) {
      throw new IllegalStateException("an answer was refused with " + sent.statusCode());
    }
  }

  /** Puts each key aside before it is destroyed: for the truth, which no attacker has. */
  private static final class KeyThief implements AutoCloseable {
    private final Path from;
    private final Path to;
    private final Thread thread;
    private volatile boolean over;

    KeyThief(KeyFolder folder, Path aside) throws IOException {
      from = folder.root().resolve("weeks/private");
      to = Files.createDirectories(aside.resolve("weeks/private"));
      thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
      while (!over) {
        take();
        try {
          Thread.sleep(20);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    synchronized void take() {
      try (var files = Files.list(from)) {
        for (var file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
          var copy = to.resolve(file.getFileName());
          if (!Files.exists(copy)) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      } catch (java.nio.file.NoSuchFileException e) {
        // destroyed while it was looked at; it was put aside long before
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      over = true;
      thread.interrupt();
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
