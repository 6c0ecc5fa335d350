package org.hearback.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.Phone;
import org.hearback.ServiceProcess;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.answer.SendParts;
import org.hearback.invitation.LinkToken;

/**
 * Pages and sends of the service in a process of its own, each in turn with the yardstick beside
 * it: a bare handler of the same server, and bare JDBC doing the same two statements in one durable
 * transaction on the same server, tables and log.
 */
public final class Load {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]*)\"");
  private static final int CONNECTIONS = 32;
  // Many short rounds: what else the machine does in a second falls on both sides of a ratio.
  private static final int ROUNDS = 9;
  private static final int BARE = 10_000;
  private static final int PAGES = 4_000;
  private static final int OPENED = 12_000;
  private static final int SENDS = 1_000;

  private final TestDatabase database;
  private final ServiceProcess service;
  private final List<LinkToken> tokens;
  private int used;
  private int opened;

  private Load(TestDatabase database, ServiceProcess service, List<LinkToken> tokens) {
    this.database = database;
    this.service = service;
    this.tokens = tokens;
  }

  public static void main(String[] args) throws Exception {
    var database =
        TestDatabase.start(
            "bench",
            List.of(
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--sync-binlog=1",
                "--binlog-expire-logs-seconds=86400",
                "--innodb-buffer-pool-size=512M",
                "--innodb-log-file-size=512M"));
    var keys =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target/houses").toAbsolutePath()), "bench");
    List<LinkToken> tokens;
    try (var house = TestHouse.on(database, Map.of("hearback.keys.folder", keys.toString()))) {
      System.out.println("where the time of a send goes, us, one thread");
      SendParts.of(house, house.invited(3_000))
          .forEach((part, micros) -> System.out.printf("%8.1f  %s%n", micros, part));
      tokens = house.invited(OPENED + SENDS * (3 * ROUNDS + 1), Duration.ofDays(28));
    }
    var properties = new HashMap<>(database.configuration());
    properties.put("hearback.keys.folder", keys.toString());
    properties.put("hearback.index.folder", keys.resolve("index").toString());
    properties.put("hearback.address", "https://views.example.gov.uk");
    properties.put("hearback.database.passwords.migrator", database.password("migrator"));
    properties.put("bench.bare", "true");
    try (var service = ServiceProcess.start("bench", ServiceProcess.freePort(), properties)) {
      new Load(database, service, tokens).run();
    }
    database.server().close();
    System.exit(0);
  }

  private void run() throws Exception {
    // A page's way is long: its compiler is done after some 100,000 of them.
    for (int warm = 0; warm < ROUNDS; warm++) {
      pages("/bench/bare", OPENED);
      pages(null, OPENED);
      send(posts(SENDS));
    }
    jdbc(bare(SENDS));
    System.out.println("round  bare/s  pages/s  ratio   jdbc/s  sends/s  ratio");
    var pageRatios = new double[ROUNDS];
    var sendRatios = new double[ROUNDS];
    var pagesPerSecond = new double[ROUNDS];
    var sendsPerSecond = new double[ROUNDS];
    var pageP99 = new double[ROUNDS];
    var p99 = new double[ROUNDS];
    double generator = 0;
    long from = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      var bare = pages("/bench/bare", BARE);
      var page = pages(null, PAGES);
      var posts = posts(SENDS);
      long cpu = cpu();
      long at = System.nanoTime();
      var send = send(posts);
      generator = Math.max(generator, (double) (cpu() - cpu) / (System.nanoTime() - at) / 2);
      var jdbc = jdbc(bare(SENDS));
      pageRatios[round] = page.perSecond() / bare.perSecond();
      sendRatios[round] = send.perSecond() / jdbc.perSecond();
      pagesPerSecond[round] = page.perSecond();
      sendsPerSecond[round] = send.perSecond();
      pageP99[round] = page.p99Millis();
      p99[round] = send.p99Millis();
      System.out.printf(
          "%5d %7.0f  %7.0f  %5.2f  %7.0f  %7.0f  %5.2f%n",
          round + 1,
          bare.perSecond(),
          page.perSecond(),
          pageRatios[round],
          jdbc.perSecond(),
          send.perSecond(),
          sendRatios[round]);
    }
    System.out.printf("measured for %.0f s%n", (System.nanoTime() - from) / 1e9);
    System.out.printf(
        "load page_ratio=%.2f submit_ratio=%.2f pages_per_s=%.0f sends_per_s=%.0f page_p99_ms=%.0f"
            + " p99_ms=%.0f rss_mb=%d generator_cpu=%.2f%n",
        median(pageRatios),
        median(sendRatios),
        median(pagesPerSecond),
        median(sendsPerSecond),
        median(pageP99),
        median(p99),
        rss(),
        generator);
  }

  /** Requests of one path, or of the form of each invitation in turn. */
  private Crowd.Pace pages(String path, int count) throws Exception {
    var fixed = path == null ? null : Wire.get(path, true);
    int first = opened;
    opened += count;
    return Crowd.work(
        CONNECTIONS,
        count,
        () -> {
          var wire = new Wire(service.address());
          return new Crowd.Worker() {
            @Override
            public void work(int piece) throws Exception {
              int at = tokens.size() - 1 - (first + piece) % OPENED;
              var request = fixed != null ? fixed : Wire.get("/" + tokens.get(at).secret(), true);
              expect(200, wire.exchange(request));
            }

            @Override
            public void close() throws IOException {
              wire.close();
            }
          };
        });
  }

  /** Opens the pages of so many people and fills them in; not timed. */
  private List<byte[]> posts(int count) throws Exception {
    var people = take(count);
    var posts = new byte[count][];
    Crowd.work(
        4,
        count,
        () -> {
          var wire = new Wire(service.address());
          return piece -> {
            var token = people.get(piece);
            var body = new ByteArrayOutputStream(32_768);
            expect(200, wire.exchange(Wire.get("/" + token.secret(), false), body));
            var nonce = NONCE.matcher(body.toString(StandardCharsets.UTF_8));
            if (!nonce.find()) {
              throw new IllegalStateException("a page without a nonce");
            }
            var fields =
                new HashMap<>(Map.of("why", "agree", "listened", "disagree", "since", "same"));
            fields.put(
                "change", "The report came late, and nobody rang back for two weeks. " + piece);
            fields.put("nonce", nonce.group(1));
            posts[piece] = Wire.post("/" + token.secret(), Phone.encode(fields));
          };
        });
    return Arrays.asList(posts);
  }

  private Crowd.Pace send(List<byte[]> posts) throws Exception {
    return Crowd.work(
        CONNECTIONS,
        posts.size(),
        () -> {
          var wire = new Wire(service.address());
          return piece -> expect(200, wire.exchange(posts.get(piece)));
        });
  }

  private record Bare(byte[] tokenHash, byte[] body) {}

  private List<Bare> bare(int count) {
    var random = new java.util.Random();
    var rows = new ArrayList<Bare>();
    for (var token : take(count)) {
      var body = new byte[12_341];
      random.nextBytes(body);
      rows.add(new Bare(token.hash().bytes(), body));
    }
    return rows;
  }

  /** The same two statements in one durable transaction: kept connections, prepared once. */
  private Crowd.Pace jdbc(List<Bare> rows) throws Exception {
    var random = new java.util.Random();
    return Crowd.work(
        CONNECTIONS,
        rows.size(),
        () -> {
          var connection =
              DriverManager.getConnection(
                  database.server().url() + "?useServerPrepStmts=true",
                  "collector",
                  database.password("collector"));
          connection.setAutoCommit(false);
          var insert =
              connection.prepareStatement(
                  "INSERT INTO bridge.envelope (id, answer_mac, nonce_hash, withdrawal_mac, week,"
                      + " level, due_at, sent_on, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
          var spend =
              connection.prepareStatement(
                  "UPDATE vault.link SET spent = TRUE WHERE invitation = (SELECT invitation FROM"
                      + " vault.link WHERE token_hash = ? AND expires_at > ?) AND spent = FALSE");
          return new Crowd.Worker() {
            @Override
            public void work(int piece) throws Exception {
              var hashes = new byte[96];
              random.nextBytes(hashes);
              insert.setObject(1, UUID.randomUUID());
              insert.setBytes(2, Arrays.copyOfRange(hashes, 0, 32));
              insert.setBytes(3, Arrays.copyOfRange(hashes, 32, 64));
              insert.setBytes(4, Arrays.copyOfRange(hashes, 64, 96));
              insert.setString(5, "2026-W48");
              insert.setString(6, "none");
              insert.setNull(7, java.sql.Types.TIMESTAMP);
              insert.setObject(8, java.time.LocalDate.now());
              insert.setBytes(9, rows.get(piece).body());
              insert.executeUpdate();
              spend.setBytes(1, rows.get(piece).tokenHash());
              spend.setObject(2, java.time.LocalDateTime.now());
              expect(1, spend.executeUpdate());
              connection.commit();
            }

            @Override
            public void close() throws IOException {
              try {
                connection.close();
              } catch (SQLException e) {
                throw new IOException(e);
              }
            }
          };
        });
  }

  private List<LinkToken> take(int count) {
    var people = tokens.subList(used, used + count);
    used += count;
    return people;
  }

  private static void expect(int wanted, int got) {
    if (wanted != got) {
      throw new IllegalStateException("expected " + wanted + " and got " + got);
    }
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getPlatformMXBean(
            com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private long rss() throws Exception {
    return Rss.megabytes(service.process().pid());
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
