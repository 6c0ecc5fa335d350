package org.hearback.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.ServiceProcess;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.response.DelinkJob;
import org.hearback.safeguarding.OpenJob;

/**
 * How long the sample council takes to move in by the real path, and how many answers a second go
 * through opening, clearing (a reader's two pages each, over HTTP) and de-link.
 */
public final class Sample {
  private static final int ANSWERS = 400;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Sample() {}

  public static void main(String[] args) throws Exception {
    double load = load();
    var database = TestDatabase.start("bench", List.of());
    try (var house = TestHouse.on(database)) {
      var phone = new Phone(house.address());
      for (var token : house.invited(ANSWERS)) {
        phone.send(
            phone.open(token), Map.of("listened", "agree", "change", "The report came late."));
      }
      double opened =
          pace(() -> {
            while (house.get(OpenJob.class).run() > 0) {
              // a bounded number each run
            }
          });
      var desk = Desk.of(house, Role.READER, Set.of("en"));
      double cleared = pace(desk::clearAll);
      house.clock().pass(Duration.ofDays(15));
      double delinked = pace(() -> house.get(DelinkJob.class).run());
      System.out.println("step      answers/s");
      System.out.printf("open      %9.0f%n", opened);
      System.out.printf("clear     %9.0f   (two pages each, one reader)%n", cleared);
      System.out.printf("de-link   %9.0f%n", delinked);
      System.out.printf(
          "sample load_s=%.0f opened_per_s=%.0f cleared_per_s=%.0f delinked_per_s=%.0f%n",
          load, opened, cleared, delinked);
    }
    database.server().close();
    System.exit(0);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double pace(Work work) throws Exception {
    long from = System.nanoTime();
    work.run();
    return ANSWERS / ((System.nanoTime() - from) / 1e9);
  }

  /** From the first page to the last week. */
  private static double load() throws Exception {
    System.setProperty(
        "java.class.path",
        System.getProperty("java.class.path").replace("target/test-classes:", ""));
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target/start").toAbsolutePath()), "sample");
    try (var service =
        ServiceProcess.start(
            "sample",
            ServiceProcess.freePort(),
            Map.of(
                "hearback.var", folder.toString(),
                "hearback.var.base", Path.of("target/mariadb/base").toAbsolutePath().toString()))) {
      long from = System.nanoTime();
      while (page(service.address()).contains("<progress")) {
        Thread.sleep(200);
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      service.process().destroy();
      service.process().waitFor();
      return seconds;
    }
  }

  private static String page(URI house) throws Exception {
    var request = HttpRequest.newBuilder(house.resolve("/tryout")).header("Accept", "text/html");
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
