package org.hearback.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearback.ServiceProcess;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;

/**
 * From the start of the process to the first page, and the memory of a service that has nothing to
 * do.
 */
public final class StartUp {
  private static final int RUNS = 3;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private StartUp() {}

  public static void main(String[] args) throws Exception {
    var classPath = System.getProperty("java.class.path").replace("target/test-classes:", "");
    var cold = new double[RUNS];
    var warm = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      var folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target/start").toAbsolutePath()), "var");
      var command =
          List.of(
              "-Dhearback.var=" + folder,
              "-XX:+UseSerialGC",
              "-cp",
              classPath,
              "org.hearback.Main");
      cold[run] = start(command, "/tryout").seconds();
      warm[run] = start(command, "/tryout").seconds();
    }
    var database = TestDatabase.start("start", List.of());
    TestHouse.on(database).close(); // migrated
    database.empty(); // and bound to no key folder
    var jar = jar();
    var properties = properties(database);
    var cache = Path.of("target/start/app.aot").toAbsolutePath();
    start(with(properties, List.of("-XX:AOTCacheOutput=" + cache), jar), "/health");
    var plain = new double[RUNS];
    var cached = new double[RUNS];
    long rss = 0;
    for (int run = 0; run < RUNS; run++) {
      plain[run] = start(with(properties, List.of(), jar), "/health").seconds();
      var fast = start(with(properties, List.of("-XX:AOTCache=" + cache), jar), "/health");
      cached[run] = fast.seconds();
      rss = Math.max(rss, fast.rss());
    }
    database.server().close();
    System.out.printf("cold try-out       %s%n", Arrays.toString(cold));
    System.out.printf("warm try-out       %s%n", Arrays.toString(warm));
    System.out.printf("jar                %s%n", Arrays.toString(plain));
    System.out.printf("jar, AOT cache     %s%n", Arrays.toString(cached));
    System.out.printf(
        "start-up cold_s=%.1f warm_s=%.1f ready_s=%.1f ready_plain_s=%.1f rss_mb=%d jar_mb=%d%n",
        median(cold),
        median(warm),
        median(cached),
        median(plain),
        rss,
        Files.size(Path.of(jar)) >> 20);
    System.exit(0);
  }

  private record Started(double seconds, long rss) {}

  private static Started start(List<String> arguments, String page)
      throws IOException, InterruptedException {
    int port = ServiceProcess.freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dhearback.http.port=" + port);
    command.addAll(arguments);
    long from = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/start/log").toFile()))
            .start();
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page)).build();
    while (true) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the service ended; see target/start/log");
      }
      try {
        if (CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          break;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    Thread.sleep(3_000); // idle, for the memory
    long rss = Rss.megabytes(process.pid());
    process.destroy();
    process.waitFor(90, TimeUnit.SECONDS);
    return new Started(seconds, rss);
  }

  private static List<String> with(Map<String, String> properties, List<String> flags, String jar) {
    var arguments = new ArrayList<>(flags);
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-Xmx256m");
    properties.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.addAll(List.of("-jar", jar));
    return arguments;
  }

  private static Map<String, String> properties(TestDatabase database) throws IOException {
    var properties = new HashMap<>(database.configuration());
    var keys = Files.createTempDirectory(Path.of("target/start").toAbsolutePath(), "keys");
    TestHouse.over(database, Map.of("hearback.keys.folder", keys.toString())).close(); // makes them
    properties.remove("hearback.http.port");
    properties.remove("hearback.jobs.enabled");
    properties.put("hearback.keys.folder", keys.toString());
    properties.put("hearback.index.folder", keys.resolve("index").toString());
    properties.put("hearback.address", "https://views.example.gov.uk");
    properties.put("hearback.database.passwords.migrator", database.password("migrator"));
    return properties;
  }

  private static String jar() throws IOException {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .map(Path::toString)
          .filter(name -> name.matches("target/hearback-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
