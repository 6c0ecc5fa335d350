package org.hearback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hearback.answer.ComponentFixtures;

/**
 * Our components against the fixtures of GOV.UK Frontend as npm has them, and the copies that the
 * tests use against the same.
 */
public final class GovukFixtures {
  private static final Path COPIES = Path.of("src/test/resources/govuk-fixtures");

  private GovukFixtures() {}

  /**
   * Ends with status 1 where a fixture fails or a copy is not npm's.
   *
   * @param args the folder of GOV.UK Frontend's components
   */
  public static void main(String[] args) throws IOException {
    var npm = Path.of(args[0]);
    var fresh = Files.createDirectories(Path.of("target/govuk-fixtures"));
    int stale = 0;
    for (var name : ComponentFixtures.components()) {
      var fixtures = Files.readAllBytes(npm.resolve(name).resolve("fixtures.json"));
      Files.write(fresh.resolve(name + ".json"), fixtures);
      if (!Arrays.equals(fixtures, Files.readAllBytes(COPIES.resolve(name + ".json")))) {
        System.out.println("not npm's: " + COPIES.resolve(name + ".json"));
        stale++;
      }
    }
    var tried = ComponentFixtures.of(fresh);
    tried.notUsed().forEach(line -> System.out.println("not used: " + line));
    tried.failed().forEach(line -> System.out.println("FAILED: " + line));
    int passed = tried.passed().size();
    int notUsed = tried.notUsed().size();
    int failed = tried.failed().size();
    System.out.printf(
        "govuk-fixtures components=%d fixtures=%d passed=%d not_used=%d failed=%d%n",
        ComponentFixtures.components().size(), passed + notUsed + failed, passed, notUsed, failed);
    System.exit(failed + stale > 0 ? 1 : 0);
  }
}
