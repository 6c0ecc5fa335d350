package org.hearback.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearback.Chromium;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;

/** What Lighthouse says of the first and the last page that a young person sees. */
public final class Lighthouse {
  private static final int WARM = 2_000;

  private Lighthouse() {}

  public static void main(String[] args) throws Exception {
    var database = TestDatabase.start("lighthouse", List.of());
    var scores = new ArrayList<String>();
    int status;
    try (var house = TestHouse.on(database)) {
      house.onDuty();
      var link =
          house.invited(
              1,
              "conference-young-person",
              "YOUNG_PERSON",
              "12-17",
              "M6",
              "en",
              house.clock().instant());
      var url = house.address() + "/" + link.getFirst().secret();
      // As on any day but that of a start.
      var phone = new Phone(house.address());
      for (var other : house.invited(WARM)) {
        phone.get("/" + other.secret());
      }
      var process =
          new ProcessBuilder("node", args[0], Chromium.path().toString(), url)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      System.out.println("page performance accessibility best-practices");
      try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(line -> note(line, scores));
      }
      status = process.waitFor();
    }
    database.server().close();
    System.out.println("lighthouse " + String.join(" ", scores));
    System.exit(status);
  }

  /** A page's scores, or what cost it some. */
  private static void note(String line, List<String> scores) {
    System.out.println(line);
    var words = line.split(" ");
    if (words.length == 4 && !line.startsWith("#")) {
      scores.add(words[0] + "=" + words[1] + "/" + words[2] + "/" + words[3]);
    }
  }
}
