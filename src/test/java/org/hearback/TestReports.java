package org.hearback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Reads what surefire wrote, after the tests: a skipped test fails the build, and a full run is put
 * on record. Started from source by the build (see {@code pom.xml}) as {@code TestReports.java
 * everyday|full STARTED}.
 */
final class TestReports {
  private static final Path FOLDER = Path.of("target/surefire-reports");

  private TestReports() {}

  /** One test class. */
  record Suite(String name, int tests, int skipped) {}

  static void main(String[] args) throws Exception {
    var started = Instant.parse(args[1]);
    var suites = suites(FOLDER, started);
    var fault = fault(suites);
    if (!fault.isEmpty()) {
      System.err.println(fault);
      System.exit(1);
    }
    if (args[0].equals("full")) {
      record(suites, started);
    }
  }

  /** What is wrong with the reports, empty when nothing is. */
  static String fault(List<Suite> suites) {
    var skipping = suites.stream().filter(suite -> suite.skipped() > 0).map(Suite::name).toList();
    if (!skipping.isEmpty()) {
      return "A test that does not run proves nothing. Skipped tests in " + skipping;
    }
    return suites.isEmpty() ? "No test has run." : "";
  }

  /** The reports of this build; a report of an earlier one may still lie in the folder. */
  static List<Suite> suites(Path folder, Instant since) throws Exception {
    var suites = new java.util.ArrayList<Suite>();
    try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (var file : files) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          var suite =
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(file.toFile())
                  .getDocumentElement();
          suites.add(
              new Suite(
                  suite.getAttribute("name"), number(suite, "tests"), number(suite, "skipped")));
        }
      }
    }
    return suites;
  }

  private static void record(List<Suite> suites, Instant started) throws IOException {
    if (!FullRun.isCommitted()) {
      throw new IllegalStateException(
          "not put on record: " + FullRun.WATCHED + " is not committed");
    }
    var run =
        new FullRun(
            LocalDate.ofInstant(started, ZoneOffset.UTC),
            suites.stream().mapToInt(Suite::tests).sum(),
            Duration.between(started, Instant.now()),
            FullRun.stateOf("HEAD").orElseThrow());
    Files.writeString(FullRun.FILE, run.text());
    System.out.println(
        FullRun.FILE + ": " + run.tests() + " tests in " + run.took().toMinutes() + " min");
  }

  private static int number(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }
}
